import {
  identify,
  identifyProgram,
  isPublished,
  publishedIdentity,
  publishFolder,
} from "@triptych/publish";
import { Cv } from "@triptych/schema";
import { runStep } from "@triptych/terminal";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { readEnvironment } from "../env.ts";
import { adviseOnAddress, sitePlace } from "../record.ts";
import { writeHosting } from "../seal/hosting-files.ts";
import { MissingDocument, pdfsFinished, readDocuments } from "./documents.ts";
import { makeSite } from "./make-site.ts";

const ROOT = join(import.meta.dirname, "../../../..");

function report(lines: readonly string[]): void {
  process.stderr.write(
    "The site was not sealed; the old one is " +
      `unchanged.\n${lines.map((line) => `  ${line}`).join("\n")}\n`,
  );
  process.exitCode = 1;
}

/**
 * Makes the site of the checked record anew and puts it in the place of the old one. Left alone
 * where it is that already.
 * @param pdfs resolves when the PDFs are finished
 */
async function publishSite(pdfs: Promise<void>): Promise<void> {
  const { TRIPTYCH_DIR: state, TRIPTYCH_RECORD, SITE_URL } = readEnvironment();
  const target = join(state, "site");
  const record = await readFile(TRIPTYCH_RECORD, "utf8");
  const cv = Cv.parse(JSON.parse(record));
  const program = await identifyProgram(ROOT, "apps/web");
  const madeOf = identify([
    ["program", program],
    ["record", record],
    ["address", SITE_URL],
  ]);
  const documents = pdfs.then(() => readDocuments(cv, join(state, "pdf")));
  const identity = documents.then((files) => `${madeOf} ${identify(files)}`);
  for (const promise of [documents, identity]) promise.catch(() => undefined);
  // Only the PDFs can tell whether it is the same site; waiting for them pays where they may.
  const mayBeSame = (await publishedIdentity(target))?.startsWith(madeOf);
  if (mayBeSame === true && (await isPublished(target, await identity))) return;
  const result = await publishFolder({
    target,
    identity,
    make: async (folder) => {
      const made = await makeSite({ cv, state, program, documents }, folder);
      if (made.kind === "failed")
        return { kind: "refused", reasons: [`next build ended with ${made.code}`] };
      if (made.kind === "refused") return made;
      process.stdout.write(`sealed ${made.pages} pages and ${made.files} files\n`);
      return { kind: "made", named: made.draft.written };
    },
  });
  if (result.kind === "refused") return report(result.reasons);
  const places = {
    headers: join(state, "site-headers.json"),
    hosting: join(state, "site-hosting"),
  };
  await writeHosting(places, sitePlace());
  const advice = adviseOnAddress();
  if (advice !== undefined) process.stderr.write(`${advice}\n`);
}

/** With `--pdfs-follow` the PDFs are being made, and finished when the input ends. */
const pdfs = process.argv.includes("--pdfs-follow")
  ? pdfsFinished(process.stdin)
  : Promise.resolve();

await runStep(() =>
  publishSite(pdfs).catch((error: unknown) => {
    if (!(error instanceof MissingDocument)) throw error;
    report([error.message]);
  }),
);
