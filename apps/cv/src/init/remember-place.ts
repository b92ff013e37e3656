import { appendFile, readFile } from "node:fs/promises";
import { dirname, relative } from "node:path";

/** A path as a line of a settings file takes it. */
function quote(path: string): string {
  if (/^[\w./\\~-]+$/.test(path)) return path;
  const mark = ['"', "'", "`"].find((each) => !path.includes(each)) ?? '"';
  return `${mark}${path}${mark}`;
}

/**
 * Notes in the settings file of the clone where the record is; one that names a record already is
 * left as it is. @returns the file, if it was noted
 */
export async function rememberPlace(
  folder: string,
  settings: string | undefined,
): Promise<string | undefined> {
  if (settings === undefined) return undefined;
  const text = await readFile(settings, "utf8").catch(() => "");
  if (/^\s*(?:export\s+)?CV_DIR\s*=/m.test(text)) return undefined;
  const gap = text === "" || text.endsWith("\n") ? "" : "\n";
  const line = `CV_DIR=${quote(relative(dirname(settings), folder) || ".")}\n`;
  return appendFile(settings, gap + line, { mode: 0o600 }).then(
    () => settings,
    () => undefined,
  );
}
