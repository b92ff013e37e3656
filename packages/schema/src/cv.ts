import { z } from "zod";
import { Course, MediaItem, Mentee, Organisation, Service, Talk, Tutorial } from "./activity.ts";
import { Award, Education, Grant, Position } from "./career.ts";
import { Person } from "./person.ts";
import {
  Certificate,
  Consulting,
  Exhibition,
  Language,
  Membership,
  Project,
  Reference,
  SkillArea,
} from "./practice.ts";
import { Profile } from "./profile.ts";
import { ReportedFigure } from "./reported-figure.ts";
import { SchemaVersion } from "./schema-version.ts";
import { Settings } from "./settings.ts";
import { Variant } from "./variant.ts";
import { Venue } from "./venue.ts";
import { Work } from "./work.ts";

/** The canonical record. Lists keep the owner's order; only `profile` is required. */
export const Cv = z
  .strictObject({
    profile: Profile,
    education: z.array(Education).default([]),
    positions: z.array(Position).default([]),
    awards: z.array(Award).default([]),
    grants: z.array(Grant).default([]),
    talks: z.array(Talk).default([]),
    courses: z.array(Course).default([]),
    tutorials: z.array(Tutorial).default([]),
    mentees: z.array(Mentee).default([]),
    service: z.array(Service).default([]),
    organisation: z.array(Organisation).default([]),
    media: z.array(MediaItem).default([]),
    exhibitions: z.array(Exhibition).default([]),
    projects: z.array(Project).default([]),
    consulting: z.array(Consulting).default([]),
    certificates: z.array(Certificate).default([]),
    memberships: z.array(Membership).default([]),
    skills: z.array(SkillArea).default([]),
    languages: z.array(Language).default([]),
    references: z.array(Reference).default([]),
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
