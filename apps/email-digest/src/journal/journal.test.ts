import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openJournal } from "./journal.ts";
import { localPart } from "../mail/message-id.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "marks-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function readSteps(edition: number): Promise<string[]> {
  const steps: string[] = [];
  for await (const piece of openJournal(folder).readBegun(edition))
    steps.push(...piece.map(({ id, step }) => `${id} ${step}`));
  return steps;
}

test("nothing is marked at first", () => {
  const journal = openJournal(join(folder, "new"));
  expect(journal.readAnnounced()).toEqual({ milestones: new Set(), lastEdition: 0 });
  expect(journal.hasBegun(1)).toBe(false);
});

test("what was announced is known to every process, and each milestone once", () => {
  const [one, other] = [openJournal(folder), openJournal(folder)];
  one.announce(0, ["baseline", "a:appeared"]);
  other.announce(3, ["a:appeared", "b:accepted:journal/x y"]);
  one.announce(2, []);
  expect(one.readAnnounced()).toEqual({
    milestones: new Set(["baseline", "a:appeared", "b:accepted:journal/x y"]),
    lastEdition: 3,
  });
});

test("what has left is read back in order, by edition", async () => {
  const journal = openJournal(folder);
  journal.begin(1, "<one@x.example>");
  journal.begin(2, "<two@x.example>");
  journal.takeBack(1, "<one@x.example>");
  journal.begin(1, "<one@x.example>");
  expect(journal.hasBegun(1)).toBe(true);
  expect(await readSteps(1)).toEqual(["one 1", "one -1", "one 1"]);
  expect(await readSteps(2)).toEqual(["two 1"]);
});

test("long files come in pieces", async () => {
  const journal = openJournal(folder);
  for (let index = 0; index < 5_001; index += 1) journal.begin(1, `<${index}@x.example>`);
  let pieces = 0;
  for await (const piece of journal.readBegun(1)) pieces += piece.length > 0 ? 1 : 0;
  expect(pieces).toBe(2);
});

test("a Message-ID is known by what stands before its domain", () => {
  expect(localPart("<abc@x.example>")).toBe("abc");
});
