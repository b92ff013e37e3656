/** The keys of a table in its order, by their own type: `Object.keys` gives plain strings. */
export function keysOf<Table extends object>(table: Table): Extract<keyof Table, string>[] {
  const isKey = (key: string): key is Extract<keyof Table, string> => key in table;
  return Object.keys(table).filter(isKey);
}
