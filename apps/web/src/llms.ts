import { type Header, plainText, type Publication } from "@triptych/view";
import { stop } from "@triptych/words/sentence";
import { FORMATS } from "./bibliography.ts";
import type { SitePage } from "./site-map.ts";
import { words } from "./words.ts";

const { llms } = words;

interface LlmsInput {
  header: Header;
  pages: readonly SitePage[];
  publications: readonly Publication[];
  /** The site's address without a slash at the end. */
  site: string;
}

/** Text of a Markdown link: brackets would end it, a line break would end the item. */
function linkText(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[\\[\]]/g, String.raw`\$&`);
}

/**
 * The site in one Markdown file for language models, in the form llmstxt.org gives: title, summary,
 * then sections of links.
 */
export function writeLlms({ header, pages, publications, site }: LlmsInput): string {
  const views = new Map(publications.map((publication) => [publication.id, publication]));
  const item = (title: string, path: string, note?: string) =>
    `- [${linkText(title)}](${site}${path})${note === undefined ? "" : `: ${note}`}`;
  const works = pages.flatMap(({ path, title, workId }) => {
    const view = workId === undefined ? undefined : views.get(workId);
    return view === undefined
      ? []
      : [
          item(
            title,
            path,
            `${stop(plainText(view.listedAuthors))} ${stop(plainText(view.venue))}`,
          ),
        ];
  });
  const section = (title: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`## ${title}`, items.join("\n")];
  const summary = [...header.roles, header.interestSentence]
    .map((spans) => stop(plainText(spans)))
    .filter((part) => part !== "");
  const parts = [
    `# ${header.name}`,
    ...(summary.length === 0 ? [] : [`> ${summary.join(" ")}`]),
    llms.source({ updated: header.updated }),
    ...section(
      llms.pages,
      pages
        .filter(({ workId }) => workId === undefined)
        .map(({ title, path }) => item(title, path)),
    ),
    ...section(llms.files, [
      item(llms.record, "/cv.json", llms.recordNote),
      item(llms.schema, "/cv.schema.json", llms.schemaNote),
      item(llms.jsonResume, "/resume.json"),
      ...Object.entries(FORMATS).map(([format, { name }]) =>
        item(llms.publicationsAs({ format: name }), `/publications.${format}`),
      ),
      item(llms.atom, "/feed.xml"),
      item(llms.jsonFeed, "/feed.json"),
      item(llms.pdf, "/cv.pdf"),
    ]),
    ...section(llms.publications, works),
  ];
  return `${parts.join("\n\n")}\n`;
}
