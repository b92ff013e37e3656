/** Milliseconds without a key until the number of matches is read out: not at every letter. */
const QUIET = 500;

/** Writes how many works match where screen readers hear it, once the typing rests. */
export function createResultLine(form: HTMLFormElement): (count: number, typed: boolean) => void {
  const status = form.querySelector<HTMLElement>("[role=status]");
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (count, typed) => {
    if (status === null) return;
    const text =
      count === 0
        ? WORDS.noMatch
        : `${WORDS.found.before}${count}${WORDS.found.between}${status.dataset["all"] ?? ""}${WORDS.found.after}`;
    clearTimeout(timer);
    timer = setTimeout(() => (status.textContent = text), typed ? QUIET : 0);
  };
}
