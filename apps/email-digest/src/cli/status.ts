import type { Command } from "commander";
import { countReports } from "../bounce/count-reports.ts";
import { listHolds } from "../editions/edition-hold.ts";
import { listEditions } from "../editions/edition-list.ts";
import type { Config } from "../config.ts";
import { formatSlot, nextSlots, readSchedule } from "../editions/schedule.ts";
import { countSubscribers } from "../subscribers/subscriber.ts";
import { describeEdition } from "./editions.ts";
import { withService } from "./open.ts";
import { formatTable, print, printJson } from "./terminal.ts";

const SLOTS = 3;

function describeLimits(config: Config): string {
  const { perMinute, perMinuteAndDomain, retryDelays } = config.policy;
  const rate = (limit: number, where: string) =>
    limit === 0 ? `no limit ${where}` : `${limit} a minute ${where}`;
  const retries = retryDelays.map((delay) => delay / 60_000).join(", ");
  return `${rate(perMinute, "in all")}, ${rate(perMinuteAndDomain, "to one domain")}, ${config.connections} at once; tried again after ${retries} minutes`;
}

const listCounts = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(", ") || "none";

async function status({ json }: { json?: true }): Promise<void> {
  await withService(false, async (service) => {
    const { db, config, now } = service;
    const schedule = readSchedule((await service.readCv()).settings);
    const next = nextSlots(schedule, now(), SLOTS);
    const [subscribers, reports, editions, holds] = [
      await countSubscribers(db),
      await countReports(db),
      await listEditions(db),
      await listHolds(db),
    ];
    const limits = { connections: config.connections, ...config.policy };
    if (json === true)
      return printJson({
        subscribers,
        reports,
        schedule: { ...schedule, next },
        limits,
        editions,
        holds,
      });
    const mail =
      config.mailFolder === undefined ? "sent over SMTP" : "written to files; SMTP_URL is not set";
    print(
      formatTable([
        ["Subscribers", listCounts(subscribers)],
        [
          "Reports",
          `${listCounts(reports)}${(reports.policy ?? 0) > 0 ? "; policy means that servers refuse us: npm run digest -- doctor" : ""}`,
        ],
        ["Schedule", `${schedule.cron} (${schedule.timeZone})`],
        ...next.map((slot, at) => [at === 0 ? "Next slots" : "", formatSlot(slot, schedule)]),
        ["Mail", mail],
        ["Limits", describeLimits(config)],
        ["Database", service.database.description],
        ...editions.flatMap((edition) =>
          describeEdition(edition, holds).map((line, at) => [
            at === 0 ? `Edition ${edition.number}` : "",
            line,
          ]),
        ),
      ]),
    );
  });
}

export function addStatusCommand(program: Command): void {
  program
    .command("status")
    .description("subscribers, next slots, limits, and how far the mails of each edition have come")
    .option("--json", "as JSON")
    .action(status)
    .addHelpText("after", "\nExample\n  npm run digest -- status");
}
