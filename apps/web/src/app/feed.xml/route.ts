import { composeFeed } from "@triptych/view";
import { language } from "../../words.ts";
import { writeAtom } from "../../feed/atom.ts";
import { readRecord, siteAddress } from "../../record.ts";

export const dynamic = "force-static";

export function GET(): Response {
  const cv = readRecord();
  return new Response(writeAtom(composeFeed(cv, language), cv.profile.id, siteAddress()), {
    headers: { "content-type": "application/atom+xml; charset=utf-8" },
  });
}
