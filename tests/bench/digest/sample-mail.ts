import { existsSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { MAIN } from "../../digest/worker-herd.ts";
import { ROOT } from "../../support/places.ts";
import { JSX, runNode } from "../../support/run.ts";

export interface SampleMail {
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
}

/** Stands in a stored edition where each mail has its own address. */
export const PLACEHOLDER = "https://unsubscribe.invalid/";

/** An edition of some ten papers, where the record has them since 2024, else one of everything. */
export async function renderSample(folder: string): Promise<SampleMail> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, "sample.html");
  await rm(file, { force: true });
  const preview = (...args: string[]) =>
    runNode([...JSX, MAIN, "preview", ...args], { cwd: ROOT, env: { TRIPTYCH_DIR: folder } });
  let choice = ["--since", "2024"];
  await preview(...choice, "--out", file);
  if (!existsSync(file)) {
    choice = ["--everything"];
    await preview(...choice, "--out", file);
  }
  const [first = "", ...rest] = (await preview(...choice)).stdout.split("\n\n");
  return {
    subject: first.replace("Subject: ", ""),
    html: await readFile(file, "utf8"),
    text: rest.join("\n\n"),
    headers: {
      "Auto-Submitted": "auto-generated",
      "List-Id": '"New work by Ada Example" <new-work.example.org>',
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "List-Archive": "<https://example.org/digest/editions>",
      "List-Help": "<https://example.org/digest/>",
    },
  };
}
