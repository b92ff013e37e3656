import type { Changes, SectionChanges } from "./changes.ts";
import type { Entry } from "../document/entry.ts";
import type { Publication } from "../works/publication.ts";
import { plainText, type Span } from "../text/span.ts";

/** How a form of text marks titles and items. */
interface Form {
  title: (text: string) => string;
  item: (text: string) => string;
  emphasis: (text: string) => string;
}

const PLAIN: Form = {
  title: (text) => `${text}\n${"-".repeat(text.length)}`,
  item: (text) => `  ${text}`,
  emphasis: (text) => text,
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
};

const plain = (text: string) => text.replaceAll("\u00a0", " ");

function workText(
  { title, listedAuthors }: Publication,
  venue: readonly Span[],
  { emphasis }: Form,
  escape: (text: string) => string,
): string {
  return `${emphasis(escape(title))}. ${escape(plain(plainText(listedAuthors)))}. ${escape(plain(plainText(venue)))}.`;
}

function entryText({ rail, lines }: Entry, escape: (text: string) => string): string {
  const body = lines.map(({ spans }) => plainText(spans)).join(". ");
  return escape(plain(rail === "" ? body : `${rail}: ${body}`));
}

function sectionItems(
  { added, ended, changed, removed }: SectionChanges,
  escape: (text: string) => string,
): string[] {
  return [
    ...added.map((entry) => entryText(entry, escape)),
    ...ended.map((entry) => `Ended: ${entryText(entry, escape)}`),
    ...changed.map(
      ({ before, after }) => `${entryText(after, escape)} (was: ${entryText(before, escape)})`,
    ),
    ...removed.map((entry) => `Removed: ${entryText(entry, escape)}`),
  ];
}

function writeChanges(changes: Changes, form: Form, escape: (text: string) => string): string {
  const works = (publications: readonly Publication[]) =>
    publications.map((publication) => workText(publication, publication.venue, form, escape));
  const blocks: [title: string, items: string[]][] = [
    ["New", works(changes.works)],
    [
      "Accepted and honoured",
      changes.updates.map(({ publication, news }) => workText(publication, news, form, escape)),
    ],
    ["Corrected", changes.corrected.map(({ after }) => workText(after, after.venue, form, escape))],
    ["Removed", works(changes.removed)],
    ...changes.sections.map((section): [string, string[]] => [
      section.title,
      sectionItems(section, escape),
    ]),
  ];
  return blocks
    .flatMap(([title, items]) =>
      items.length === 0 ? [] : [[form.title(title), ...items.map(form.item)].join("\n")],
    )
    .join("\n\n");
}

/** The changes as plain text, a block for each section; empty where there are none. */
export function changesText(changes: Changes): string {
  return writeChanges(changes, PLAIN, (text) => text);
}

/** The same in Markdown. */
export function changesMarkdown(changes: Changes): string {
  return writeChanges(changes, MARKDOWN, escapeMarkdown);
}
