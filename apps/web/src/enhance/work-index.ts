import { foldText } from "./folded-text.ts";
import type { Candidate } from "./match.ts";

export interface IndexedWork {
  element: HTMLElement;
  candidate: Candidate;
}

export interface IndexedGroup {
  element: HTMLElement;
  works: IndexedWork[];
}

function indexWork(element: HTMLElement): IndexedWork {
  const { year = "", kind = "", venue = "", honour = "", author = "", with: people = "", topics = "" } = element.dataset;
  const visible = [...element.querySelectorAll(".title, .people, .label > :not(.number, .bibtex)")].map((part) => part.textContent);
  return {
    element,
    candidate: { text: foldText([...visible, year, topics].join("\n")), facets: { year, kind, venue, honour, author, with: people } },
  };
}

/** Reads the works of the page, once, in the order in which they stand. */
export function indexWorks(root: ParentNode): IndexedGroup[] {
  return [...root.querySelectorAll<HTMLElement>(".row:has(> .column > .listed)")].map((element) => ({
    element,
    works: [...element.querySelectorAll<HTMLElement>(".work")].map(indexWork),
  }));
}
