import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../../support/places.ts";

const CONTENT = join(ROOT, "packages/data/content");
const TITLE = "Dynamic Data Pruning for Automatic Speech Recognition";

/** A copy of the record that comes with the project, in which the title of one work is edited. */
export interface EditedContent {
  folder: string;
  /** Address of the work's page. */
  page: string;
  /** Edits the one line, and returns the new title. */
  edit(): Promise<string>;
}

export async function copyContent(folder: string): Promise<EditedContent> {
  await rm(folder, { recursive: true, force: true });
  await cp(CONTENT, folder, { recursive: true });
  const file = join(folder, "publications.yaml");
  const text = await readFile(file, "utf8");
  if (!text.includes(TITLE)) throw new Error(`${file} holds no work of the title ${TITLE}`);
  let edits = 0;
  return {
    folder,
    page: "/publications/dynamic-data-pruning/",
    edit: async () => {
      edits += 1;
      const title = `${TITLE}, Edited ${edits} Times`;
      await writeFile(file, text.replace(TITLE, title));
      return title;
    },
  };
}
