import type { Cv } from "@triptych/schema";
import type { Identifier, MarkMeaning, Reading } from "../found/finding.ts";
import { Draft, type Source, type SourcedRemark } from "./draft.ts";
import type { Edit } from "./edit.ts";
import { mergePart } from "./merge-part.ts";
import { mergeProfile } from "./merge-profile.ts";
import { mergeWork } from "./merge-work.ts";
import { doubtAttribution } from "../match/attribution.ts";
import type { Claims } from "../match/part-match.ts";
import { RefusedWorks } from "../match/refused-match.ts";
import { WorkClaims } from "./work-claim.ts";

export interface SourcedReading {
  file: string;
  reading: Reading;
}

export interface MergeOptions {
  /** What signs at names mean; every sign that occurs should be here. */
  marks: ReadonlyMap<string, MarkMeaning>;
  /** Further forms of the owner's name. */
  aliases: readonly string[];
  /** Whether it is a service that says whose the works are: it may take another for the owner. */
  isAttributed?: boolean;
}

/** What became of one entry. `id` is that of the work, or the list it went to. */
export type EntryOutcome = Source & {
  kind: "added" | "merged" | "unchanged";
  id: string;
  what?: readonly string[];
};

/** What would be done to a record, and all the owner must know about it. */
export interface MergePlan {
  edits: Edit[];
  /** The record as it would be. */
  cv: Cv;
  read: number;
  outcomes: EntryOutcome[];
  remarks: SourcedRemark[];
  /** Works known by an identifier alone, which have to be looked up. */
  pointers: (Source & { id: Identifier; title?: string | undefined })[];
}

/**
 * The signs at names of authors in readings, each with a place where it occurs, but for those whose
 * entry says what they mean.
 */
export function listMarks(
  readings: readonly SourcedReading[],
): Map<string, { name: string; source: Source; count: number }> {
  const marks = new Map<string, { name: string; source: Source; count: number }>();
  for (const { file, reading } of readings) {
    for (const entry of reading.found) {
      if (entry.kind !== "work") continue;
      for (const { name, marks: signs } of entry.work.authors) {
        for (const sign of signs ?? "") {
          if (entry.work.marks?.has(sign) === true) continue;
          const known = marks.get(sign);
          if (known === undefined)
            marks.set(sign, { name, source: { file, key: entry.key, line: entry.line }, count: 1 });
          else known.count += 1;
        }
      }
    }
  }
  return marks;
}

/** New works of a record that had none, the newest first; those without a date at the end. */
function sortFreshWorks(draft: Draft): void {
  if (!draft.isFresh) return;
  const dateOf = (work: Cv["publications"][number]) => work.appearances[0]?.date ?? "";
  draft.cv.publications.sort((a, b) =>
    dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0,
  );
  if (draft.cv.publications.length === 0) return;
  const rest = draft.edits.filter(({ path }) => path[0] !== "publications");
  draft.edits.splice(0, draft.edits.length, ...rest, {
    kind: "set",
    path: ["publications"],
    value: draft.cv.publications.map(withoutDefaults),
  });
}

/** A value without the empty lists and defaults that the schema adds. */
function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, child]) =>
          child !== undefined &&
          !(Array.isArray(child) && child.length === 0) &&
          !(key === "status" && child === "published"),
      )
      .map(([key, child]) => [key, withoutDefaults(child)]),
  );
}

function planOnce(
  cv: Cv,
  readings: readonly SourcedReading[],
  { marks, aliases }: MergeOptions,
): MergePlan {
  const draft = new Draft(cv);
  const refused = new RefusedWorks(cv.refused);
  for (const alias of aliases)
    if (alias !== cv.profile.name && !draft.cv.profile.aliases.includes(alias))
      draft.addAlias(alias);
  const outcomes: EntryOutcome[] = [];
  const pointers: MergePlan["pointers"] = [];
  for (const { file, reading } of readings) {
    const claims: Claims = new Map();
    const works = reading.found.flatMap((entry) => (entry.kind === "work" ? [entry.work] : []));
    const context = { marks, claims: new WorkClaims(draft.index, works) };
    for (const entry of reading.found) {
      const source = { file, key: entry.key, line: entry.line };
      const refusal =
        entry.kind === "work"
          ? refused.explain(entry.work)
          : entry.kind === "pointer"
            ? refused.explainIdentifier(entry.id)
            : undefined;
      if (refusal !== undefined) {
        draft.open(source).remark("left-out", undefined, refusal);
        continue;
      }
      if (entry.kind === "pointer") {
        const held = draft.index.holderOf({ [entry.id.scheme]: entry.id.value });
        if (held === undefined) pointers.push({ ...source, id: entry.id, title: entry.title });
        else outcomes.push({ kind: "unchanged", ...source, id: held });
        continue;
      }
      const id = entry.kind === "part" ? entry.list : "profile";
      const outcome =
        entry.kind === "work"
          ? mergeWork(draft.open(source), entry.work, context)
          : entry.kind === "part"
            ? mergePart(draft.open(source), entry, claims)
            : mergeProfile(draft.open(source), entry.value);
      if (outcome.kind !== "left-out") outcomes.push({ ...source, id, ...outcome });
    }
  }
  sortFreshWorks(draft);
  return {
    edits: draft.edits,
    cv: draft.cv,
    read: readings.reduce((sum, { reading }) => sum + reading.read, 0),
    outcomes,
    remarks: draft.remarks,
    pointers,
  };
}

const placeOf = ({ file, key, line }: Source) => JSON.stringify([file, key, line]);

/**
 * Adds what a further round found out to a plan: its edits, and entries that were left out or
 * unchanged before.
 */
function continuePlan(plan: MergePlan, next: MergePlan): MergePlan {
  const places = ({ outcomes }: MergePlan) =>
    new Set(outcomes.filter(({ kind }) => kind !== "unchanged").map(placeOf));
  const [settled, changed] = [places(plan), places(next)];
  const isRevised = (source: Source) => {
    const place = placeOf(source);
    return changed.has(place) && !settled.has(place);
  };
  const revise = <Item extends Source>(before: Item[], after: Item[]) => [
    ...before.filter((item) => !isRevised(item)),
    ...after.filter(isRevised),
  ];
  return {
    ...next,
    edits: [...plan.edits, ...next.edits],
    outcomes: revise(plan.outcomes, next.outcomes),
    remarks: revise(plan.remarks, next.remarks),
  };
}

/** New works that may be somebody else's, each once. */
function listDoubts(before: Cv, { cv, outcomes }: MergePlan): SourcedRemark[] {
  const works = new Map(cv.publications.map((work) => [work.id, work]));
  const added = new Map(
    outcomes.flatMap((outcome) => (outcome.kind === "added" ? [[outcome.id, outcome]] : [])),
  );
  return [...added].flatMap(([id, { file, key, line }]): SourcedRemark[] => {
    const work = works.get(id);
    const reason = work === undefined ? undefined : doubtAttribution(before, work);
    return reason === undefined
      ? []
      : [{ kind: "to-do", file, key, line, field: "authors", reason }];
  });
}

/**
 * An entry may be recognised only after a later one was added; more rounds than this have no honest
 * cause.
 */
const MAX_ROUNDS = 5;

/**
 * Plans how what was read goes into a record. Nothing that the record says is changed. The plan is
 * repeated on its own result until nothing is left to do, so that the same readings planned again
 * change nothing.
 */
export function planMerge(
  cv: Cv,
  readings: readonly SourcedReading[],
  options: MergeOptions,
): MergePlan {
  let plan = planOnce(cv, readings, options);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const next = planOnce(plan.cv, readings, options);
    if (next.edits.length === 0) break;
    plan = continuePlan(plan, next);
  }
  const told = readings.flatMap(({ file, reading }) =>
    reading.remarks.map((remark) => ({ ...remark, file })),
  );
  const doubts = options.isAttributed === true ? listDoubts(cv, plan) : [];
  return { ...plan, remarks: [...told, ...plan.remarks, ...doubts] };
}
