import type { Command } from "commander";
import { listEditions } from "../edition-list.ts";
import { formatSlot, nextSlots, readSchedule } from "../schedule.ts";
import { mailFolder } from "../service.ts";
import { countSubscribers } from "../subscriber.ts";
import { formatEquation } from "./equation.ts";
import { withService } from "./open.ts";
import { print, printJson } from "./terminal.ts";

const SLOTS = 3;

async function status({ json }: { json?: true }): Promise<void> {
  await withService(false, async (service) => {
    const { db, environment, now } = service;
    const schedule = readSchedule((await service.readCv()).settings);
    const slots = nextSlots(schedule, now(), SLOTS);
    const subscribers = await countSubscribers(db);
    const editions = await listEditions(db);
    if (json === true)
      return printJson({ subscribers, editions, schedule: { ...schedule, next: slots }, limits: { connections: environment.MAIL_CONNECTIONS } });
    const people = Object.entries(subscribers).map(([state, count]) => `${count} ${state}`);
    print(`Subscribers  ${people.join(", ") || "none"}`);
    print(`Schedule     ${schedule.cron} (${schedule.timeZone})`);
    for (const [at, slot] of slots.entries()) print((at === 0 ? "Next slots" : "").padEnd(13) + formatSlot(slot, schedule));
    print(
      `Mail         ${mailFolder(environment) === undefined ? `over SMTP, ${environment.MAIL_CONNECTIONS} connections a worker` : "written to files; SMTP_URL is not set"}`,
    );
    print(`Database     ${service.database.description}`);
    for (const { number, createdAt, subject, deliveries } of editions) {
      print(`Edition ${number}`.padEnd(13) + `${createdAt.toISOString().slice(0, 10)}  ${subject}\n${"".padEnd(13)}${formatEquation(deliveries)}`);
      if (deliveries.unknown > 0) print(`${"".padEnd(13)}${deliveries.unknown} unknown; to decide: send --resend-unknown ${number}`);
    }
  });
}

export function addStatusCommand(program: Command): void {
  program
    .command("status")
    .description("subscribers, the next slots, and how far the mails of each edition have come")
    .option("--json", "as JSON")
    .action(status)
    .addHelpText("after", "\nExample\n  npm run digest -- status");
}
