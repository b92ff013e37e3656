import { identify, identifyProgram, isPublished, publishFolder } from "@triptych/publish";
import { Cv } from "@triptych/schema";
import { runStep } from "@triptych/terminal";
import { listVariants, pdfFileName } from "@triptych/view";
import { language } from "./words.ts";
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import process from "node:process";
import { readEnvironment } from "./env.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

/** Writes every variant with the command that users have; its output is shown as it comes. */
function writeVariants(folder: string): Promise<number> {
  const main = join(import.meta.dirname, "main.ts");
  const child = spawn(process.execPath, [...process.execArgv, main, "--all", "--out", folder], {
    stdio: "inherit",
  });
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => done(code ?? 1));
  });
}

/**
 * Makes the folder of the PDFs anew: one for each variant of the checked record and nothing else.
 * Left alone where it is that already.
 */
async function publishPdfs(target: string): Promise<void> {
  const { TRIPTYCH_RECORD, SITE_URL, SOURCE_DATE_EPOCH } = readEnvironment();
  if (TRIPTYCH_RECORD === undefined) throw new Error("TRIPTYCH_RECORD names no checked record");
  const record = await readFile(TRIPTYCH_RECORD, "utf8");
  const identity = identify([
    ["program", await identifyProgram(ROOT, "apps/pdf")],
    ["record", record],
    ["site", SITE_URL],
    ["date", SOURCE_DATE_EPOCH?.toString()],
  ]);
  if (await isPublished(target, identity)) return;
  const named = listVariants(Cv.parse(JSON.parse(record)), language).map(pdfFileName);
  const result = await publishFolder({
    target,
    identity,
    make: async (draft) =>
      (await writeVariants(draft)) === 0
        ? { kind: "made", named }
        : { kind: "refused", reasons: ["The PDFs were not made; the old ones are unchanged."] },
  });
  if (result.kind === "published") return;
  process.stderr.write(`${result.reasons.join("\n")}\n`);
  process.exitCode = 1;
}

await runStep(async () => {
  const [target] = process.argv.slice(2);
  if (target === undefined) throw new Error("usage: publish-all.ts FOLDER");
  await publishPdfs(resolve(target));
});
