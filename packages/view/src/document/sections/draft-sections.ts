import type { SectionId } from "@triptych/schema";
import { CAREER } from "./career.ts";
import { CREDENTIALS } from "./credentials.ts";
import type { DraftSection } from "./draft-group.ts";
import { FUNDING } from "./funding.ts";
import { PROFILE } from "./profile.ts";
import { PROJECTS } from "./projects.ts";
import { SERVICE } from "./service.ts";
import { TALKS } from "./talks.ts";
import { TEACHING } from "./teaching.ts";

/** What each section shows of a record; publications are works, and come from their views. */
export const DRAFT_SECTIONS: Readonly<Record<Exclude<SectionId, "publications">, DraftSection>> = {
  ...CAREER,
  ...CREDENTIALS,
  ...FUNDING,
  ...PROFILE,
  ...PROJECTS,
  ...SERVICE,
  ...TALKS,
  ...TEACHING,
};
