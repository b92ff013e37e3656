import type { Cv } from "@triptych/schema";
import { openProgress } from "@triptych/terminal";
import { listLinks } from "./list-links.ts";
import { type TestedLink, testLinks } from "./test-links.ts";

/** A person's patience and a server's: an answer in 15 s, a host at most every half second. */
const POLITE = {
  timeout: 15_000,
  pause: 500,
  hosts: 6,
  userAgent: "Triptych link check (a person's own CV; HEAD, then GET)",
} as const;

/** Asks every address of a record, and says in a terminal how far it is. */
export async function testRecord(cv: Cv, mirror?: string): Promise<TestedLink[]> {
  const progress = openProgress();
  const onProgress = (done: number, all: number) => progress.show(`addresses ${done} of ${all}`);
  const tested = await testLinks(listLinks(cv), { ...POLITE, mirror, onProgress });
  progress.end();
  return tested;
}
