import { composeFeed } from "@triptych/view";
import { language } from "../../words.ts";
import { writeJsonFeed } from "../../feed/json-feed.ts";
import { readRecord, siteAddress } from "../../record.ts";

export const dynamic = "force-static";

export function GET(): Response {
  const cv = readRecord();
  return new Response(writeJsonFeed(composeFeed(cv, language), cv.profile.id, siteAddress()), {
    headers: { "content-type": "application/feed+json" },
  });
}
