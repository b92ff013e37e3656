import type { News, NewsItem } from "./collect-news.ts";

const HEADINGS = {
  added: "New",
  appeared: "Appeared since",
  changed: "Completed",
  retracted: "Retracted",
  dead: "Addresses that lead nowhere",
  toDo: "To do by hand",
  leftOut: "Not taken, and why",
  otherwise: "Sources say otherwise; the record stays",
} as const satisfies Record<keyof News, string>;

/** A pull request has 65,536 characters. */
const MAX_LENGTH = 60_000;
const MAX_ITEMS = 60;
const MAX_DETAILS = 6;

/**
 * Text of strangers as Markdown that says just that: no links, no mentions of people, no words that
 * close an issue.
 */
const escape = (text: string): string =>
  text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\\`*_[\]<>|~$]/g, (character) => `\\${character}`)
    .replaceAll(/[@#]/g, (character) => `${character}<!-- -->`);

/** An address that ends where Markdown thinks it ends. */
const asTarget = (url: string) => `<${url.replaceAll(/[<>\s\\]/g, encodeURIComponent)}>`;

function shorten(lines: readonly string[], max: number, mark = ""): string[] {
  return lines.length <= max
    ? [...lines]
    : [...lines.slice(0, max), `${mark}and ${lines.length - max} more`];
}

function formatItem({ what, id, url, details }: NewsItem): string {
  const title = url === undefined ? escape(what) : `[${escape(what)}](${asTarget(url)})`;
  const name = id === undefined ? "" : ` \`${id}\``;
  const said = shorten(details.map(escape), MAX_DETAILS).join("; ");
  return `- ${title}${name}${said === "" ? "" : `: ${said}`}`;
}

const isSection = (name: string): name is keyof News => Object.hasOwn(HEADINGS, name);

/** Sections that say more of edits; without edits they would bring up what was told before. */
const OF_EDITS: ReadonlySet<keyof News> = new Set<keyof News>(["leftOut", "otherwise"]);

/**
 * News as Markdown for a pull request. The same news give the same text, so that a report that was
 * read and kept is not brought up again; so `silent`, why sources did not answer, is said of edits
 * alone.
 */
export function formatNews(news: News, silent: readonly string[]): string {
  const hasEdits = [news.added, news.appeared, news.changed].some((items) => items.length > 0);
  const sections = Object.keys(HEADINGS)
    .filter(isSection)
    .filter((name) => hasEdits || !OF_EDITS.has(name))
    .flatMap((name) => {
      const lines = shorten(news[name].map(formatItem), MAX_ITEMS, "- ");
      return lines.length === 0 ? [] : [`## ${HEADINGS[name]}\n\n${lines.join("\n")}`];
    });
  const notes = hasEdits ? silent.map((line) => `- ${escape(line)}`) : [];
  const lead =
    "What the sources of the record say since it was last brought up to date. What its owner " +
    "wrote was left as it is.";
  const text = [
    "# The record, brought up to date",
    lead,
    ...(notes.length === 0 ? [] : [`## Not answered\n\n${notes.join("\n")}`]),
    ...sections,
  ].join("\n\n");
  if (text.length <= MAX_LENGTH) return `${text}\n`;
  const whole = text.slice(0, text.lastIndexOf("\n", MAX_LENGTH));
  return `${whole}\n\nThe rest does not fit here; \`cv sync --json\` has it.\n`;
}
