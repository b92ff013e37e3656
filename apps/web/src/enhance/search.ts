import { compileQuery } from "./match.ts";
import { FACETS, readQuery, writeQuery } from "./query.ts";
import { readForm, writeForm } from "./search-form.ts";
import { showMatches } from "./visibility.ts";
import { createIndex } from "./work-index.ts";

/** Milliseconds of reading ahead at a time. */
const READING = 6;

/** Ties the form to the works of the page and to the address. */
export function startSearch(form: HTMLFormElement): void {
  const status = form.querySelector<HTMLElement>("[role=status]");
  const clear = form.querySelector<HTMLElement>("[type=reset]");
  const facets = form.querySelector("details");
  const index = createIndex(document);
  let isTouched = false;
  let isTyping = false;

  const readAhead = () => {
    const end = performance.now() + READING;
    if (!index.advance(() => performance.now() < end)) setTimeout(readAhead, READING);
  };

  const apply = () => {
    const query = readForm(form);
    const isEmpty = writeQuery(query) === "";
    if (isEmpty && !isTouched) return;
    isTouched = true;
    index.advance(() => true);
    const count = showMatches(index.lists, compileQuery(query));
    if (status !== null)
      status.textContent = count === 0 ? "No work matches. Try fewer words, or clear the search." : `${count} of ${status.dataset["all"] ?? ""}`;
    if (clear !== null) clear.hidden = isEmpty;
  };
  /** Typing is one step of the history, every choice another. */
  const remember = (typed: boolean) => {
    const address = location.pathname + writeQuery(readForm(form));
    if (address !== location.pathname + location.search) history[typed && isTyping ? "replaceState" : "pushState"](null, "", address);
    isTyping = typed;
  };
  const restore = () => {
    const query = readQuery(location.search);
    writeForm(form, query);
    if (facets !== null && FACETS.some((facet) => query[facet] !== "")) facets.open = true;
    isTyping = false;
    apply();
  };

  form.addEventListener("input", ({ target }) => {
    apply();
    remember(target instanceof HTMLInputElement && target.type === "search");
  });
  form.addEventListener("change", () => (isTyping = false));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    writeForm(form, readQuery(""));
    apply();
    remember(false);
    form.querySelector("input")?.focus();
  });
  addEventListener("popstate", restore);
  restore();
  setTimeout(readAhead, READING);
}
