import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { Client, type QueryResultRow } from "pg";

/** The embedded database of a service, looked at from outside, and killed. */
export interface ObservedDatabase {
  /** Asks until the server answers; it may be down or recovering. */
  query: <R extends QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<R[]>;
  /** The server's first process, as it has noted it. */
  serverPid(): number;
  /** SIGKILL to the server's first process, while it answers. */
  killServer(): Promise<void>;
  /** SIGKILL to one session's process, after which the server ends all others and recovers. */
  killSession(random: () => number): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MS = 300_000;

/** Where the service has put its server; it leaves a note when that is not below its own folder. */
function readNote(folder: string, note: string, otherwise: string): string {
  const file = join(folder, note);
  return existsSync(file) ? readFileSync(file, "utf8") : otherwise;
}

/** @param folder the `db` folder of the service's state */
export function observeDatabase(folder: string): ObservedDatabase {
  let client: Client | undefined;

  const connect = async (): Promise<Client> => {
    if (client !== undefined) return client;
    const base = readNote(folder, "moved-to", folder);
    const fresh = new Client({
      host: readNote(folder, "socket-in", base),
      port: 5432,
      user: "triptych",
      database: "triptych",
    });
    fresh.on("error", () => (client = undefined));
    await fresh.connect();
    client = fresh;
    return fresh;
  };

  const query: ObservedDatabase["query"] = async <R extends QueryResultRow>(
    text: string,
    values: readonly unknown[] = [],
  ) => {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        return (await (await connect()).query<R>(text, [...values])).rows;
      } catch (error) {
        await client?.end().catch(() => undefined);
        client = undefined;
        if (Date.now() > deadline) throw error;
        await wait(50);
      }
    }
  };

  const serverPid = () =>
    Number(
      readFileSync(
        join(readNote(folder, "moved-to", folder), "data", "postmaster.pid"),
        "utf8",
      ).split("\n")[0],
    );

  return {
    query,
    serverPid,
    killServer: async () => {
      await query("SELECT 1");
      process.kill(serverPid(), "SIGKILL");
    },
    killSession: async (random) => {
      const sessions = await query<{ pid: number }>(
        "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() ORDER BY pid",
      );
      const victim = sessions[Math.floor(random() * sessions.length)];
      if (victim !== undefined) process.kill(victim.pid, "SIGKILL");
    },
    close: async () => client?.end().catch(() => undefined),
  };
}
