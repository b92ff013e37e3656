import { crossCheck, type Cv, SCHEMA_VERSION } from "@triptych/schema";
import { type Assembly, assembleFiles, locateFault, parseRecord } from "./assemble.ts";
import { readContentFolder } from "./content-folder.ts";
import { type Fault, formatPath, sortFaults } from "./fault.ts";
import { reviewFigures } from "./figures/figure-review.ts";
import { findKeyRemedy, findRemedy } from "./value-remedy.ts";
import { findNumberForms } from "./number-form.ts";
import { judgeVersion } from "./migration/file-version.ts";
import { type EditedFault, writePastes } from "./paste-lines.ts";
import { type SchemaFault, toSchemaFaults } from "./schema-fault.ts";
import { keepSurvivors, type Survivors } from "./survivors.ts";

/** A record that may be used, or everything that is wrong with it, all at once. */
export type LoadResult =
  | {
      kind: "valid";
      cv: Cv;
      warnings: Fault[];
      files: string[];
      /** Puts a warning where its subject stands in the files. */
      locate: (warning: Warning) => Fault;
    }
  | { kind: "faulty"; faults: Fault[]; warnings: Fault[] };

interface Warning {
  path: readonly PropertyKey[];
  message: string;
}

/**
 * Faults between the parts that are valid; `hidesSome` says that parts may stand in a file that
 * could not be read.
 */
function crossFaults(
  assembly: Assembly,
  record: Record<string, unknown>,
  { cv, indexes, reduced }: Survivors,
  hidesSome: boolean,
): EditedFault[] {
  return crossCheck(cv)
    .filter(
      ({ about }) =>
        about === undefined || !(reduced.has(about) || (hidesSome && !assembly.values.has(about))),
    )
    .map(({ path, message, near }) => {
      const [list, index, ...rest] = path;
      const original = typeof index === "number" ? indexes.get(String(list))?.[index] : undefined;
      const place = original === undefined || list === undefined ? path : [list, original, ...rest];
      const located = locateFault(assembly, place, message);
      const remedy =
        near === undefined
          ? undefined
          : findRemedy(assembly, record, { path: [...place], message, near });
      return { ...located, ...(remedy?.edit === undefined ? {} : { edit: remedy.edit }) };
    });
}

/**
 * Takes an older version for the current one where its files are the same, and reports one that
 * cannot be read.
 */
function versionFaults(assembly: Assembly, record: Record<string, unknown>): Fault[] {
  const standing = judgeVersion(record["schemaVersion"]);
  if (standing.kind === "current" || record["schemaVersion"] === undefined) return [];
  record["schemaVersion"] = SCHEMA_VERSION;
  if (standing.kind === "older") return [];
  const message =
    standing.kind === "newer"
      ? `is ${standing.version}, and this program knows versions up to ${SCHEMA_VERSION}; ` +
        "update the program"
      : `is ${standing.version}, which cannot be read as it stands; run cv migrate`;
  return [locateFault(assembly, ["schemaVersion"], message)];
}

/**
 * Without what only follows from another fault: a key that is missing since it was misspelt there.
 */
function withoutEchoes(faults: readonly SchemaFault[]): SchemaFault[] {
  const meant = new Set(
    faults.flatMap(({ path, key, near }) =>
      key === undefined || near === undefined ? [] : [formatPath([...path, near])],
    ),
  );
  return faults.filter(({ key, path }) => key !== undefined || !meant.has(formatPath(path)));
}

/** A remedy costs a few readings of an entry; after so many faults the rest is not looked at. */
const MAX_REMEDIES = 60;

/** Faults of the schema where they stand, each with what was probably meant. */
function schemaFaultsInPlace(
  assembly: Assembly,
  record: Record<string, unknown>,
  faults: readonly SchemaFault[],
): EditedFault[] {
  return faults.map((fault, index): EditedFault => {
    const located = locateFault(assembly, fault.path, fault.message, fault.key);
    const file = assembly.files.get(String(fault.path[0] ?? fault.key));
    if (index >= MAX_REMEDIES || file === undefined) return located;
    const remedy =
      fault.key === undefined
        ? findRemedy(assembly, record, fault)
        : findKeyRemedy(file, fault, located);
    return { ...located, ...remedy };
  });
}

/**
 * Reads and checks all content files of a folder; together they are one record. What is wrong is
 * reported all at once: a fault in one file or entry hides only what cannot be judged without it.
 * Never throws for what the files hold.
 */
export async function loadCv(folder: string): Promise<LoadResult> {
  const contents = await readContentFolder(folder);
  const { shown, paths, files, faults: unread, hidesSome } = contents;
  if (files.length === 0 && unread.length > 0)
    return { kind: "faulty", faults: sortFaults(unread), warnings: [] };
  const { assembly, faults: doubled } = assembleFiles(shown, files);
  const record = Object.fromEntries<unknown>(structuredClone([...assembly.values]));
  const dated = versionFaults(assembly, record);
  const parsed = parseRecord(assembly.files, record);
  const schemaFaults = (parsed.error?.issues ?? []).flatMap(toSchemaFaults);
  const survivors = parsed.success
    ? { cv: parsed.data, indexes: new Map<string, number[]>(), reduced: new Set<string>() }
    : keepSurvivors(
        record,
        schemaFaults.map(({ path }) => path),
      );
  const reported = withoutEchoes(schemaFaults).filter(
    ({ path }) => !hidesSome || assembly.values.has(String(path[0])) || path.length === 0,
  );
  const faults = [
    ...unread,
    ...doubled,
    ...dated,
    ...writePastes(files, [
      ...schemaFaultsInPlace(assembly, record, reported).filter(
        ({ file, line }) => !unread.some((cut) => cut.file === file && cut.line === line),
      ),
      ...findNumberForms(assembly, record).filter(
        ({ path }) => !reported.some((fault) => formatPath(fault.path) === path),
      ),
      ...crossFaults(assembly, record, survivors, hidesSome),
    ]),
  ];
  if (!parsed.success || faults.length > 0)
    return { kind: "faulty", faults: sortFaults(faults), warnings: [] };
  const locate = ({ path, message }: Warning) => locateFault(assembly, path, message);
  return {
    kind: "valid",
    cv: parsed.data,
    warnings: sortFaults([...contents.warnings, ...reviewFigures(parsed.data).map(locate)]),
    files: paths,
    locate,
  };
}
