import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writeWhole } from "../record/write-whole.ts";

const Entry = z.object({ url: z.string(), accept: z.string(), at: z.number(), text: z.string() });

/** Answers of services, kept in a folder so that a second look costs them nothing. */
export interface AnswerCache {
  /** An answer that is at most `maxAge` ms old. */
  read: (url: string, accept: string, maxAge: number) => Promise<string | undefined>;
  write: (url: string, accept: string, text: string) => Promise<void>;
}

/**
 * A cache in `folder`; a file that cannot be read counts as absent, and one that cannot be written
 * is done without.
 */
export function openAnswerCache(folder: string, now: () => number): AnswerCache {
  const fileOf = (url: string, accept: string) =>
    join(folder, `${createHash("sha256").update(`${accept} ${url}`).digest("hex")}.json`);
  return {
    read: async (url, accept, maxAge) => {
      const text = await readFile(fileOf(url, accept), "utf8").catch(() => undefined);
      if (text === undefined) return undefined;
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        return undefined;
      }
      const entry = Entry.safeParse(value);
      const isFresh = entry.success && entry.data.url === url && now() - entry.data.at <= maxAge;
      return isFresh ? entry.data.text : undefined;
    },
    write: async (url, accept, text) => {
      try {
        await mkdir(folder, { recursive: true });
        await writeWhole(fileOf(url, accept), JSON.stringify({ url, accept, at: now(), text }));
      } catch {
        // Without a cache the next look asks again.
      }
    },
  };
}
