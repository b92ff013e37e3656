import { spawn } from "node:child_process";
import { chmod, cp, mkdtemp, readdir, readFile, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import process from "node:process";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareBinaries, withPlainPath } from "./binaries.ts";
import { type EmbeddedDatabase, ensureDatabase, stopDatabase } from "./ensure-database.ts";
import { findPlace } from "./place.ts";
import { isAlive } from "./process-id.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-ensure-"));
  await chmod(folder, 0o755);
});
afterAll(async () => {
  await stopDatabase(folder, { force: true });
  await rm(folder, { recursive: true, force: true });
});

async function ask<T>({ connection }: EmbeddedDatabase, query: string): Promise<T[]> {
  const client = new Client(connection);
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The process id that the server itself wrote down. */
async function postmaster(): Promise<number> {
  const { data } = await findPlace(folder);
  return Number((await readFile(join(data, "postmaster.pid"), "utf8")).split("\n")[0]);
}

const killNow = async (pid: number) => {
  process.kill(pid, "SIGKILL");
  await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false);
};

describe("the embedded database", () => {
  test("is started once, however many come at the same moment", async () => {
    const all = await Promise.all([1, 2, 3].map(() => ensureDatabase(folder)));
    expect(all.filter(({ started }) => started)).toHaveLength(1);
    const [first] = all;
    if (first === undefined) throw new Error("nobody came");
    await ask(first, "CREATE TABLE kept (value text); INSERT INTO kept VALUES ('before')");
  });

  test("never runs as root, and lets nobody else in", async () => {
    const pid = await postmaster();
    const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
    if (status !== "") expect(/^Uid:\s+(\d+)/m.exec(status)?.[1]).not.toBe("0");
    const open = await ensureDatabase(folder);
    expect(await ask(open, "SHOW listen_addresses")).toEqual([{ listen_addresses: "" }]);
    expect(await ask(open, "SHOW unix_socket_permissions")).toEqual([
      { unix_socket_permissions: "0700" },
    ]);
  });

  test("comes back with everything after its processes were killed", async () => {
    for (let round = 0; round < 3; round += 1) {
      await killNow(await postmaster());
      const back = await ensureDatabase(folder);
      expect(back.started).toBe(true);
      expect(await ask(back, "SELECT value FROM kept")).toEqual([{ value: "before" }]);
    }
  });

  test("is known by its data and not by a process id: one that was left behind, or belongs to a stranger, changes nothing", async () => {
    const { data, socket, account } = await findPlace(folder);
    // Under the server's own account, since PostgreSQL asks for no other.
    const stranger = spawn("/bin/sleep", ["60"], { ...account });
    try {
      await killNow(await postmaster());
      for (const file of [join(data, "postmaster.pid"), join(socket, ".s.PGSQL.5432.lock")]) {
        const lines = (await readFile(file, "utf8")).split("\n");
        await writeFile(file, [String(stranger.pid), ...lines.slice(1)].join("\n"));
      }
      const back = await ensureDatabase(folder);
      expect(back.started).toBe(true);
      expect(await ask(back, "SELECT value FROM kept")).toEqual([{ value: "before" }]);
      expect(stranger.exitCode).toBeNull();
    } finally {
      stranger.kill("SIGKILL");
    }
  });

  test("is not kept from starting by a starter that was killed", async () => {
    const gone = spawn(process.execPath, ["-e", ""]);
    await new Promise((resolve) => gone.on("exit", resolve));
    // The first is left by one that was killed before it could say who it is.
    for (const holder of ["", String(gone.pid)]) {
      await stopDatabase(folder, { force: true });
      await writeFile(join(folder, "starting"), holder);
      expect((await ensureDatabase(folder)).started).toBe(true);
    }
  });

  test("is begun anew where setting it up was cut off", async () => {
    const other = join(folder, "other");
    const { data } = await findPlace(other);
    await writeFile(`${data}.tmp`, "half of it");
    const open = await ensureDatabase(other);
    expect(await ask(open, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await open.stop();
  });

  test("works in folders whose names mean something to a shell or a list", async () => {
    const odd = join(folder, "it's, a $HOME of `date` \"ü\\ ");
    // Root's server runs another account's copy, and so must this one.
    const native = dirname((await findPlace(folder)).bin);
    const binaries = join(odd, "native", "bin");
    await cp(native, dirname(binaries), { recursive: true, verbatimSymlinks: true });
    for (const [home, bin] of [
      [join(odd, "db"), binaries],
      [join(odd, "far ".repeat(40).trim(), "db"), undefined],
    ] as const) {
      const open = await ensureDatabase(home, bin);
      expect(await ask(open, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
      await open.stop();
      expect(await stopDatabase(home)).toBe(false);
    }
  });

  test("is copied with its links, which lead nowhere but into the copy", async () => {
    const linked = await prepareBinaries(join(folder, "$copies", "postgres"), false);
    const targets = await withPlainPath(linked, async (bin) => {
      const entries = await readdir(dirname(bin), { withFileTypes: true, recursive: true });
      const links = entries.filter((entry) => entry.isSymbolicLink());
      return Promise.all(links.map(({ parentPath, name }) => readlink(join(parentPath, name))));
    });
    expect(targets).not.toEqual([]);
    expect(targets.filter(isAbsolute)).toEqual([]);
  });

  test("stays while others use it, and stops when nobody does", async () => {
    const open = await ensureDatabase(folder);
    const client = new Client(open.connection);
    await client.connect();
    expect(await stopDatabase(folder)).toBe(false);
    await client.end();
    expect(await stopDatabase(folder)).toBe(true);
    expect(await stopDatabase(folder)).toBe(false);
  });
});
