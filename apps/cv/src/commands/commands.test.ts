import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runHere } from "../testing/run-here.ts";

const FULL = join(import.meta.dirname, "../../../../tests/fixtures/full");
const OLD = join(import.meta.dirname, "../../../../tests/fixtures/schema-1");

let base = "";
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "triptych-commands-"));
  await writeFile(
    join(base, "profile.yaml"),
    "profile:\n  name: Ada\n  id: ada\ntalks: [{host: H, date: 2024}]\n",
  );
});
afterAll(() => rm(base, { recursive: true, force: true }));

/** Runs `cv` in the folder of the test, whose output is no terminal. */
const run = (...args: string[]) =>
  runHere(args, { cwd: base, env: { NO_COLOR: undefined, FORCE_COLOR: undefined, CV_DIR: base } });

test("the help of the program names every command, and that of every command has examples or says all", async () => {
  const { stdout } = await run("--help");
  const commands = [...stdout.matchAll(/^ {2}([a-z]+)(?: |$)/gm)].map(([, name]) => name ?? "");
  expect(commands).toEqual(
    expect.arrayContaining(["check", "fmt", "new", "stats", "diff", "record", "export", "migrate"]),
  );
  const helps = await Promise.all(
    ["check", "fmt", "new", "stats", "diff", "export", "migrate"].map((command) =>
      run(command, "--help"),
    ),
  );
  for (const help of helps)
    expect(help).toMatchObject({
      code: 0,
      stderr: "",
      stdout: expect.stringContaining("Examples:"),
    });
});

test("no colour where nobody sees it", async () => {
  for (const args of [["check"], ["stats"], ["check", "--json"]])
    expect((await run(...args)).stdout).not.toContain("\u001b");
});

describe("check", () => {
  test("warnings fail only where that is asked for", async () => {
    const folder = await mkdtemp(join(base, ".warned-"));
    await writeFile(
      join(folder, "profile.yaml"),
      "profile: { name: Ada }\npeople: [{ id: bob, name: Bob }]\n",
    );
    expect(await run("check", folder)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("people[0]  bob occurs nowhere"),
    });
    expect(await run("check", folder, "--strict")).toMatchObject({ code: 1 });
    expect(await run("check", "--strict")).toMatchObject({ code: 0 });
  });
});

describe("fmt", () => {
  test("changes nothing with --check, writes without, and is done then", async () => {
    const file = join(base, "profile.yaml");
    const before = await readFile(file, "utf8");
    expect(await run("fmt", "--check")).toMatchObject({
      code: 1,
      stderr: "Record: .\nwould change  profile.yaml\n",
    });
    expect(await readFile(file, "utf8")).toBe(before);
    expect(await run("fmt", "--json")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('"formatted"'),
    });
    expect(await readFile(file, "utf8")).toBe(
      "profile:\n  id: ada\n  name: Ada\ntalks: [{ host: H, date: 2024 }]\n",
    );
    expect(await run("fmt", "--check", base)).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});

describe("diff", () => {
  test("tells states and dates apart, and what it cannot read", async () => {
    expect((await run("diff", OLD, FULL, "--format", "markdown")).stdout).toContain(
      "- **The Book of Hats**",
    );
    const since = await run("diff", "--since", "2024", "--dir", FULL, "--json");
    expect(JSON.parse(since.stdout)).toMatchObject({
      works: expect.arrayContaining([expect.objectContaining({ id: "button-data" })]),
    });
    expect(await run("diff")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Say either"),
    });
    expect(await run("diff", "nowhere", FULL)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("nowhere is "),
    });
    expect(await run("diff", OLD, FULL, "--until", "2024")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("--until goes with --since"),
    });
    expect(await run("diff", "--since", "lately")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("must be a year"),
    });
  });
});

describe("export", () => {
  test("of a selection", async () => {
    const { stdout } = await run(
      "export",
      "bibtex",
      FULL,
      "--since",
      "2022",
      "--kind",
      "book",
      "--kind",
      "patent",
    );
    expect(stdout.match(/^@/gm)).toHaveLength(2);
    expect(
      (await run("export", "csl-json", FULL, "--variant", "selected")).stdout.match(/"id"/g),
    ).toHaveLength(2);
  });

  test("says what is not known, and tells losses apart from the file", async () => {
    expect(await run("export", "bibtx", FULL)).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("did you mean bibtex?"),
    });
    expect(await run("export", "bibtex", FULL, "--variant", "none")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Known are full, turned-round, selected"),
    });
    expect(await run("export", "ris", FULL, "--kind", "bok")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("did you mean book?"),
    });
    const json = JSON.parse((await run("export", "csv", FULL, "--json")).stdout);
    expect(json).toMatchObject({
      format: "csv",
      losses: expect.arrayContaining([expect.objectContaining({ field: "talks" })]),
    });
  });

  test.each(["bibtex", "zip"])(
    "%s says in a sentence that a file cannot be written",
    async (format) => {
      const { code, stdout, stderr } = await run(
        "export",
        format,
        FULL,
        "--out",
        join(base, "no-folder/file"),
      );
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toMatch(/no-folder\/file cannot be written: .+\n$/);
    },
  );

  test("zip has no JSON", async () => {
    expect(await run("export", "zip", FULL, "--json")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("leave --json out"),
    });
  });

  test("zip writes an archive", async () => {
    const file = join(base, "all.zip");
    expect(await run("export", "zip", FULL, "--out", file)).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
    expect((await readFile(file)).subarray(0, 2).toString()).toBe("PK");
  });
});

test("migrate says what it would do, and new what there is", async () => {
  expect(await run("migrate", OLD, "--check")).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^settings\.yaml\n {2}\+ schemaVersion: \d+$/m),
  });
  expect(await run("new", "bok")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("did you mean book?"),
  });
  expect((await run("new", "paper")).code).toBe(2);
  expect((await run("new", "talks")).stdout).toContain("talks:\n  - date: ");
});

test.each(["init --nmae Ada", "init", "import", "import --alias= file.bib", "add", "sync orcd"])(
  "%s ends with the code its help gives to what cannot be used",
  async (line) => {
    const [command = "", ...rest] = line.split(" ");
    expect(await run(command, ...rest)).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/^error: /),
    });
    expect((await run(command, "--help")).code).toBe(0);
  },
);

test("init takes the blanks off a form of the name, and says in a sentence that an empty one is none or that no folder can be made", async () => {
  expect((await run("init", "blank", "--name", "A B", "--alias", " x ", "--alias", "x")).code).toBe(
    0,
  );
  expect(await readFile(join(base, "blank/profile.yaml"), "utf8")).toContain("aliases: [ x ]");
  expect(await run("init", "none", "--name", "A B", "--alias", "")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("error: "),
  });
  await symlink(join(base, "nowhere/deep"), join(base, "link"));
  expect(await run("init", "link/record", "--name", "A B")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("link/record cannot be made: "),
  });
});

test("a variable that cannot be understood is named in a sentence", async () => {
  const { code, stderr } = await runHere(["check"], { cwd: base, env: { CV_LOOKUP: "foo" } });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'CV_LOOKUP is "foo"; it must be an address such as http://localhost:8080.\n',
  });
});
