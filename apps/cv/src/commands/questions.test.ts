import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openPeer } from "../testing/peer.ts";

const COMMAND = join(import.meta.dirname, "../main.ts");

/**
 * Gives a program a terminal of its own; part of util-linux, and absent or another program
 * elsewhere.
 */
function hasScript(): boolean {
  try {
    return execFileSync("script", ["--version"], { encoding: "utf8" }).includes("util-linux");
  } catch {
    return false;
  }
}

let base = "";
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "triptych-terminal-"));
});
afterAll(() => rm(base, { recursive: true, force: true }));

/** Runs `cv` in a terminal and types each answer once its question stands there. */
async function runTyped(
  command: string,
  answers: readonly (readonly [question: string, typed: string])[],
  more: Record<string, string> = {},
): Promise<{ code: number | null; shown: string }> {
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, ...more };
  const child: ChildProcess = spawn(
    "script",
    ["--quiet", "--return", "--command", `${process.execPath} ${COMMAND} ${command}`, "/dev/null"],
    {
      cwd: base,
      env,
    },
  );
  let shown = "";
  let read = 0;
  const waiting = [...answers];
  child.stdout?.on("data", (piece: Buffer) => {
    shown += piece.toString();
    const [next] = waiting;
    if (next === undefined || !shown.slice(read).includes(next[0])) return;
    read = shown.length;
    waiting.shift();
    child.stdin?.write(next[1]);
  });
  const code = await new Promise<number | null>((done) => child.on("exit", done));
  return { code, shown: stripVTControlCharacters(shown) };
}

// Without util-linux nothing here gives a program a terminal.
test.skipIf(!hasScript())(
  "init asks in a terminal, takes answers and empty ones; Ctrl+C ends it in words and changes nothing",
  async () => {
    const asked = await runTyped("init mine", [
      ["usual form?", "Ada Lovelace\r"],
      ["e-mail address?", "ada@example.org\r"],
      ["ORCID iD?", "\r"],
    ]);
    expect(asked.code).toBe(0);
    expect(asked.shown).toContain("mine holds a record that passes the check.");
    const profile = await readFile(join(base, "mine/profile.yaml"), "utf8");
    expect(profile.replace(/^# yaml-language-server.*\n/, "")).toBe(
      "# Who the record is about.\nprofile:\n  id: ada-lovelace\n  name: Ada Lovelace\n  emails: [ ada@example.org ]\n",
    );
    const stopped = await runTyped("init other", [["usual form?", "\u0003"]]);
    expect(stopped).toMatchObject({
      code: 130,
      shown: expect.stringContaining("Stopped; nothing was changed."),
    });
    expect(stopped.shown).not.toContain("AbortError");
    expect(await readdir(base)).toEqual(["mine"]);
  },
);

test.skipIf(!hasScript())(
  "sync asks once about a work that two sources list, and a no holds for both",
  async () => {
    const work = (title: string, doi: string) => ({
      id: doi,
      DOI: doi,
      type: "article-journal",
      title,
      "container-title": "Journal of Examples",
      author: [{ family: "Testwell", given: "Exemplia" }],
    });
    const works = [work("Scarves", "10.5555/s"), work("Gloves", "10.5555/g")];
    const peer = await openPeer((url) =>
      url.includes("crossref") || url.includes("zotero")
        ? { body: JSON.stringify({ items: works }) }
        : undefined,
    );
    await mkdir(join(base, "typed"));
    await writeFile(
      join(base, "typed/profile.yaml"),
      "profile:\n  name: Exemplia Testwell\n  orcid: 0000-0000-0000-001X\n" +
        "  links: [ { site: zotero, url: https://www.zotero.org/users/1 } ]\n",
    );
    const asked = await runTyped(
      "sync crossref zotero --dir typed",
      [
        ["new  Scarves", "no\r"],
        ["new  Gloves", "\r"],
      ],
      { CV_LOOKUP: peer.base, TRIPTYCH_DIR: join(base, "typed-state") },
    );
    await peer.close();
    expect(asked.code, asked.shown).toBe(0);
    expect(asked.shown).toContain("4 entries read, 1 added, 0 merged, 1 known already");
    const read = await readFile(join(base, "typed/publications.yaml"), "utf8");
    expect(read).toContain("title: Gloves");
    expect(read).not.toContain("Scarves");
  },
);
