import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import process from "node:process";
import { ROOT, STATE } from "../../support/places.ts";
import { askVeraPdf, findHindrance, PROFILES, type Verdict } from "./verdict.ts";
import { writePdfs } from "./written-pdfs.ts";

const REPORT = join(ROOT, "docs", "proofs", "pdf.md");
const FIXTURES = join(ROOT, "tests", "fixtures");
const RECORD = join(ROOT, "packages", "data", "content");

/** Records of the schema before this one; they are migrated before they are rendered. */
const OLD = /^schema-\d+$/;

interface Judged extends Verdict {
  record: string;
}

/** Every variant of every record, in a folder of its own, as veraPDF sees it. */
async function judgeAll(folder: string): Promise<Judged[]> {
  const fixtures = (await readdir(FIXTURES)).filter((name) => !OLD.test(name));
  const records = [RECORD, ...fixtures.map((name) => join(FIXTURES, name))];
  const judged: Judged[] = [];
  for (const record of records) {
    const files = await writePdfs(record, join(folder, basename(record)));
    const verdicts = await askVeraPdf(files);
    judged.push(...verdicts.map((verdict) => ({ ...verdict, record: relative(ROOT, record) })));
  }
  return judged;
}

function describeVerdict({ broken }: Verdict): string {
  return broken.length === 0 ? "conforms" : broken.join("; ");
}

function writeReport(judged: readonly Judged[]): string {
  const rows = judged.map((verdict) => {
    const profile = Object.entries(PROFILES).find(([name]) => name === verdict.profile)?.[1];
    const cells = [verdict.record, basename(verdict.file), profile, verdict.checks];
    return `| ${[...cells, describeVerdict(verdict)].join(" | ")} |`;
  });
  return `# What a validator says of the PDFs

Written by \`npm run prove -- pdf\` on ${new Date().toISOString().slice(0, 10)}.

veraPDF, as the package \`@opendataloader/pdf\` has it, read every variant of the record that comes
with the project and of the fixtures, by the rules that a program can check. Whether an order of reading or
a description makes sense no program can say; decision 0016 tells what else is checked.

| record | file | profile | checks | verdict |
|---|---|---|---|---|
${rows.join("\n")}

\`npm test\` asks the same of the full fixture wherever a JDK and JAXB are installed.
`;
}

/** Asks a validator about every PDF, writes the report, and returns what it found. */
export async function provePdf(): Promise<string[]> {
  const hindrance = await findHindrance();
  if (hindrance !== undefined) return [`veraPDF cannot be asked: ${hindrance}`];
  await mkdir(STATE, { recursive: true });
  const folder = await mkdtemp(join(STATE, "prove-pdf-"));
  try {
    const judged = await judgeAll(folder);
    await writeFile(REPORT, writeReport(judged));
    process.stderr.write(`wrote ${REPORT}\n`);
    return judged
      .filter(({ broken }) => broken.length > 0)
      .map(({ record, file, profile, broken }) =>
        [record, basename(file), profile, ...broken].join(" "),
      );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
