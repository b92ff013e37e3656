import { splitMarks } from "../found/author-mark.ts";
import { type Found, openNotebook, type Reading, type Remark } from "../found/finding.ts";
import { readDate } from "../found/foreign-date.ts";
import { childOf, keysOf, listOf, parseJson, textOf } from "../text/json-text.ts";
import { fitReference } from "../found/reference.ts";

/**
 * Reads an answer of Open Library's Books API (`jscmd=data`), an object with a book for each ISBN
 * asked for; one it does not know is absent. Its subjects are those of readers and libraries and
 * are not taken over. Never throws.
 */
export function readOpenLibrary(text: string): Reading {
  const remarks: Remark[] = [];
  const parsed = parseJson(text);
  if (parsed.kind === "broken") {
    openNotebook(remarks, { key: "", line: parsed.line }).leaveOut(parsed.reason);
    return { read: 0, found: [], remarks };
  }
  const keys = keysOf(parsed.value);
  const found = keys.flatMap((key): Found[] => {
    const book = childOf(parsed.value, key);
    const notebook = openNotebook(remarks, { key, line: 0 });
    const [title, subtitle, date] = [
      textOf(book, "title"),
      textOf(book, "subtitle"),
      textOf(book, "publish_date"),
    ];
    const day = date === undefined ? undefined : readDate(date)?.date;
    if (date !== undefined && day === undefined)
      notebook.drop("publish_date", `“${date}” is no date that can be read without doubt`);
    const work = fitReference(
      {
        kind: "book",
        title: subtitle === undefined ? title : `${title ?? ""}: ${subtitle}`,
        authors: listOf(book, "authors").flatMap((author) => {
          const { name } = splitMarks(textOf(author, "name") ?? "");
          return name === undefined ? [] : [{ name }];
        }),
        publisher: textOf(book, "publishers", 0, "name"),
        place: textOf(book, "publish_places", 0, "name"),
        date: day,
        isbn: key.replace(/^ISBN:/, ""),
        urls: [],
        topics: [],
      },
      notebook,
    );
    return work === undefined ? [] : [{ kind: "work", key, line: 0, work }];
  });
  return { read: keys.length, found, remarks };
}
