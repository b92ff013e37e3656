import type { Cv, Person, Variant } from "@triptych/schema";
import { listPrintedPeople, withoutMatching } from "./published-record.ts";
import { isShown, selectRecord } from "./selected-record.ts";

/** People by the forms that are printed: what else the record knows of them, nothing shows. */
function printedAlone(cv: Cv): Person[] {
  const forms = Map.groupBy(listPrintedPeople(cv), ({ id }) => id);
  return cv.people.flatMap(({ id, name }): Person[] => {
    const [first, ...others] = (forms.get(id) ?? []).map(({ form }) => form);
    if (first === undefined) return [];
    return [{ id, name: [first, ...others].includes(name) ? name : first, aliases: [] }];
  });
}

/**
 * The record of a document, to be attached to it: what the document shows and nothing else. Where
 * it shortens a list of authors, all are kept.
 */
export function documentRecord(cv: Cv, variant: Variant): Cv {
  const selected = selectRecord(cv, variant);
  const { grants, publications } = selected;
  const { url } = cv.settings;
  const bare = withoutMatching(selected, printedAlone(selected));
  return {
    ...bare,
    publications: bare.publications.map(({ abstract: _abstract, ...work }) => ({
      ...work,
      topics: [],
    })),
    figures: selected.figures.filter(({ measure }) =>
      measure === "grants-total" ? grants.length > 0 : publications.length > 0,
    ),
    variants: [{ id: variant.id, title: variant.title }],
    settings: {
      ...(url === undefined ? {} : { url }),
      referencesOnRequest: cv.settings.referencesOnRequest && isShown("references", variant),
    },
  };
}
