import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { renderNote } from "./page/page.tsx";
import { language } from "../words.ts";

const { missing, broken, todo } = language.service;

/** The site's own page for what is not there, or ours where it has none. */
export function readMissingPage(
  site: string,
  name: string,
): Promise<{ html: string; isOfSite: boolean }> {
  return readFile(join(site, "404.html"), "utf8").then(
    (html) => ({ html, isOfSite: true }),
    () => ({ html: renderMissingPage(name), isOfSite: false }),
  );
}

function renderMissingPage(name: string): string {
  return renderNote({
    name,
    title: missing.title,
    label: todo,
    children: (
      <p>
        <a href="/">{missing.home}</a>
      </p>
    ),
  });
}

export function renderBrokenPage(name: string): string {
  return renderNote({ name, title: broken.title, label: todo, children: <p>{broken.lead}</p> });
}
