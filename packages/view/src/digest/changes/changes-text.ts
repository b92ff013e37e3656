import type { Words } from "@triptych/words";
import { joinSentences, stop } from "@triptych/words/sentence";
import type { Entry } from "../../document/sections/entry.ts";
import { plainText, type Span } from "../../text/span.ts";
import type { Publication } from "../../works/publication.ts";
import type { Changes } from "./changes.ts";
import type { SectionChanges } from "./section-changes.ts";

/** How a form of text marks titles and items, and what it must escape. */
interface Form {
  title: (text: string) => string;
  item: (text: string) => string;
  emphasis: (text: string) => string;
  escape: (text: string) => string;
}

const PLAIN: Form = {
  title: (text) => `${text}\n${"-".repeat(text.length)}`,
  item: (text) => `  ${text}`,
  emphasis: (text) => text,
  escape: (text) => text,
};

/**
 * What would be markup in a Markdown text is escaped; a number and a full stop at the beginning
 * would be a list.
 */
const escapeMarkdown = (text: string) =>
  text.replaceAll(/[\\`*_[\]<>#|~]/g, String.raw`\$&`).replace(/^(\d+)\./, String.raw`$1\.`);

const MARKDOWN: Form = {
  title: (text) => `## ${escapeMarkdown(text)}\n`,
  item: (text) => `- ${text}`,
  emphasis: (text) => `**${text}**`,
  escape: escapeMarkdown,
};

const plain = (text: string) => text.replaceAll("\u00a0", " ");

function workText(
  { title, listedAuthors }: Publication,
  news: readonly Span[],
  { emphasis, escape }: Form,
): string {
  // A full stop stands outside of the emphasis.
  const head = `${emphasis(escape(title))}${stop(title).slice(title.length)}`;
  const rest = [listedAuthors, news].map((spans) => escape(stop(plain(plainText(spans)))));
  return [head, ...rest].filter((part) => part !== "").join(" ");
}

function entryText({ rail, lines }: Entry, { escape }: Form): string {
  const body = joinSentences(lines.map(({ spans }) => plainText(spans)));
  return escape(plain(rail === "" ? body : `${rail}: ${body}`));
}

function sectionItems(
  { added, ended, changed, removed }: SectionChanges,
  form: Form,
  { changes }: Words,
): string[] {
  const read = (entry: Entry) => entryText(entry, form);
  return [
    ...added.map(read),
    ...ended.map((entry) => changes.entryEnded({ entry: read(entry) })),
    ...changed.map(({ before, after }) =>
      changes.entryChanged({ before: read(before), after: read(after) }),
    ),
    ...removed.map((entry) => changes.entryRemoved({ entry: read(entry) })),
  ];
}

function writeChanges(changes: Changes, form: Form, words: Words): string {
  const { added, updated, corrected, removed } = words.changes;
  const read = (publication: Publication) => workText(publication, publication.venue, form);
  const blocks: [title: string, items: string[]][] = [
    [added, changes.works.map(read)],
    [updated, changes.updates.map(({ publication, news }) => workText(publication, news, form))],
    [corrected, changes.corrected.map(({ after }) => read(after))],
    [removed, changes.removed.map(read)],
    ...changes.sections.map((section): [string, string[]] => [
      section.title,
      sectionItems(section, form, words),
    ]),
  ];
  return blocks
    .flatMap(([title, items]) =>
      items.length === 0 ? [] : [[form.title(title), ...items.map(form.item)].join("\n")],
    )
    .join("\n\n");
}

/** The changes as plain text, a block for each section; empty where there are none. */
export function changesText(changes: Changes, words: Words): string {
  return writeChanges(changes, PLAIN, words);
}

/** The same in Markdown. */
export function changesMarkdown(changes: Changes, words: Words): string {
  return writeChanges(changes, MARKDOWN, words);
}
