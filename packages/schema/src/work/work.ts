import { z } from "zod";
import { PartialDate } from "../value/partial-date.ts";
import { PrintedName } from "../entry/person.ts";
import { Isbn } from "../value/isbn.ts";
import { Id, Prose, Text, WebUrl } from "../value/text.ts";
import { AppearanceKind } from "../work-kind.ts";

export const AppearanceStatus = z.enum(["published", "accepted", "under-review"]);

export const Honour = z.enum([
  "best-paper",
  "best-paper-runner-up",
  "outstanding-paper",
  "oral",
  "spotlight",
]);

export const LinkType = z.enum([
  "paper",
  "preprint",
  "code",
  "data",
  "slides",
  "poster",
  "video",
  "project",
  "review",
]);

export const WorkLink = z.strictObject({ type: LinkType, url: WebUrl }).meta({
  id: "WorkLink",
  description: "Something to open: the paper, its code, slides and so on.",
});

export const Doi = z
  .string()
  .regex(
    /^10\.\d{4,9}\/\S+$/,
    "must be a DOI such as 10.1007/978-3-030-67664-3_17, without https://doi.org/",
  );

export const ArxivId = z
  .string()
  .regex(
    /^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?\/\d{7})(v\d+)?$/,
    "must be an arXiv identifier such as 2201.11380 or math.CO/0309136",
  );

export const Original = z
  .strictObject({
    title: Text.optional().describe("Title of the original."),
    authors: z
      .array(PrintedName)
      .min(1, "needs at least one author")
      .describe("Authors of the original; they are no co-authors of the translation."),
  })
  .meta({ id: "Original", description: "What a translation is a translation of." });

export const Appearance = z
  .strictObject({
    kind: AppearanceKind,
    venue: Id.optional().describe("Id in `venues`; for a workshop, the conference it was held at."),
    workshop: Text.optional().describe("Name of the workshop."),
    track: Text.optional().describe(
      "Part of the venue other than its main track, such as Doctoral Consortium.",
    ),
    edition: z
      .int()
      .positive()
      .optional()
      .describe("Which one in the series: 41 for the forty-first."),
    date: PartialDate.optional().describe(
      "When it appeared. Leave it out where it is not known; nothing is guessed.",
    ),
    status: AppearanceStatus.default("published"),
    honours: z.array(Honour).default([]),
    book: Text.optional().describe("Title of the book a chapter stands in."),
    editors: z.array(PrintedName).default([]).describe("Editors of the book a chapter stands in."),
    series: Text.optional().describe("Book series, such as Lecture Notes in Computer Science."),
    translationOf: Original.optional(),
    publisher: Text.optional().describe(
      "Publisher of a book, or the body that issued a report or a patent.",
    ),
    place: Text.optional().describe("Where the conference was held, or the book published."),
    number: Text.optional().describe(
      "Number of a report or a patent, or version of a piece of software.",
    ),
    isbn: Isbn.optional(),
    volume: Text.optional(),
    issue: Text.optional(),
    pages: Text.optional().describe("First and last page joined by a hyphen, such as 1-16."),
    doi: Doi.optional(),
    arxiv: ArxivId.optional(),
    links: z.array(WorkLink).default([]),
  })
  .meta({
    id: "Appearance",
    description: "One form in which a work was made public or handed in.",
  });

export const CitationCount = z
  .strictObject({
    count: z.int().min(0, "must not be negative"),
    asOf: PartialDate.describe("When it was read."),
    source: Text.describe("Where it was read, such as OpenAlex; indexes count differently."),
  })
  .meta({
    id: "CitationCount",
    description:
      "How often an index says a work was cited. It is shown nowhere; `cv stats` derives the " +
      "h-index from it.",
  });

export const Work = z
  .strictObject({
    id: Id.describe("Stable name of the work; part of its address for ever."),
    title: Text,
    authors: z
      .array(PrintedName)
      .min(1, "needs at least one author")
      .describe(
        "In the order of the print; of an edited book its editors, of a translation its " +
          "translators.",
      ),
    equalContribution: z
      .array(z.array(Text).min(2, "needs at least two names"))
      .default([])
      .describe("Groups of authors, by printed name, who contributed equally."),
    appearances: z
      .array(Appearance)
      .min(1, "needs at least one appearance")
      .describe("The first is the one the work is cited by."),
    abstract: Prose.optional(),
    topics: z.array(Text).default([]),
    citations: CitationCount.optional(),
  })
  .meta({ id: "Work", description: "A publication: one work with one or more appearances." });

export type Appearance = z.output<typeof Appearance>;
export type AppearanceStatus = z.output<typeof AppearanceStatus>;
export type Honour = z.output<typeof Honour>;
export type LinkType = z.output<typeof LinkType>;
export type Work = z.output<typeof Work>;
