import { z } from "zod";
import { Id, Text, WebUrl } from "../value/text.ts";

const ORCID = /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/;

/** The check character of an ORCID iD is ISO 7064 MOD 11-2 over the fifteen digits before it. */
function hasOrcidChecksum(orcid: string): boolean {
  const digits = orcid.replaceAll("-", "");
  let total = 0;
  for (const digit of digits.slice(0, 15)) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return digits[15] === (check === 10 ? "X" : String(check));
}

export const Orcid = z
  .string()
  .regex(ORCID, { error: "must be an ORCID iD such as 0000-0002-1825-0097", abort: true })
  .refine(hasOrcidChecksum, "is not an ORCID iD: its last character does not fit the others");

export const Person = z
  .strictObject({
    id: Id.describe("Stable name of the person in this record."),
    name: Text.describe("The name in its full, usual form."),
    aliases: z
      .array(Text)
      .default([])
      .describe(
        "Other forms in which the name is printed, such as initials or capitals. They serve to " +
          "recognise the person and are never published.",
      ),
    family: Text.optional().describe(
      "Family name, where the last word of the name is not it; the whole name where it has no " +
        "parts, as that of a collaboration.",
    ),
    url: WebUrl.optional().describe("Home page."),
    orcid: Orcid.optional().describe("Their ORCID iD, such as 0000-0002-1825-0097."),
  })
  .meta({
    id: "Person",
    description: "Someone who occurs in the record, under one or several printed names.",
  });

/** A name as it is printed, or an object where the print alone does not say who it is. */
export const PrintedName = z
  .union([
    Text,
    z.strictObject({
      name: Text.describe("The name as printed."),
      title: Text.optional().describe("Title before the name, such as Prof. Dr."),
      person: Id.optional().describe(
        "Id in `people`, needed only where two people share a printed name.",
      ),
    }),
  ])
  .meta({
    id: "PrintedName",
    description: "A name as printed; people are found by their names and aliases.",
  });

export type Person = z.output<typeof Person>;
export type PrintedName = z.output<typeof PrintedName>;

/** The printed form of a name without its title. */
export function printedForm(name: PrintedName): string {
  return typeof name === "string" ? name : name.name;
}
