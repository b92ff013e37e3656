import { createAddressLine } from "./address-line.ts";
import { compileQuery } from "./match.ts";
import { FACETS, readQuery, writeQuery } from "./query.ts";
import { createResultLine } from "./result-line.ts";
import { readForm, writeForm } from "./search-form.ts";
import { showMatches } from "./visibility.ts";
import { createIndex } from "./work-index.ts";

/** Milliseconds of reading ahead at a time. */
const READING = 6;

/** Ties the form to the works of the page and to the address. */
export function startSearch(form: HTMLFormElement): void {
  const clear = form.querySelector<HTMLElement>("[type=reset]");
  const facets = form.querySelector("details");
  const index = createIndex(document);
  const address = createAddressLine();
  const showCount = createResultLine(form);
  let isTouched = false;

  const readAhead = () => {
    const end = performance.now() + READING;
    if (!index.advance(() => performance.now() < end)) setTimeout(readAhead, READING);
  };
  const apply = (typed = false) => {
    const query = readForm(form);
    const isEmpty = writeQuery(query) === "";
    if (isEmpty && !isTouched) return;
    isTouched = true;
    index.advance(() => true);
    showCount(showMatches(index.lists, compileQuery(query)), typed);
    if (clear !== null) clear.hidden = isEmpty;
  };
  const follow = (typed: boolean) => {
    apply(typed);
    address.remember(location.pathname + writeQuery(readForm(form)), typed);
  };
  const restore = () => {
    const query = readQuery(location.search);
    writeForm(form, query);
    if (facets !== null && FACETS.some((facet) => query[facet] !== "")) facets.open = true;
    address.forget();
    apply();
  };

  form.addEventListener("input", ({ target }) =>
    follow(target instanceof HTMLInputElement && target.type === "search"),
  );
  // Leaving the field ends the typing, before a link that was clicked is followed.
  form.addEventListener("change", () => setTimeout(() => address.finish()));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    writeForm(form, readQuery(""));
    follow(false);
    form.querySelector("input")?.focus();
  });
  addEventListener("popstate", restore);
  restore();
  setTimeout(readAhead, READING);
}
