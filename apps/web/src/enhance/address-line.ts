/**
 * Milliseconds without a key until the address follows: writing it makes the browser lay out the
 * page, and some browsers limit how often.
 */
const REST = 150;

/** The address and the history, kept in step with what is looked for. */
export interface AddressLine {
  /** Sets the address before long. Typing is one step of the history, every choice another. */
  remember(address: string, typed: boolean): void;
  /** Sets it now; what is typed after it is another step. */
  finish(): void;
  /** Leaves the address as it is. */
  forget(): void;
}

export function createAddressLine(): AddressLine {
  let isTyping = false;
  let unwritten: { address: string; typed: boolean } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const write = () => {
    clearTimeout(timer);
    if (unwritten === undefined) return;
    const { address, typed } = unwritten;
    unwritten = undefined;
    if (address !== location.pathname + location.search)
      history[typed && isTyping ? "replaceState" : "pushState"](null, "", address);
    isTyping = typed;
  };
  return {
    remember(address, typed) {
      if (!typed || unwritten?.typed === false) write();
      unwritten = { address, typed };
      clearTimeout(timer);
      timer = setTimeout(write, typed ? REST : 0);
    },
    finish() {
      write();
      isTyping = false;
    },
    forget() {
      clearTimeout(timer);
      unwritten = undefined;
      isTyping = false;
    },
  };
}
