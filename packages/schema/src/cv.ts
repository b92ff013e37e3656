import { z } from "zod";
import { Person } from "./entry/person.ts";
import { Profile } from "./entry/profile.ts";
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
    profile: Profile,
    ...listShapes(),
    publications: z.array(Work).default([]),
    people: z.array(Person).default([]),
    venues: z.array(Venue).default([]),
    figures: z.array(ReportedFigure).default([]),
    variants: z.array(Variant).default([]),
    settings: Settings.prefault({}),
    schemaVersion: SchemaVersion,
  })
  .meta({
    id: "Cv",
    description: "One person’s record, from which the site, the PDF and the digest are made.",
  });

export type CvInput = z.input<typeof Cv>;
export type Cv = z.output<typeof Cv>;
