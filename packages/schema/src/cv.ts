import { z } from "zod";
import { Person } from "./entry/person.ts";
import { Profile } from "./entry/profile.ts";
import { RefusedWork } from "./work/refused-work.ts";
import { ReportedFigure } from "./entry/reported-figure.ts";
import { SchemaVersion } from "./schema-version.ts";
import { listShapes } from "./section.ts";
import { Settings } from "./settings.ts";
import { Variant } from "./variant.ts";
import { Venue } from "./entry/venue.ts";
import { Work } from "./work/work.ts";

/** The canonical record. Lists keep the owner's order; only `profile` is required. */
export const Cv = z
  .strictObject({
    profile: Profile.describe("Who the CV is about and how to reach them."),
    ...listShapes(),
    publications: z
      .array(Work)
      .default([])
      .describe("Publications: papers, books, software and all else that came out."),
    people: z
      .array(Person)
      .default([])
      .describe("People who occur under more than one name, or who need a link."),
    venues: z
      .array(Venue)
      .default([])
      .describe("Journals, conferences and other places where works appear."),
    refused: z
      .array(RefusedWork)
      .default([])
      .describe("Works that services take for yours and that are not; never published."),
    figures: z
      .array(ReportedFigure)
      .default([])
      .describe("Figures as others reported them, such as an h-index."),
    variants: z
      .array(Variant)
      .default([])
      .describe("Documents that show a part of the record, such as a short CV."),
    settings: Settings.prefault({}).describe("How the record is published."),
    schemaVersion: SchemaVersion,
  })
  .meta({
    id: "Cv",
    description: "One person’s record, from which the site, the PDF and the digest are made.",
  });

export type CvInput = z.input<typeof Cv>;
export type Cv = z.output<typeof Cv>;
