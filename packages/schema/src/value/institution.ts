import { z } from "zod";
import { Text } from "./text.ts";

export const Institution = z
  .strictObject({
    name: Text.describe("Full name, such as University of Oxford."),
    acronym: Text.optional().describe("Short form, such as ETH."),
    unit: Text.optional().describe("Department, institute or group within it."),
    place: Text.optional().describe("City, country, or both."),
  })
  .meta({ id: "Institution", description: "A university, company or other body." });

export type Institution = z.output<typeof Institution>;
