import { posix } from "node:path";
import type { Graph } from "./circle.ts";
import { read, source } from "./house.ts";
import { readSyntax } from "./syntax.ts";

interface FileImport {
  from: string;
  to: string;
  line: number;
}

/** Imports of one source file by another of the same package. */
export function importsWithin(files: readonly string[] = source): FileImport[] {
  return files.flatMap((from) =>
    readSyntax(from, read(from))
      .imports.filter((entry) => entry.from.startsWith("."))
      .map((entry) => ({
        from,
        to: posix.join(posix.dirname(from), entry.from),
        line: entry.line,
      }))
      .filter(({ to }) => source.includes(to)),
  );
}

/** What stands directly in a folder and holds the file: a room, or the file itself. */
function partOf(folder: string, file: string): string {
  return `${folder}/${file.slice(folder.length + 1).split("/")[0]}`;
}

/**
 * For each folder of a package's source (`packages/view/src`, `packages/view/src/text`), who of its
 * rooms and loose files imports whom.
 */
export function roomGraphs(imports: readonly FileImport[]): Map<string, Graph> {
  const graphs = new Map<string, Map<string, Map<string, string>>>();
  for (const { from, to, line } of imports) {
    const folders = from.split("/");
    for (let depth = 3; depth < folders.length; depth++) {
      const folder = folders.slice(0, depth).join("/");
      if (!to.startsWith(`${folder}/`)) break;
      const [here, there] = [partOf(folder, from), partOf(folder, to)];
      if (here === there) continue;
      const graph = graphs.get(folder) ?? new Map<string, Map<string, string>>();
      const imported = graph.get(here) ?? new Map<string, string>();
      if (!imported.has(there)) imported.set(there, `${from}:${line} imports ${to}`);
      graphs.set(folder, graph.set(here, imported));
    }
  }
  return graphs;
}
