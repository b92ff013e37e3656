import {
  Award,
  Certificate,
  Consulting,
  Course,
  Education,
  Exhibition,
  Grant,
  Language,
  MediaItem,
  Membership,
  Mentee,
  Organisation,
  Position,
  Profile,
  Project,
  Reference,
  Service,
  SkillArea,
  Talk,
  Tutorial,
} from "@triptych/schema";
import type { PartList } from "../import/finding.ts";
import { foldText } from "../import/plain-text.ts";
import type { Draft, Source } from "./draft.ts";
import { type Checker, keepValid } from "./valid-part.ts";

export type PartOutcome = { kind: "added" } | { kind: "merged" } | { kind: "unchanged" } | { kind: "left-out" };

const SCHEMAS = {
  education: Education,
  positions: Position,
  awards: Award,
  grants: Grant,
  talks: Talk,
  courses: Course,
  tutorials: Tutorial,
  service: Service,
  organisation: Organisation,
  mentees: Mentee,
  media: MediaItem,
  exhibitions: Exhibition,
  projects: Project,
  consulting: Consulting,
  certificates: Certificate,
  memberships: Membership,
  skills: SkillArea,
  languages: Language,
  references: Reference,
} as const satisfies Record<PartList, Checker<unknown>>;

const textAt = (value: object, ...steps: string[]): string => {
  const found = steps.reduce<unknown>((at, step) => (typeof at === "object" && at !== null ? Reflect.get(at, step) : undefined), value);
  return typeof found === "string" ? foldText(found) : Array.isArray(found) ? found.map((item) => foldText(String(item))).join("|") : "";
};

/** What makes two entries of a list the same entry. Dates count by their year, which sources agree on most. */
function identify(list: PartList, value: object): string {
  const year = (textAt(value, "date") || textAt(value, "period", "start") || textAt(value, "year")).slice(0, 4);
  switch (list) {
    case "education":
      return [textAt(value, "institution", "name"), textAt(value, "degree")].join("\n");
    case "positions":
      return [textAt(value, "institution", "name"), textAt(value, "title"), year].join("\n");
    case "awards":
    case "media":
      return [textAt(value, "title"), year].join("\n");
    case "grants":
      return [textAt(value, "title"), textAt(value, "funders"), year].join("\n");
    case "talks":
      return [textAt(value, "title"), textAt(value, "host"), textAt(value, "series"), year].join("\n");
    case "courses":
      return [textAt(value, "title"), textAt(value, "institution"), year].join("\n");
    case "tutorials":
      return [textAt(value, "title"), textAt(value, "event"), year].join("\n");
    case "organisation":
      return [textAt(value, "event"), textAt(value, "title"), textAt(value, "role"), textAt(value, "kind"), year].join("\n");
    case "mentees":
      return [textAt(value, "names"), textAt(value, "institution"), textAt(value, "level")].join("\n");
    case "exhibitions":
      return [textAt(value, "title"), textAt(value, "institution"), year].join("\n");
    case "projects":
      return [textAt(value, "title"), textAt(value, "organisation")].join("\n");
    case "consulting":
      return [textAt(value, "client"), textAt(value, "title"), year].join("\n");
    case "certificates":
      return [textAt(value, "title"), textAt(value, "body"), year].join("\n");
    case "memberships":
      return [textAt(value, "body"), textAt(value, "role")].join("\n");
    case "skills":
      return textAt(value, "area");
    case "languages":
      return textAt(value, "language");
    case "references":
      return textAt(value, "name") || textAt(value, "name", "name");
    case "service":
      return [textAt(value, "kind"), year].join("\n");
  }
}

/** Adds to a year of service the venues it lacks. */
function fillService(draft: Draft, index: number, venues: readonly string[]): PartOutcome {
  const known = draft.cv.service[index];
  if (known === undefined) return { kind: "unchanged" };
  const fresh = venues.filter((venue) => !known.venues.some((other) => foldText(other) === foldText(venue)));
  for (const venue of fresh) {
    draft.insert(["service", index, "venues"], known.venues.length, venue);
    known.venues.push(venue);
  }
  return { kind: fresh.length === 0 ? "unchanged" : "merged" };
}

function findEntry(draft: Draft, list: PartList, value: object): number {
  const id = identify(list, value);
  const known: readonly object[] = draft.cv[list];
  return known.findIndex((entry) => identify(list, entry) === id);
}

/** Adds an entry of a list at its end, unless the record has it already. */
export function mergePart(draft: Draft, list: PartList, input: Record<string, unknown>, source: Source): PartOutcome {
  const schema: Checker<object> = SCHEMAS[list];
  const kept = keepValid(schema, input);
  if (kept.kind === "refused") {
    draft.remark("left-out", source, undefined, kept.message);
    return { kind: "left-out" };
  }
  for (const { path, message } of kept.dropped) draft.remark("dropped", source, path, message);
  const index = findEntry(draft, list, kept.value);
  if (index >= 0) return list === "service" ? fillService(draft, index, Service.parse(kept.value).venues) : { kind: "unchanged" };
  const known: object[] = draft.cv[list];
  draft.insert([list], known.length, kept.input);
  known.push(kept.value);
  return { kind: "added" };
}

/** Fills what the profile lacks. A file about somebody else says nothing about the owner. */
export function mergeProfile(draft: Draft, input: Record<string, unknown>, source: Source): PartOutcome {
  const { profile } = draft.cv;
  const kept = keepValid(Profile, { ...input, name: typeof input["name"] === "string" ? input["name"] : profile.name });
  if (kept.kind === "refused") {
    draft.remark("left-out", source, undefined, kept.message);
    return { kind: "left-out" };
  }
  for (const { path, message } of kept.dropped) draft.remark("dropped", source, path, message);
  const { value } = kept;
  const forms = [profile.name, ...profile.aliases].map((form) => foldText(form).split(" ").toSorted().join(" "));
  if (!forms.includes(foldText(value.name).split(" ").toSorted().join(" "))) {
    draft.remark("left-out", source, undefined, `it is about ${value.name}, the record about ${profile.name}`);
    return { kind: "left-out" };
  }
  let isFilled = false;
  for (const key of ["headline", "summary", "place", "phone", "orcid"] as const) {
    if (profile[key] !== undefined || value[key] === undefined) continue;
    draft.set(["profile", key], value[key]);
    Object.assign(profile, { [key]: value[key] });
    isFilled = true;
  }
  for (const key of ["aliases", "emails", "links", "interests"] as const) {
    if (profile[key].length > 0 || value[key].length === 0) continue;
    draft.set(["profile", key], value[key]);
    Object.assign(profile, { [key]: value[key] });
    isFilled = true;
  }
  return { kind: isFilled ? "merged" : "unchanged" };
}
