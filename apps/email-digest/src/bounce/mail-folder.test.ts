import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readMailFolder, splitMbox } from "./mail-folder.ts";
import { readReport } from "./read-report.ts";

const FIXTURES = join(import.meta.dirname, "fixtures");

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-bounces-"));
});
afterEach(() => rm(folder, { recursive: true }));

const open = async (path: string) => {
  const found = await readMailFolder(path);
  if (found.kind === "missing") throw new Error("missing");
  return found.mails;
};

test("a Maildir gives its new mails, once", async () => {
  for (const name of ["new", "cur", "tmp"]) await mkdir(join(folder, name));
  await copyFile(join(FIXTURES, "unknown-user-failed.eml"), join(folder, "new", "1.M1.host"));
  await copyFile(join(FIXTURES, "holiday.eml"), join(folder, "new", "2.M2.host"));
  const mails = await open(folder);
  expect(
    await Promise.all(mails.map(async ({ source }) => (await readReport(source)).kind)),
  ).toEqual(["delivery", "other"]);
  for (const mail of mails) await mail.settle();
  expect(await open(folder)).toEqual([]);
  expect((await readdir(join(folder, "cur"))).toSorted()).toEqual([
    "1.M1.host:2,RS",
    "2.M2.host:2,RS",
  ]);
});

test("a Maildir gives what a mail program has looked at, whatever its flags, once", async () => {
  for (const name of ["new", "cur", "tmp"]) await mkdir(join(folder, name));
  const seen = ["1.M1.host:2,S", "2.M2.host:2,", "3.M3.host", "4.M4.host:2,FSa", "5.M5.host:2,RS"];
  for (const name of seen)
    await copyFile(join(FIXTURES, "unknown-user-failed.eml"), join(folder, "cur", name));
  const mails = await open(folder);
  expect(mails.map(({ place }) => basename(place))).toEqual(seen.slice(0, 4));
  // Somebody deletes one meanwhile.
  await rm(join(folder, "cur", "3.M3.host"));
  for (const mail of mails) await mail.settle();
  expect(await open(folder)).toEqual([]);
  expect(await readdir(join(folder, "cur"))).toContain("4.M4.host:2,FRSa");
});

test("an mbox file gives its mails, with lines that begin with From as they were", async () => {
  const report = await readFile(join(FIXTURES, "unknown-user-failed.eml"), "latin1");
  const quoted = "Subject: x\n\n>From here on\n>>From there\nnot From 2026\n";
  const separator = "From MAILER-DAEMON Wed Nov 25 08:26:28 2026\n";
  await writeFile(join(folder, "box.mbox"), `${separator}${report}\n${separator}${quoted}\n`);
  for (const path of [folder, join(folder, "box.mbox")]) {
    const mails = await open(path);
    expect(mails).toHaveLength(2);
    expect((await readReport(mails[0]?.source ?? Buffer.alloc(0))).kind).toBe("delivery");
    expect(mails[1]?.source.toString().trimEnd()).toBe(
      "Subject: x\n\nFrom here on\n>From there\nnot From 2026",
    );
  }
});

test("a folder of .eml files is read, anything else in it left alone", async () => {
  await copyFile(join(FIXTURES, "arf-abuse.eml"), join(folder, "a.eml"));
  await writeFile(join(folder, "notes.txt"), "x");
  expect((await open(folder)).map(({ place }) => place)).toEqual([join(folder, "a.eml")]);
});

test("a file that holds one mail is read as it is", async () => {
  const [mail, ...others] = await open(join(FIXTURES, "unknown-user-failed.eml"));
  expect(others).toEqual([]);
  expect((await readReport(mail?.source ?? Buffer.alloc(0))).kind).toBe("delivery");
});

describe("a folder", () => {
  test("that is not there is said to be missing; an empty file holds no mail", async () => {
    expect(await readMailFolder(join(folder, "nowhere"))).toEqual({ kind: "missing" });
    expect(splitMbox("")).toEqual([]);
    await writeFile(join(folder, "empty.mbox"), "");
    expect(await open(join(folder, "empty.mbox"))).toEqual([]);
  });
});
