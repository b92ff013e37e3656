import {
  type Command,
  EXIT,
  type ExitCode,
  exitWith,
  print,
  printJson,
  sharedOption,
} from "@triptych/terminal";
import { findAlarms } from "../alarm/find-alarms.ts";
import { type Diagnosis, fail } from "../mail/lint/diagnosis.ts";
import { readOwnRecord } from "../record.ts";
import { requireConfig, withDatabase } from "./open.ts";
import { readLeftOut } from "../editions/unpublished.ts";

const LABELS = { ok: "ok  ", warn: "warn", fail: "FAIL" } as const;

export function formatDiagnosis({ rule, verdict, found, remedy }: Diagnosis): string {
  return (
    `${LABELS[verdict]}  ${rule.padEnd(15)}  ` +
    `${found}${remedy === undefined ? "" : `\n${"".padEnd(23)}→ ${remedy}`}`
  );
}

async function doctor({ json }: { json?: true }): Promise<ExitCode> {
  const [{ createResolver }, { runDoctor }] = await Promise.all([
    import("../doctor/resolver.ts"),
    import("../doctor/run-doctor.ts"),
  ]);
  const config = requireConfig();
  const cv = await readOwnRecord(config.recordFolder);
  const now = new Date();
  const { announced, alarms } = await withDatabase(async ({ db }) => ({
    announced: (await readLeftOut(db, cv, config.siteFolder)).keys,
    alarms: await findAlarms({ db, now, stateFolder: config.stateFolder }),
  }));
  const resolver = createResolver();
  const { diagnoses: mail, alignment } = await runDoctor({ config, cv, announced, now, resolver });
  const diagnoses = [
    ...mail,
    ...alarms.map(({ kind, found, remedy }) => fail(`alarm: ${kind}`, found, remedy)),
  ];
  const count = (verdict: Diagnosis["verdict"]) =>
    diagnoses.filter((diagnosis) => diagnosis.verdict === verdict).length;
  if (json === true) printJson({ alignment, findings: diagnoses });
  else {
    for (const diagnosis of diagnoses) print(formatDiagnosis(diagnosis));
    print(`\n${count("ok")} ok, ${count("warn")} to look at, ${count("fail")} to put right`);
  }
  return count("fail") > 0 ? EXIT.negative : EXIT.done;
}

const HELP = `
Example
  SMTP_URL=smtps://… MAIL_FROM=digest@my.domain npm run digest -- doctor

It sends nothing. Exit code 1 if anything must be put right.`;

export function declareDoctor(command: Command): void {
  command.addOption(sharedOption("json")).action(exitWith(doctor)).addHelpText("after", HELP);
}
