import { z } from "zod";
import { PartialDate } from "../value/partial-date.ts";
import { Text } from "../value/text.ts";
import { ArxivId, Doi } from "./work.ts";

export const RefusedWork = z
  .strictObject({
    title: Text.optional().describe(
      "Its title; every work of this title is refused, unless its identifier is another.",
    ),
    doi: Doi.optional().describe("Its DOI without https://doi.org/, such as 10.1000/182."),
    arxiv: ArxivId.optional().describe("Its arXiv identifier, such as 2201.11380."),
    date: PartialDate.optional().describe("When you refused it."),
    reason: Text.optional().describe("Why, such as: by another person of my name."),
  })
  .refine(({ doi, arxiv, title }) => (doi ?? arxiv ?? title) !== undefined, {
    error: "must name a title, a doi or an arxiv identifier, to be known by",
  })
  .meta({
    id: "RefusedWork",
    anyOf: [{ required: ["title"] }, { required: ["doi"] }, { required: ["arxiv"] }],
    description:
      "A work that services or files take for yours and that is not. It is never added, and " +
      "nothing of this list is published.",
  });

export type RefusedWork = z.output<typeof RefusedWork>;
