import {
  type Command,
  exitWith,
  formatTable,
  print,
  printJson,
  sharedOption,
} from "@triptych/terminal";
import { findAlarms } from "../alarm/find-alarms.ts";
import { countReports } from "../bounce/count-reports.ts";
import { listHolds } from "../brake/edition-hold.ts";
import { listEditions } from "../editions/edition-list.ts";
import type { Config } from "../config.ts";
import { formatSlot, nextSlots, readSchedule } from "../editions/schedule.ts";
import type { Service } from "../service.ts";
import { listSlots } from "../editions/slot.ts";
import type { SlotOutcome } from "../database/schema.ts";
import { countSubscribers } from "../subscribers/subscriber.ts";
import { describeEdition } from "./editions/editions.ts";
import { withService } from "./open.ts";

const SLOTS = 3;

function describeLimits(config: Config): string {
  const { perMinute, perMinuteAndDomain, retryDelays } = config.policy;
  const rate = (limit: number, where: string) =>
    limit === 0 ? `no limit ${where}` : `${limit} a minute ${where}`;
  const retries = retryDelays.map((delay) => delay / 60_000).join(", ");
  return (
    `${rate(perMinute, "in all")}, ${rate(perMinuteAndDomain, "to one domain")}, ` +
    `${config.connections} at once; tried again after ${retries} minutes`
  );
}

const listCounts = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(", ") || "none";

const OUTCOMES: Readonly<Record<SlotOutcome, string>> = {
  begun: "the schedule began",
  edition: "an edition",
  "nothing-new": "nothing was new",
  missed: "missed, no edition",
};

/** Everything that the status says. */
async function readStatus({ db, config, now, readCv }: Service) {
  const schedule = readSchedule((await readCv()).settings);
  const watched = { db, now: now(), stateFolder: config.stateFolder };
  return {
    alarms: await findAlarms(watched),
    subscribers: await countSubscribers(db),
    reports: await countReports(db),
    schedule: { ...schedule, next: nextSlots(schedule, now(), SLOTS) },
    slots: await listSlots(db, SLOTS),
    limits: { connections: config.connections, ...config.policy },
    editions: await listEditions(db),
    holds: await listHolds(db),
  };
}

type Status = Awaited<ReturnType<typeof readStatus>>;

function describeStatus(
  { alarms, subscribers, reports, schedule, slots, editions, holds }: Status,
  { config, database }: Service,
): string {
  const refused =
    (reports.policy ?? 0) > 0
      ? "; policy means that servers refuse us: npm run digest -- doctor"
      : "";
  const mail =
    config.mailFolder === undefined ? "sent over SMTP" : "written to files; SMTP_URL is not set";
  const labelled = (label: string, lines: readonly string[]) =>
    lines.map((line, at) => [at === 0 ? label : "", line]);
  return formatTable([
    ...labelled(
      "Alarms",
      alarms.length === 0
        ? ["none"]
        : alarms.flatMap(({ found, remedy }) => [found, `→ ${remedy}`]),
    ),
    ["Subscribers", listCounts(subscribers)],
    ["Reports", `${listCounts(reports)}${refused}`],
    ["Schedule", `${schedule.cron} (${schedule.timeZone})`],
    ...labelled(
      "Next slots",
      schedule.next.map((slot) => formatSlot(slot, schedule)),
    ),
    ...labelled(
      "Last slots",
      slots.map(({ slot, outcome }) => `${formatSlot(slot, schedule)}: ${OUTCOMES[outcome]}`),
    ),
    ["Mail", mail],
    ["Limits", describeLimits(config)],
    ["Database", database.description],
    ...editions.flatMap((edition) =>
      labelled(`Edition ${edition.number}`, describeEdition(edition, holds)),
    ),
  ]);
}

async function status({ json }: { json?: true }): Promise<void> {
  await withService(false, async (service) => {
    const found = await readStatus(service);
    if (json === true) printJson(found);
    else print(describeStatus(found, service));
  });
}

export function declareStatus(command: Command): void {
  command
    .addOption(sharedOption("json"))
    .action(exitWith(status))
    .addHelpText("after", "\nExample\n  npm run digest -- status");
}
