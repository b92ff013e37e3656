import { foldText } from "./folded-text.ts";
import type { Candidate } from "./match.ts";

export interface IndexedWork {
  element: HTMLElement;
  candidate: Candidate;
}

/** A stretch of works; long groups have several. */
export interface IndexedList {
  element: HTMLElement;
  group: HTMLElement;
  works: IndexedWork[];
}

export interface WorkIndex {
  lists: IndexedList[];
  /**
   * Reads works that have not been read, list by list, while `more` says so; says whether all are
   * read.
   */
  advance(more: () => boolean): boolean;
}

/** Names of venues of which a work shows only the acronym, by the venue's id. */
function readVenueNames(root: ParentNode): Map<string, string> {
  return new Map(
    [...root.querySelectorAll<HTMLOptionElement>("option[data-name]")].map((option) => [
      option.value,
      option.dataset["name"] ?? "",
    ]),
  );
}

function readWork(element: HTMLElement, venueNames: ReadonlyMap<string, string>): IndexedWork {
  const value = (name: string) => element.getAttribute(`data-${name}`) ?? "";
  const [year, venue] = [value("year"), value("venue")];
  const visible = [...element.querySelectorAll(".title, .people, .label > :not(.number, a)")].map(
    (part) => part.textContent,
  );
  return {
    element,
    candidate: {
      // The ids of co-authors are their names; a long list of authors shows only some.
      text: foldText(
        [
          ...visible,
          year,
          venueNames.get(venue) ?? "",
          value("topics"),
          value("with").replaceAll("-", " "),
        ].join("\n"),
      ),
      facets: {
        year,
        kind: value("kind"),
        venue,
        honour: value("honour"),
        author: value("author"),
        with: value("with"),
      },
    },
  };
}

/** The works of the page in the order in which they stand, read as time allows and then kept. */
export function createIndex(root: ParentNode): WorkIndex {
  const lists = [...root.querySelectorAll<HTMLElement>(".listed")].flatMap(
    (element): IndexedList[] => {
      const group = element.closest<HTMLElement>(".row");
      return group === null ? [] : [{ element, group, works: [] }];
    },
  );
  const venueNames = readVenueNames(root);
  let read = 0;
  const advance = (more: () => boolean): boolean => {
    for (; read < lists.length && more(); read += 1) {
      const list = lists[read];
      if (list !== undefined)
        list.works = [...list.element.querySelectorAll<HTMLElement>(".work")].map((work) =>
          readWork(work, venueNames),
        );
    }
    return read >= lists.length;
  };
  return { lists, advance };
}
