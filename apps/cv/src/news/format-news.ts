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

function shorten(lines: readonly string[], max: number): string[] {
  return lines.length <= max
    ? [...lines]
    : [...lines.slice(0, max), `and ${lines.length - max} more`];
}

function formatItem({ what, id, url, details }: NewsItem): string {
  const title = url === undefined ? escape(what) : `[${escape(what)}](${asTarget(url)})`;
  const name = id === undefined ? "" : ` \`${id}\``;
  const said = shorten(details.map(escape), MAX_DETAILS).join("; ");
  return `- ${title}${name}${said === "" ? "" : `: ${said}`}`;
}

const isSection = (name: string): name is keyof News => Object.hasOwn(HEADINGS, name);

/**
 * News as Markdown for a pull request. The same news give the same text, so that a report that was
 * read and kept is not brought up again.
 */
export function formatNews(news: News, silent: readonly string[]): string {
  const sections = Object.keys(HEADINGS)
    .filter(isSection)
    .flatMap((name) => {
      const items = news[name];
      if (items.length === 0) return [];
      const lines = shorten(items.map(formatItem), MAX_ITEMS).map((line) =>
        line.startsWith("- ") ? line : `- ${line}`,
      );
      return [`## ${HEADINGS[name]}\n\n${lines.join("\n")}`];
    });
  const notes =
    silent.length === 0
      ? []
      : [`## Not answered\n\n${silent.map((line) => `- ${escape(line)}`).join("\n")}`];
  const lead =
    "What the sources of the record say since it was last brought up to date. What its owner " +
    "wrote was left as it is.";
  const text = ["# The record, brought up to date", lead, ...notes, ...sections].join("\n\n");
  if (text.length <= MAX_LENGTH) return `${text}\n`;
  const whole = text.slice(0, text.lastIndexOf("\n", MAX_LENGTH));
  return `${whole}\n\nThe rest does not fit here; \`cv sync --json\` has it.\n`;
}
