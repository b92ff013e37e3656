import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FaultyRecord } from "./faulty-record.ts";
import { openRecord, readCv } from "./record.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-record-"));
  await put("profile.yaml", "profile: { name: Ada Example }\n");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = (name: string, text: string) => writeFile(join(folder, name), text);

describe("an open record", () => {
  test("is parsed once, and again when a file changes or is added", async () => {
    const read = openRecord(folder);
    const first = await read();
    expect(await read()).toBe(first);
    await put("profile.yaml", "profile: { name: Ada Changed }\n");
    expect((await read()).profile.name).toBe("Ada Changed");
    await put("settings.yaml", "settings: { digest: { schedule: weekly } }\n");
    expect((await read()).settings.digest?.schedule).toBe("weekly");
  });

  test("is faulty until it is fixed", async () => {
    const read = openRecord(folder);
    await put("profile.yaml", "profile: { nam: Ada }\n");
    await expect(read()).rejects.toThrow(FaultyRecord);
    await put("profile.yaml", "profile: { name: Ada Example }\n");
    expect((await read()).profile.name).toBe("Ada Example");
  });
});

test.each(["99 9 * * 1", "0 9 31 2 *"])(
  "a schedule of %s is a fault of the record, with its place",
  async (schedule) => {
    await put("settings.yaml", `settings:\n  digest: { schedule: "${schedule}" }\n`);
    await expect(readCv(folder)).rejects.toThrow(
      /settings\.yaml:2:\d+ {2}settings\.digest\.schedule {2}is "/,
    );
  },
);
