/**
 * One rule of a `_headers` file: a path, in which one `*` stands for anything, and the headers of
 * what it matches.
 */
interface HeaderRule {
  before: string;
  after: string | undefined;
  headers: [name: string, value: string][];
}

/**
 * Reads the `_headers` file that the seal writes for static hosts, since this service is one. Lines
 * that are no rule are passed over.
 */
export function parseHeadersFile(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split("\n")) {
    if (line.startsWith("/")) {
      const [before = "", after] = line.trim().split("*");
      rules.push({ before, after, headers: [] });
    }
    const [, name, value] = /^\s+([\w-]+):\s*(.+)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) rules.at(-1)?.headers.push([name, value]);
  }
  return rules;
}

/** The headers of an address; of several rules for one header the last counts. */
export function headersFor(rules: readonly HeaderRule[], path: string): Map<string, string> {
  const matching = rules.filter(({ before, after }) =>
    after === undefined
      ? path === before
      : path.startsWith(before) &&
        path.endsWith(after) &&
        path.length >= before.length + after.length,
  );
  return new Map(matching.flatMap(({ headers }) => headers));
}
