import { contentFolder, isOwnedBy, type Owner, ownerOf } from "@triptych/data";
import type { Cv } from "@triptych/schema";
import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeWhole } from "./write-whole.ts";

/** Whose record was built last in a place, and from which folder. */
interface Holder extends Owner {
  folder: string;
}

export type Claim = { kind: "claimed" } | { kind: "other"; name: string };

const noteOf = (file: string) => join(dirname(file), "owner.json");

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    const holder: Holder = JSON.parse(await readFile(noteOf(file), "utf8"));
    return holder;
  } catch {
    return undefined;
  }
}

/**
 * Notes beside the file that is built from whose record it is, unless what was built before is
 * another person's. Whoever edits a folder may change its name; and what comes with the project
 * gives way to everybody.
 */
export async function claimPlace(
  file: string,
  { cv, folder, yes }: { cv: Cv; folder: string; yes: boolean },
): Promise<Claim> {
  const holder = yes ? undefined : await readHolder(file);
  const isFree =
    holder === undefined || [folder, contentFolder(undefined, ".")].includes(holder.folder);
  if (!isFree && !isOwnedBy(cv, holder)) return { kind: "other", name: holder.name };
  await mkdir(dirname(file), { recursive: true });
  await writeWhole(noteOf(file), `${JSON.stringify({ folder, ...ownerOf(cv) })}\n`);
  return { kind: "claimed" };
}
