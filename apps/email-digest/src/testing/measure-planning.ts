import { Cv } from "@triptych/schema";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { sql } from "kysely";
import { createEdition } from "../editions/create-edition.ts";
import { openJournal } from "../journal/journal.ts";
import { teardown } from "./stop-database.ts";
import { openTestDatabase } from "./test-database.ts";
import { storeBaseline } from "../editions/announcements.ts";

/**
 * Plans one edition for as many subscribers as the first argument says, and prints how long it took
 * and how far memory grew, as JSON.
 */
const recipients = Number(process.argv[2]);
const database = await openTestDatabase();
const folder = await mkdtemp(join(tmpdir(), "planning-"));
try {
  await sql`
    INSERT INTO subscribers (address, status, unsubscribe_hash, consent_text, consent_at)
    SELECT 'person' || i || '@domain' || i % 50 || '.example', 'confirmed', i::text, 'c', now() FROM generate_series(1, ${recipients}) AS i`.execute(
    database.db,
  );
  await storeBaseline(database.db, Cv.parse({ profile: { name: "Ada Example" } }));
  const before = process.memoryUsage().rss;
  const since = performance.now();
  const result = await createEdition({
    db: database.db,
    journal: openJournal(folder),
    cv: Cv.parse({
      profile: { name: "Ada Example" },
      publications: [
        {
          id: "one",
          title: "One",
          authors: ["Ada Example"],
          appearances: [{ kind: "preprint", date: "2026" }],
        },
      ],
    }),
    domain: "x.example",
    now: new Date(),
    render: () => Promise.resolve({ subject: "s", html: "h", text: "t" }),
    enqueue: () => Promise.resolve(),
  });
  const milliseconds = performance.now() - since;
  const planned = result.kind === "created" ? result.recipients : 0;
  process.stdout.write(
    `${JSON.stringify({ planned, milliseconds, grownBytes: Math.max(0, process.memoryUsage().rss - before) })}\n`,
  );
} finally {
  await database.close();
  await teardown();
  await rm(folder, { recursive: true });
}
