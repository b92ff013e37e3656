import type { Cv } from "@triptych/schema";
import { composeChart, composeHeader, composePublications, plainText } from "@triptych/view";
import { workAddress } from "../addresses.ts";
import type { Preview } from "./draw-preview.ts";

/** A page as its own markup names it. */
export interface NamedPage {
  /** Address below the root, with slashes at both ends. */
  path: string;
  title: string;
}

/** Returns what the picture of a page says: a work its authors and venue, every other page the career's chart. */
export function previewComposer(cv: Cv): (page: NamedPage) => Preview {
  const { name, roles } = composeHeader(cv);
  const publications = composePublications(cv);
  const works = new Map(publications.map((publication) => [workAddress(publication.id), publication]));
  const chart = composeChart(publications);
  return ({ path, title }) => {
    const work = works.get(path);
    if (work !== undefined) return { title: work.title, subtitle: plainText(work.authors), label: plainText(work.venue), name };
    if (path === "/") return { title: name, chart, ...(roles[0] === undefined ? {} : { subtitle: roles[0] }) };
    const suffix = `, ${name}`;
    return { title: title.endsWith(suffix) ? title.slice(0, -suffix.length) : title, name, chart };
  };
}
