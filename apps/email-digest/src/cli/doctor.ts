import type { Command } from "commander";
import process from "node:process";
import type { Finding } from "../mail/lint/finding.ts";
import { readCv } from "../record.ts";
import { EXIT } from "./command-fault.ts";
import { requireConfig, withDatabase } from "./open.ts";
import { print, printJson } from "./terminal.ts";
import { readAnnounced } from "../editions/announcements.ts";

const LABELS = { ok: "ok  ", warn: "warn", fail: "FAIL" } as const;

export function formatFinding({ rule, verdict, found, remedy }: Finding): string {
  return `${LABELS[verdict]}  ${rule.padEnd(15)}  ${found}${remedy === undefined ? "" : `\n${"".padEnd(23)}→ ${remedy}`}`;
}

async function doctor({ json }: { json?: true }): Promise<void> {
  const [{ createResolver }, { runDoctor }] = await Promise.all([
    import("../doctor/resolver.ts"),
    import("../doctor/run-doctor.ts"),
  ]);
  const config = requireConfig();
  const cv = await readCv(config.recordFolder);
  const announced = await withDatabase(({ db }) => readAnnounced(db));
  const { findings, alignment } = await runDoctor({
    config,
    cv,
    announced,
    now: new Date(),
    resolver: createResolver(),
  });
  const count = (verdict: Finding["verdict"]) =>
    findings.filter((finding) => finding.verdict === verdict).length;
  if (json === true) printJson({ alignment, findings });
  else {
    for (const finding of findings) print(formatFinding(finding));
    print(`\n${count("ok")} ok, ${count("warn")} to look at, ${count("fail")} to mend`);
  }
  process.exitCode = count("fail") > 0 ? EXIT.incomplete : EXIT.done;
}

export function addDoctorCommand(program: Command): void {
  program
    .command("doctor")
    .description(
      "look at DNS, mail server and a really rendered mail, and say what to change; sends nothing; exit 1 if anything must be mended",
    )
    .option("--json", "as JSON")
    .action(doctor)
    .addHelpText(
      "after",
      "\nExample\n  SMTP_URL=smtps://… MAIL_FROM=digest@my.domain npm run digest -- doctor",
    );
}
