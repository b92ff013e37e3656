import { setTimeout as wait } from "node:timers/promises";
import type { Db } from "../../database/open-database.ts";
import { countDeliveries, isUnderWay } from "../../delivery/ledger.ts";
import type { Round } from "../../delivery/send-due.ts";
import { listHolds } from "../../brake/edition-hold.ts";
import type { EditionSums } from "../../editions/edition-list.ts";
import type { Service } from "../../service.ts";
import { startWorker, type Worker } from "../../worker.ts";
import { type Bar, openBar } from "../bar.ts";
import { requireEdition } from "./edition-number.ts";
import { logError } from "../log.ts";

const REDRAW_MS = 250;
const LOOK_AGAIN_MS = 500;

/** How the deliveries of an edition stand after sending what was due. */
export interface Delivered {
  edition: EditionSums;
  /** What kept it from talking to the mail server at all. */
  unreachable: string | undefined;
  /** Why nothing more of the edition is sent. */
  held: string | undefined;
}

/**
 * Goes on until nothing of an edition is due: also what workers of other processes have taken
 * counts as sent only once it is.
 */
async function sendAll(worker: Worker, { db }: Service, edition: number): Promise<Round> {
  for (;;) {
    const round = await worker.deliver();
    if (round.unreachable !== undefined || !(await isUnderWay(db, edition))) return round;
    await wait(LOOK_AGAIN_MS);
  }
}

async function draw(bar: Bar, db: Db, edition: number): Promise<void> {
  const { planned, sending, accepted, failed, unknown } = await countDeliveries(db, edition);
  const settled = accepted + failed + unknown;
  bar.show(settled, settled + planned + sending);
}

/** Sends what is due of an edition. Other workers may help; the ledger counts for all. */
export async function deliver(
  service: Service,
  edition: number,
  options: { json?: true },
): Promise<Delivered> {
  const { db } = service;
  const bar = openBar("mails", options);
  const drawing = setInterval(() => void draw(bar, db, edition).catch(logError), REDRAW_MS);
  let worker: Worker | undefined;
  try {
    worker = await startWorker(service, logError);
    const { unreachable } = await sendAll(worker, service, edition);
    const holds = await listHolds(db);
    return {
      edition: await requireEdition(db, edition),
      unreachable,
      held: holds.find((hold) => hold.edition === edition)?.reason,
    };
  } finally {
    clearInterval(drawing);
    await worker?.stop();
    bar.end();
  }
}
