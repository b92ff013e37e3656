import type { MergePlan, SourcedRemark } from "@triptych/exchange/import";
import type { Paint } from "@triptych/terminal";

const count = (value: number, one: string, many: string) => `${value} ${value === 1 ? one : many}`;

const placeOf = ({ key, line }: { key: string; line: number }) =>
  line === 0 ? key : `${key === "" ? "" : `${key} `}(line ${line})`;

/** `pubs.bib  left out: …` for each reason once, with the entries it is about. */
function formatRemarks(remarks: readonly SourcedRemark[], paint: Paint): string[] {
  const ORDER = ["retracted", "left-out", "to-do", "guessed", "dropped"] as const;
  const WORDS = {
    retracted: "retracted",
    "left-out": "left out",
    "to-do": "to do",
    guessed: "guessed",
    dropped: "dropped",
  } as const;
  return ORDER.flatMap((kind) => {
    const groups = Map.groupBy(
      remarks.filter((remark) => remark.kind === kind),
      ({ file, field, reason }) => JSON.stringify([file, field ?? "", reason]),
    );
    return [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { file, field, reason } = first;
      const entries = [...new Set(group.map(placeOf))].filter((place) => place !== "").join(", ");
      const what = field === undefined ? reason : `${field}: ${reason}`;
      return (
        `${paint(kind === "left-out" || kind === "retracted" ? "red" : "yellow", WORDS[kind])}  ` +
        `${file}${entries === "" ? "" : `  ${entries}`}  ${what}`
      );
    });
  });
}

/**
 * Entries read, added, merged, left out; then every entry left out and every field guessed or
 * dropped, with key and line.
 */
export function formatImport(plan: MergePlan, paint: Paint): string {
  const added = plan.outcomes.filter(({ kind }) => kind === "added");
  const merged = plan.outcomes.filter(({ kind }) => kind === "merged");
  const unchanged = plan.outcomes.filter(({ kind }) => kind === "unchanged");
  const leftOut = new Set(
    plan.remarks
      .filter(({ kind }) => kind === "left-out")
      .map(({ file, key, line }) => JSON.stringify([file, key, line])),
  ).size;
  const lines = [
    ...formatRemarks(plan.remarks, paint),
    ...merged.map(
      ({ file, id, what, ...place }) =>
        `merged  ${file}  ${placeOf(place)}  ` +
        `${id}${what === undefined || what.length === 0 ? "" : `: ${what.join(", ")}`}`,
    ),
  ];
  const summary = [
    count(plan.read, "entry read", "entries read"),
    `${added.length} added`,
    `${merged.length} merged`,
    `${unchanged.length} known already`,
    `${leftOut} left out`,
  ];
  return [...lines, paint("green", summary.join(", "))].join("\n");
}

/** The same for programs. */
export function describeImport(plan: MergePlan) {
  const of = (wanted: string) =>
    plan.outcomes
      .filter(({ kind }) => kind === wanted)
      .map(({ file, key, line, id, what }) => ({ file, key, line, id, what }));
  const remarks = (wanted: string) =>
    plan.remarks
      .filter(({ kind }) => kind === wanted)
      .map(({ file, key, line, field, reason }) => ({ file, key, line, field, reason }));
  return {
    read: plan.read,
    added: of("added"),
    merged: of("merged"),
    unchanged: of("unchanged"),
    leftOut: remarks("left-out"),
    toDo: remarks("to-do"),
    retracted: remarks("retracted"),
    guessed: remarks("guessed"),
    dropped: remarks("dropped"),
  };
}
