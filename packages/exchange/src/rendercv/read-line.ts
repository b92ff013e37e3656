/**
 * An entry that is one line of text, such as `Boiling Well — Kettle Symposium (2024)`, by the keys
 * that entries with a name have.
 */
export function readLine(text: string): Record<string, string> {
  const [, first, rest] = /^((?:\p{L}+\s+)?\d{4}(?:-\d\d)?)\s*[:–—,-]\s+(.+)$/u.exec(text) ?? [];
  const [, before, bracketed, last] =
    /^(.+?)\s*(?:\(([^()]*\b\d{4})\)|,\s*((?:\p{L}+\s+)?\d{4}))$/u.exec(rest ?? text) ?? [];
  const date = first ?? bracketed ?? last;
  const what = first === undefined ? (before ?? text) : (rest ?? text);
  const [, name, summary] = /^(.+?)\s+[–—-]\s+(.+)$/u.exec(what) ?? [];
  return {
    name: name ?? what,
    ...(summary === undefined ? {} : { summary }),
    ...(date === undefined ? {} : { date }),
  };
}
