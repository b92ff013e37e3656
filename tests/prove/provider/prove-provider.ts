import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { ROOT } from "../../support/places.ts";
import { JSX, runNode } from "../../support/run.ts";

const PLAY = join(ROOT, "apps/email-digest/src/testing/play-replies.ts");
const REPORT = join(ROOT, "docs", "proofs", "provider.md");

interface Played {
  server: string;
  reply: string;
  about: string;
  isHeld: boolean;
  goesOn: boolean;
  refused: number;
  failed: number;
  against: string[];
}

const inCell = (text: string) => text.trim().replaceAll("|", "\\|").replaceAll("`", "'");

function describeFix({ isHeld, goesOn, failed }: Played): string {
  if (goesOn) return "goes on by itself";
  if (isHeld) return failed === 0 ? "`send --resume`" : "`send --resend-failed`";
  return failed === 0 ? "nothing" : "`send --resend-failed`";
}

function writeReport(played: readonly Played[], against: readonly string[]): string {
  const rows = played.map((one) =>
    [
      one.server,
      `\`${inCell(one.reply)}\``,
      one.about,
      one.isHeld ? "held" : "goes on",
      one.refused,
      one.failed,
      describeFix(one),
    ].join(" | "),
  );
  return `# Whatever a provider refuses with

Written by \`npm run prove -- provider\` on ${new Date().toISOString().slice(0, 10)}: Node ${process.versions.node}, ${played.length} replies, five recipients at five domains each.

An SMTP server of the proof refuses every recipient of an edition with one reply of the table in
\`apps/email-digest/src/smtp/refusals.ts\`, until the edition is held or all attempts are used up (three, an hour apart, by an injected clock).
Then it takes mail again, a day passes, and the owner's word is given where one is needed. Pool, ledger and database are the real ones.

| server | reply | about | edition | refused | given up | after the fix |
|---|---|---|---|---|---|---|
${rows.map((row) => `| ${row} |`).join("\n")}

${
  against.length === 0
    ? "Each of the five got each edition exactly once, and nobody left the list. What concerns sender, account, quota or content held the edition and gave nobody up."
    : against.map((line) => `- **${inCell(line)}**`).join("\n")
}

## What this does not show

Servers that change their words, and replies that the table does not know: three of those in a row hold the edition.
`;
}

/** Plays every reply, writes the report, and returns what spoke against the promise. */
export async function proveProvider(): Promise<string[]> {
  const { code, stdout, stderr } = await runNode([...JSX, PLAY], { cwd: ROOT });
  if (code !== 0) throw new Error(`the replies could not be played: ${stderr}`);
  const played: Played[] = JSON.parse(stdout);
  const against = played.flatMap((one) => one.against);
  await mkdir(join(ROOT, "docs", "proofs"), { recursive: true });
  await writeFile(REPORT, writeReport(played, against));
  process.stderr.write(`wrote ${REPORT}\n`);
  return against;
}
