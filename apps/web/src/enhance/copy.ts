/** How long a control says that it has copied, in milliseconds. */
const SHOWN = 2000;

async function fetchText(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  return new Blob([await response.text()], { type: "text/plain" });
}

/**
 * Makes `button[data-copy="#block"]` copy the block's text, and links to BibTeX copy the file they
 * lead to. Browsers give pages that came without encryption no clipboard: there the buttons stay
 * hidden and the links lead to their files.
 */
export function startCopying(): void {
  if (!("clipboard" in navigator)) return;
  const status = document.createElement("p");
  status.className = "hidden";
  status.setAttribute("role", "status");
  document.body.append(status);
  for (const button of document.querySelectorAll<HTMLElement>("[data-copy]")) button.hidden = false;

  const confirm = (control: HTMLElement) => {
    if (control.textContent === WORDS.copied) return;
    // The nodes, not their text: part of a label may be there for screen readers alone.
    const label = [...control.childNodes];
    status.textContent = control.textContent = WORDS.copied;
    setTimeout(() => {
      control.replaceChildren(...label);
      status.textContent = "";
    }, SHOWN);
  };
  addEventListener("click", (event) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    const { copy } = target.dataset;
    if (copy !== undefined) {
      const text = document.querySelector(copy)?.textContent ?? "";
      void navigator.clipboard.writeText(text).then(
        () => confirm(target),
        () => (status.textContent = WORDS.copyingDenied),
      );
    } else if (target instanceof HTMLAnchorElement && target.className === "bibtex") {
      event.preventDefault();
      // The promise goes into the item: some browsers allow writing only within the click itself.
      const item = new ClipboardItem({ "text/plain": fetchText(target.href) });
      navigator.clipboard.write([item]).then(
        () => confirm(target),
        () => location.assign(target.href),
      );
    }
  });
}
