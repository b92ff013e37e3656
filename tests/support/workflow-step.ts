import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseDocument, visit } from "yaml";
import { ROOT } from "./places.ts";

/** What a step of a workflow of the folder runs, as it stands there. */
export async function readStep(file: string, name: string): Promise<string> {
  const path = join(ROOT, "scripts/package/template/github/workflows", file);
  let found: unknown;
  visit(parseDocument(await readFile(path, "utf8")), {
    Map: (_key, step) => {
      if (step.get("name") === name) found = step.get("run");
    },
  });
  if (typeof found === "string") return found;
  throw new Error(`${file} has no step “${name}” that runs something.`);
}
