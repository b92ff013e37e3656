import { readMarkedLine } from "./markup-text.ts";
import { cleanLine } from "./plain-text.ts";

export interface Tag {
  name: string;
  value: string;
}

/** A record of a file in which each line begins with the name of its field. Lines count from 1. */
export interface TaggedRecord {
  line: number;
  tags: Tag[];
  isClosed: boolean;
}

/** What a format writes before a value, and which tags open and close a record. */
export interface TagStyle {
  tag: RegExp;
  opens: string;
  closes?: string;
}

/**
 * The records of a file; one that is not closed ends where the next begins. Lines without a tag go
 * on with the one above.
 */
export function scanTagged(text: string, { tag, opens, closes }: TagStyle): TaggedRecord[] {
  const records: TaggedRecord[] = [];
  let current: TaggedRecord | undefined;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const [, name, value = ""] = tag.exec(line.replace(/^\uFEFF/, "")) ?? [];
    if (name === opens) {
      current = { line: index + 1, tags: [], isClosed: closes === undefined };
      records.push(current);
    }
    if (current === undefined) continue;
    if (name !== undefined && name === closes) {
      current.isClosed = true;
      current = undefined;
    } else if (name !== undefined) current.tags.push({ name, value });
    else if (line.trim() !== "") {
      const last = current.tags.at(-1);
      if (last !== undefined) last.value += ` ${line.trim()}`;
    }
  }
  return records;
}

/** Hands out the values of a record by tag and knows which were never asked for. */
export function openTags({ tags }: TaggedRecord) {
  const values = tags.flatMap(({ name, value }) => {
    const text = cleanLine(readMarkedLine(value));
    return text === undefined ? [] : [{ name, text }];
  });
  const byName = Map.groupBy(values, ({ name }) => name);
  const [takenTexts, takenNames] = [new Set<string>(), new Set<string>()];
  const waiting = new Set(values);
  const take = (value: { name: string; text: string }) => {
    waiting.delete(value);
    takenTexts.add(value.text);
    takenNames.add(value.name);
    return value.text;
  };
  const find = (names: readonly string[]) => names.flatMap((name) => byName.get(name) ?? []);
  return {
    all: (...names: string[]): string[] => find(names).map(take),
    first: (...names: string[]): string | undefined => find(names).slice(0, 1).map(take)[0],
    /**
     * What nobody took, but for what says again what was taken: two tags with one number may well
     * count two things. `isMore` is one of several.
     */
    unasked: () =>
      [...waiting]
        .map(({ name, text }) => ({ name, text, isMore: takenNames.has(name) }))
        .filter(({ text, isMore }) => !takenTexts.has(text) || !(isMore || /\p{L}/u.test(text))),
  };
}

export type Tags = ReturnType<typeof openTags>;
