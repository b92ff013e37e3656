import { readLiteralName } from "../found/author-mark.ts";
import type { Notebook, Reading } from "../found/finding.ts";
import { readDay } from "../found/foreign-date.ts";
import { addReference, openReading, readJson } from "../found/reading.ts";
import type { Reference } from "../found/reference.ts";
import { childOf, type Json, keysOf, listOf, textOf } from "../text/json-text.ts";

function toReference(book: Json, isbn: string, notebook: Notebook): Reference {
  const [title, subtitle] = [textOf(book, "title"), textOf(book, "subtitle")];
  return {
    kind: "book",
    title: subtitle === undefined ? title : `${title ?? ""}: ${subtitle}`,
    authors: listOf(book, "authors").flatMap((author) =>
      readLiteralName(textOf(author, "name") ?? "", "authors", notebook),
    ),
    publisher: textOf(book, "publishers", 0, "name"),
    place: textOf(book, "publish_places", 0, "name"),
    date: readDay(textOf(book, "publish_date"), "publish_date", notebook),
    isbn,
    urls: [],
    topics: [],
  };
}

/**
 * Reads an answer of Open Library's Books API (`jscmd=data`), an object with a book for each ISBN
 * asked for; one it does not know is absent. Its subjects are those of readers and libraries and
 * are not taken over. Never throws.
 */
export const readOpenLibrary = (text: string): Reading =>
  readJson(text, (answer) => {
    const open = openReading();
    for (const key of keysOf(answer))
      addReference(open, { key, line: 0 }, (notebook) =>
        toReference(childOf(answer, key), key.replace(/^ISBN:/, ""), notebook),
      );
    return open.reading;
  });
