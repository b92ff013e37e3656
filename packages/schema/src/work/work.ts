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

export const WorkLink = z
  .strictObject({
    type: LinkType.describe("What opens, such as code or slides."),
    url: WebUrl.describe("Where it is."),
  })
  .meta({
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
    status: AppearanceStatus.default("published").describe(
      "How far it is; left out, it is published.",
    ),
    honours: z
      .array(Honour)
      .default([])
      .describe("Distinctions it got there, such as [best-paper]."),
    book: Text.optional().describe("Title of the book a chapter stands in."),
    editors: z.array(PrintedName).default([]).describe("Editors of the book a chapter stands in."),
    series: Text.optional().describe("Book series, such as Lecture Notes in Computer Science."),
    translationOf: Original.optional().describe("Of a translation, the original."),
    publisher: Text.optional().describe(
      "Publisher of a book, or the body that issued a report or a patent.",
    ),
    place: Text.optional().describe("Where the conference was held, or the book published."),
    number: Text.optional().describe(
      "Number of a report or a patent, or version of a piece of software.",
    ),
    isbn: Isbn.optional(),
    volume: Text.optional().describe("Volume of the journal or series, such as 12."),
    issue: Text.optional().describe("Issue within the volume, such as 3."),
    pages: Text.optional().describe("First and last page joined by a hyphen, such as 1-16."),
    doi: Doi.optional().describe("DOI without https://doi.org/, such as 10.1000/182."),
    arxiv: ArxivId.optional().describe("arXiv identifier, such as 2201.11380."),
    links: z
      .array(WorkLink)
      .default([])
      .describe("What there is to open: the paper, its code, slides."),
  })
  .meta({
    id: "Appearance",
    description: "One form in which a work was made public or handed in.",
  });

export const CitationCount = z
  .strictObject({
    count: z.int().min(0, "must not be negative").describe("How often it was cited."),
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
    title: Text.describe("Title as printed."),
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
    abstract: Prose.optional().describe("Summary of the work; an empty line parts paragraphs."),
    topics: z.array(Text).default([]).describe("What it is about, such as [sleep, memory]."),
    citations: CitationCount.optional().describe("How often it was cited, and who says so."),
  })
  .meta({ id: "Work", description: "A publication: one work with one or more appearances." });

export type Appearance = z.output<typeof Appearance>;
export type AppearanceStatus = z.output<typeof AppearanceStatus>;
export type Honour = z.output<typeof Honour>;
export type LinkType = z.output<typeof LinkType>;
export type Work = z.output<typeof Work>;
