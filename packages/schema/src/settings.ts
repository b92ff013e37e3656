import { z } from "zod";
import { ServiceAddress, SiteAddress } from "./value/site-address.ts";
import { Id, Text } from "./value/text.ts";

/** The list costs a tenth of a formatter, which knows former names as well. */
function isTimeZone(name: string): boolean {
  if (Intl.supportedValuesOf("timeZone").includes(name)) return true;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/**
 * Minute, hour, day of the month, month and day of the week; months and weekdays also by the three
 * letters of their English names.
 */
const CRON =
  /^[\d*,/-]+ [\d*,/-]+ [\dL?*,/-]+ (?:[\d*,/-]|[A-Za-z]{3})+ (?:[\dL#?*,/-]|[A-Za-z]{3})+$/;

export const DigestSettings = z
  .strictObject({
    schedule: z
      .union([
        z.enum(["weekly", "monthly", "quarterly"]),
        z.string().regex(CRON, "must be weekly, monthly, quarterly or five cron fields"),
      ])
      .default("monthly")
      .describe(
        "weekly (Mondays), monthly and quarterly (first day), each at 09:00; or five cron fields.",
      ),
    timeZone: z
      .string()
      .refine(isTimeZone, "is not a time zone; write one such as Europe/Amsterdam")
      .default("UTC")
      .describe("Time zone of the schedule, such as Europe/Amsterdam."),
    catchUpDays: z
      .int()
      .min(0)
      .max(60)
      .optional()
      .describe(
        "For how many days an edition is still made whose time passed while the service was " +
          "off; left out, 7.",
      ),
    service: ServiceAddress.optional().describe(
      "Where readers subscribe: same (with the site, as where it is left out), none, or the " +
        "https address of a service elsewhere, such as https://digest.example.org. With none the " +
        "site offers feeds alone.",
    ),
    note: Text.optional().describe("A line from you at the head of the next edition."),
  })
  .meta({ id: "DigestSettings", description: "When the e-mail digest goes out." });

export const Settings = z
  .strictObject({
    url: SiteAddress.optional().describe(
      "Public address of the site, such as https://example.org or https://example.org/cv/.",
    ),
    selected: z
      .array(Id)
      .optional()
      .describe(
        "Ids of the works the home page shows first, in this order; left out, those with honours.",
      ),
    referencesOnRequest: z
      .boolean()
      .default(false)
      .describe("Says that references are available on request, instead of naming them."),
    digest: DigestSettings.optional().describe(
      "When the e-mail digest goes out, and with which note.",
    ),
  })
  .meta({
    id: "Settings",
    description: "How the record is published. Nothing here is a fact about the person.",
  });

export type Settings = z.output<typeof Settings>;
