import { compileQuery } from "./match.ts";
import { FACETS, readQuery, writeQuery } from "./query.ts";
import { readForm, writeForm } from "./search-form.ts";
import { showMatches } from "./visibility.ts";
import { createIndex } from "./work-index.ts";

/** Milliseconds of reading ahead at a time. */
const READING = 6;
/**
 * Milliseconds without a key until the address follows: writing it makes the browser lay out the
 * page, and some browsers limit how often.
 */
const REST = 150;

/** Ties the form to the works of the page and to the address. */
export function startSearch(form: HTMLFormElement): void {
  const status = form.querySelector<HTMLElement>("[role=status]");
  const clear = form.querySelector<HTMLElement>("[type=reset]");
  const facets = form.querySelector("details");
  const index = createIndex(document);
  let isTouched = false;
  let isTyping = false;
  let unwritten: { address: string; typed: boolean } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

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
      status.textContent =
        count === 0
          ? WORDS.noMatch
          : `${WORDS.found.before}${count}${WORDS.found.between}${status.dataset["all"] ?? ""}${WORDS.found.after}`;
    if (clear !== null) clear.hidden = isEmpty;
  };
  /** Typing is one step of the history, every choice another. */
  const writeAddress = () => {
    clearTimeout(timer);
    if (unwritten === undefined) return;
    const { address, typed } = unwritten;
    unwritten = undefined;
    if (address !== location.pathname + location.search)
      history[typed && isTyping ? "replaceState" : "pushState"](null, "", address);
    isTyping = typed;
  };
  const remember = (typed: boolean) => {
    if (!typed || unwritten?.typed === false) writeAddress();
    unwritten = { address: location.pathname + writeQuery(readForm(form)), typed };
    clearTimeout(timer);
    timer = setTimeout(writeAddress, typed ? REST : 0);
  };
  const restore = () => {
    const query = readQuery(location.search);
    writeForm(form, query);
    if (facets !== null && FACETS.some((facet) => query[facet] !== "")) facets.open = true;
    clearTimeout(timer);
    unwritten = undefined;
    isTyping = false;
    apply();
  };

  form.addEventListener("input", ({ target }) => {
    apply();
    remember(target instanceof HTMLInputElement && target.type === "search");
  });
  // Leaving the field ends the typing, before a link that was clicked is followed.
  form.addEventListener("change", () =>
    setTimeout(() => {
      writeAddress();
      isTyping = false;
    }),
  );
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
