import { splitName } from "../citation/split-name.ts";
import type { FoundAuthor, FoundWork, MarkMeaning } from "../found/finding.ts";
import type { DraftEntry } from "./draft.ts";
import { findOwner } from "../match/owner-form.ts";

/** Groups of authors who carry a sign that means equal contribution, each once. */
export function groupEqual(
  authors: readonly FoundAuthor[],
  marks: ReadonlyMap<string, MarkMeaning>,
): string[][] {
  const signs = [...marks].filter(([, meaning]) => meaning === "equal").map(([sign]) => sign);
  const groups = signs
    .map((sign) => authors.filter((author) => author.marks?.includes(sign)).map(({ name }) => name))
    .filter((group) => group.length > 1);
  return [...new Map(groups.map((group) => [group.join("\n"), group])).values()];
}

export function reportMarks(
  entry: DraftEntry,
  authors: readonly FoundAuthor[],
  marks: ReadonlyMap<string, MarkMeaning>,
): void {
  for (const { name, marks: signs } of authors) {
    for (const sign of signs ?? "") {
      const meaning = marks.get(sign);
      if (meaning === "corresponding")
        entry.remark(
          "dropped",
          "authors",
          `${sign} at ${name}: the record has no place for a corresponding author`,
        );
      if (meaning === "ignore") entry.remark("dropped", "authors", `${sign} at ${name} is ignored`);
    }
  }
}

/** Enters people whose family name the source states and the printed name alone would not give. */
export function keepFamilies(entry: DraftEntry, authors: readonly FoundAuthor[]): void {
  for (const { name, family } of authors) {
    if (family === undefined) continue;
    const guessed = splitName(name);
    const whole =
      guessed.kind === "literal"
        ? guessed.name
        : [guessed.particle, guessed.family].filter((part) => part !== undefined).join(" ");
    const isPlain = guessed.kind === "person" && (guessed.family === family || whole === family);
    const isKnown = [entry.draft.cv.profile, ...entry.draft.cv.people].some(
      (person) => person.name === name || person.aliases.includes(name),
    );
    if (!isPlain && !isKnown) entry.draft.addPerson(name, family);
  }
}

/** Whether the owner is among the authors; a form of the name that is new is entered, and told. */
export function admitOwner(entry: DraftEntry, { authors, hasMoreAuthors }: FoundWork): boolean {
  const { profile, people } = entry.draft.cv;
  const owner = findOwner(authors, profile);
  if (owner.kind === "known") return true;
  const isOther =
    owner.kind === "form" &&
    (people.some((person) => person.name === owner.name || person.aliases.includes(owner.name)) ||
      !entry.draft.couldBeOwner(owner.name));
  if (owner.kind === "absent" || isOther) {
    const names = authors.slice(0, 3).map(({ name }) => name);
    entry.remark(
      "left-out",
      "authors",
      `${profile.name} is not among the authors ` +
        `(${names.join(", ")}${authors.length > 3 ? ", …" : ""}); ` +
        (hasMoreAuthors === true
          ? "the list is not complete: if you are one of the others, write your name into it and " +
            "import it again"
          : "if one of them is you, give --alias and the name as printed"),
    );
    return false;
  }
  entry.draft.addAlias(owner.name);
  entry.remark(
    "guessed",
    "authors",
    `“${owner.name}” is ${profile.name}${owner.isSure ? "" : ", written shorter"}; it was ` +
      "added to profile.aliases",
  );
  return true;
}
