import { readdir, readFile, writeFile } from "node:fs/promises";
import { isAbsolute, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";

const SCHEMA = join(
  import.meta.dirname,
  "../../../../packages/schema/generated/content-file.schema.json",
);

/**
 * The schema as a content file in a folder names it for editors: by the way that leads there, so
 * that the two may move together; on another drive there is none.
 */
export function schemaAddress(folder: string): string {
  const way = relative(folder, SCHEMA);
  return isAbsolute(way) ? pathToFileURL(way).href : way.split(sep).join("/");
}

/** Writes at the head of every content file of a folder which schema an editor checks it with. */
export async function nameSchema(folder: string): Promise<void> {
  const line = `# yaml-language-server: $schema=${schemaAddress(folder)}\n`;
  const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml"));
  for (const name of names) {
    const text = await readFile(join(folder, name), "utf8");
    await writeFile(join(folder, name), `${line}${text}`);
  }
}
