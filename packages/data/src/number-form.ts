import type { Assembly } from "./assemble.ts";
import { plainSource, spanOf } from "./content-place.ts";
import { formatPath } from "./fault.ts";
import type { EditedFault } from "./paste-lines.ts";
import { readNumber } from "./remedy/read-number.ts";

type Path = readonly PropertyKey[];

/** @param above what holds the value; an alias may lead back to it */
function listNumbers(
  value: unknown,
  path: Path = [],
  above: readonly unknown[] = [],
): { path: Path; value: number }[] {
  if (typeof value === "number") return [{ path, value }];
  if (typeof value !== "object" || value === null || above.includes(value)) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, child]) =>
    listNumbers(child, [...path, isList ? Number(key) : key], [...above, value]),
  );
}

/** Of a share in per cent nobody writes thousands. */
const isShare = (path: Path) => path.at(-1) === "selectivity";

/**
 * What was meant by a number that YAML reads otherwise than it looks; undefined where it does
 * not.
 */
function explainForm(
  source: string,
  value: number,
  path: Path,
): { meant: number; why: string } | undefined {
  const [, whole = "", decimals] = /^(\d+)(?:\.(\d+))?$/.exec(source) ?? [];
  if (whole === "")
    return { meant: value, why: `is written ${source} and read as ${value}; write plain digits` };
  if (whole.length > 1 && whole.startsWith("0"))
    return { meant: value, why: `begins with 0 and is read as ${value}; write plain digits` };
  if (decimals?.length !== 3 || whole === "0" || isShare(path)) return undefined;
  const meant = readNumber(source) ?? value;
  const decimal = Number.isInteger(value) ? value : `${source}0`;
  return {
    meant,
    why:
      `is read as ${value}, for a dot begins decimals; ` +
      `for ${meant} leave the dot out, for ${value} write ${decimal}`,
  };
}

/** Numbers not written as they are read: `250.000`, `0123`, `1e3`, `0x10`. */
export function findNumberForms(
  { files }: Assembly,
  record: Record<string, unknown>,
): EditedFault[] {
  return listNumbers(record).flatMap(({ path, value }): EditedFault[] => {
    const file = files.get(String(path[0]));
    const source = file === undefined ? undefined : plainSource(file, path);
    const span = file === undefined ? undefined : spanOf(file, path);
    const form = source === undefined ? undefined : explainForm(source, value, path);
    if (file === undefined || span === undefined || form === undefined) return [];
    return [
      {
        file: file.name,
        line: span.first,
        column: span.before.length + 1,
        path: formatPath(path),
        message: form.why,
        edit: { from: span.start, to: span.start + span.source.length, text: String(form.meant) },
      },
    ];
  });
}
