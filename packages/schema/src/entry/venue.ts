import { z } from "zod";
import { Id, Text, WebUrl } from "../value/text.ts";

export const VenueKind = z.enum(["conference", "journal", "repository", "institution"]);

export const CoreRank = z
  .strictObject({
    rank: z.enum(["A*", "A", "B", "C"]).describe('The rank, such as "A*".'),
    edition: Text.describe("Edition of the ranking, such as ICORE2023."),
  })
  .meta({
    id: "CoreRank",
    description: "Rank in the CORE conference ranking, with the edition it was read from.",
  });

export const Venue = z
  .strictObject({
    id: Id.describe("Stable name that works refer to, such as icml."),
    name: Text.describe("Full name, without year or ordinal."),
    acronym: Text.optional().describe("Short form, such as ICML."),
    kind: VenueKind.describe("What it is; publishers and universities are institutions."),
    url: WebUrl.optional().describe("The venue's own home page."),
    core: CoreRank.optional().describe("Its rank in the CORE conference ranking."),
  })
  .meta({
    id: "Venue",
    description:
      "Where works appear: a conference series, a journal, a repository, or an institution " +
      "for theses.",
  });

export type Venue = z.output<typeof Venue>;
export type VenueKind = z.output<typeof VenueKind>;
