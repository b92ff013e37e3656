import { CommandFault, note } from "@triptych/terminal";
import type { Config } from "../../config.ts";
import { formatDiagnosis } from "../doctor.ts";

/**
 * Refuses to send what large providers would refuse to take, since that spoils the sender's name
 * for long.
 */
export async function requireAlignment(config: Config): Promise<void> {
  if (config.smtpUrl === undefined) return;
  const [{ createResolver }, { examineDns }, { readSenderIdentity }] = await Promise.all([
    import("../../doctor/resolver.ts"),
    import("../../doctor/run-doctor.ts"),
    import("../../doctor/sender-identity.ts"),
  ]);
  const { alignment, diagnoses } = await examineDns(createResolver(), readSenderIdentity(config));
  if (alignment === "unknown")
    note(
      "Whether SPF or DKIM vouch for MAIL_FROM is not known from here; npm run digest -- " +
        "doctor says more.",
    );
  if (alignment !== "cannot-pass") return;
  const faults = diagnoses.filter(({ verdict }) => verdict === "fail").map(formatDiagnosis);
  throw new CommandFault(
    [
      "Nothing was sent: no SPF and no DKIM can vouch for MAIL_FROM.",
      ...faults,
      "To send all the same: send --send-anyway",
    ].join("\n"),
  );
}
