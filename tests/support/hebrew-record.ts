import { Cv } from "@triptych/schema";

const LETTERS = "אבגדהוזחטיכלמנסעפצקרשתםןףץך";

/** The same text in Hebrew letters; digits and punctuation stay. */
const writeHebrew = (text: string) =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(
      /\p{Script=Latin}/gu,
      (letter) => LETTERS[letter.toLowerCase().charCodeAt(0) % LETTERS.length] ?? "",
    );

type Path = readonly PropertyKey[];

function rewrite(value: unknown, path: Path, isKept: (path: Path) => boolean): unknown {
  if (typeof value === "string") return isKept(path) ? value : writeHebrew(value);
  if (Array.isArray(value)) return value.map((item, at) => rewrite(item, [...path, at], isKept));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, rewrite(item, [...path, key], isKept)]),
  );
}

/** A record with all that its schema lets be written in Hebrew letters in them. */
export function hebrewRecord(cv: Cv): Cv {
  const kept = new Set<string>();
  const isKept = (path: Path) =>
    path.some((_, at) => kept.has(JSON.stringify(path.slice(0, at + 1))));
  for (;;) {
    const result = Cv.safeParse(rewrite(cv, [], isKept));
    if (result.success) return result.data;
    const before = kept.size;
    for (const { path } of result.error.issues) kept.add(JSON.stringify(path));
    if (kept.size === before) throw result.error;
  }
}

/** Every text of a record. */
export function listTexts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(listTexts) : [];
}
