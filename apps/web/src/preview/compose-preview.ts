import type { Cv } from "@triptych/schema";
import {
  composeChart,
  composeHeader,
  composePublications,
  newestPublications,
  plainText,
  type Publication,
} from "@triptych/view";
import { language } from "../words.ts";
import { workAddress } from "../addresses.ts";
import type { Preview } from "./draw-preview.ts";

/** A page as its own markup names it. */
export interface NamedPage {
  /** Address below the root, with slashes at both ends. */
  path: string;
  title: string;
}

/** How the owner's name is printed on works, the newest first; aliases alone are not published. */
function printedElsewhere(publications: readonly Publication[]): string[] {
  return newestPublications(publications, Infinity).flatMap(({ authors }) =>
    authors.filter(({ role }) => role === "owner").map(({ text }) => text),
  );
}

/**
 * Returns what the picture of a page says: a work its authors and venue, every other page the
 * career's chart.
 * @param canDraw whether the faces of pictures have the letters of a name; one written otherwise
 *   stands in for one they have not
 */
export function previewComposer(
  cv: Cv,
  canDraw: (name: string) => boolean,
): (page: NamedPage) => Preview {
  const { name, roles } = composeHeader(cv, language);
  const publications = composePublications(cv, language);
  const drawnName = [name, ...printedElsewhere(publications)].find(canDraw) ?? name;
  const works = new Map(
    publications.map((publication) => [workAddress(publication.id), publication]),
  );
  const chart = composeChart(publications, language);
  return ({ path, title }) => {
    const work = works.get(path);
    if (work !== undefined)
      return {
        title: work.title,
        subtitle: plainText(work.authors),
        label: plainText(work.venue),
        name: drawnName,
      };
    if (path === "/")
      return {
        title: drawnName,
        chart,
        ...(roles[0] === undefined ? {} : { subtitle: plainText(roles[0]) }),
      };
    const suffix = `, ${name}`;
    return {
      title: title.endsWith(suffix) ? title.slice(0, -suffix.length) : title,
      name: drawnName,
      chart,
    };
  };
}
