import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Config } from "../../config.ts";
import type { OpenDatabase } from "../../database/open-database.ts";
import { noteDepartures } from "../../journal/departures.ts";
import { openInstallationJournal } from "../../journal/restored-database.ts";
import { importSubscribers } from "../../subscribers/import/import-subscribers.ts";
import { unsubscribeToken } from "../../subscribers/token.ts";
import { endSubscription, findLinkOwner } from "../../subscribers/unsubscribe-link.ts";
import { openTestDatabase } from "../../testing/test-database.ts";
import { requireConfig, withDatabase } from "../open.ts";
import { dump, restore } from "./backup.ts";

const now = new Date("2026-01-01T12:00:00Z");

/** Two machines, each with a database and a folder of its own. */
let machines: { url: string; close: () => Promise<void> }[];
let folder: string;
beforeEach(async () => {
  machines = await Promise.all([openTestDatabase(), openTestDatabase()]);
  folder = await mkdtemp(join(tmpdir(), "triptych-backup-test-"));
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await Promise.all(machines.map(({ close }) => close()));
  await rm(folder, { recursive: true, force: true });
});

/** Everything that follows happens on this machine. */
function on(machine: 0 | 1): void {
  vi.stubEnv("DATABASE_URL", machines[machine]?.url ?? "");
  vi.stubEnv("TRIPTYCH_DIR", join(folder, String(machine)));
}

/** Puts readers on the list, of whom the first leaves at once, and returns the second's link. */
async function fill({ db }: OpenDatabase, config: Config): Promise<string> {
  const facts = { consentText: "Yes", consentAt: now, consentForm: "/" };
  const addresses = ["left@example.org", "stays@example.org"];
  await importSubscribers(
    db,
    config,
    addresses.map((address, at) => ({ line: at + 1, address, ...facts })),
  );
  const rows = await db.selectFrom("subscribers").select(["id", "address"]).execute();
  const linkOf = (address: string | undefined) =>
    unsubscribeToken(config.linkKey, rows.find((row) => row.address === address)?.id ?? "");
  await endSubscription(db, linkOf(addresses[0]), now);
  await noteDepartures(db, config.secret, await openInstallationJournal(db, config.journalFolder));
  return linkOf(addresses[1]);
}

const whoseLink = (link: string) => withDatabase(({ db }) => findLinkOwner(db, link, now));

test.each([undefined, "a long passphrase"])(
  "a backup brings secret and journal to another machine, where old links work (passphrase: %s)",
  async (passphrase) => {
    if (passphrase !== undefined) vi.stubEnv("DIGEST_BACKUP_PASSPHRASE", passphrase);
    const file = join(folder, "backup");
    on(0);
    const link = await withDatabase(fill);
    await dump(file, {});
    const plain = await readFile(file, "utf8");
    expect(plain.includes("stays@example.org")).toBe(passphrase === undefined);
    on(1);
    await withDatabase(fill);
    await restore(file, { replace: true });
    expect(await whoseLink(link)).toMatchObject({ kind: "subscriber", status: "confirmed" });
    const { secretFile = "", journalFolder, secrets } = requireConfig();
    on(0);
    expect(secrets).toEqual(requireConfig().secrets);
    expect(await readdir(journalFolder, { recursive: true })).toContainEqual(
      expect.stringMatching(/departed\.log$/),
    );
    // What was here is lost no more than what came.
    expect(await readFile(`${secretFile}.before-restore`, "utf8")).not.toContain(secrets[0]);
  },
);

test("a sealed backup is refused without its passphrase, or changed by one byte", async () => {
  const file = join(folder, "backup");
  on(0);
  await withDatabase(fill);
  vi.stubEnv("DIGEST_BACKUP_PASSPHRASE", "a long passphrase");
  await dump(file, {});
  const bytes = await readFile(file);
  await restore(file, { replace: true });
  vi.stubEnv("DIGEST_BACKUP_PASSPHRASE", "another passphrase");
  await expect(restore(file, { replace: true })).rejects.toThrow("the passphrase is wrong");
  vi.stubEnv("DIGEST_BACKUP_PASSPHRASE", "");
  await expect(restore(file, { replace: true })).rejects.toThrow("set DIGEST_BACKUP_PASSPHRASE");
  vi.stubEnv("DIGEST_BACKUP_PASSPHRASE", "a long passphrase");
  for (const at of [70, 300, bytes.length - 1]) {
    const spoilt = Buffer.from(bytes);
    spoilt[at] = (spoilt[at] ?? 0) ^ 1;
    await writeFile(file, spoilt);
    await expect(restore(file, { replace: true })).rejects.toThrow("Nothing was changed");
  }
});

test("where the environment names another secret, nothing is restored", async () => {
  const file = join(folder, "backup");
  on(0);
  const link = await withDatabase(fill);
  await dump(file, {});
  vi.stubEnv("DIGEST_SECRET", "a secret of another place");
  await expect(restore(file, { replace: true })).rejects.toThrow(
    "another secret than DIGEST_SECRET",
  );
  vi.stubEnv("DIGEST_SECRET", "");
  expect(await whoseLink(link)).toMatchObject({ kind: "subscriber" });
});
