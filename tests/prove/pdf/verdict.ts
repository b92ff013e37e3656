import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The profiles that the PDF keeps to, by veraPDF's names for them. */
export const PROFILES = { ua1: "PDF/UA-1", "3a": "PDF/A-3A" } as const;

/** What veraPDF said of one file by one profile. */
export interface Verdict {
  file: string;
  profile: string;
  checks: number;
  /** The rules that are broken; empty where the file conforms. */
  broken: string[];
}

/** Where Debian keeps JAXB, which Java has no longer and the package leaves out. */
const JAXB = "/usr/share/java";
const LIBRARIES = [
  "jaxb-impl",
  "jaxb-runtime",
  "jaxb-core",
  "istack-commons-runtime",
  "javax.activation",
  "txw2",
  "stax-ex",
];
const asJar = (name: string) => join(JAXB, `${name}.jar`);
const API = asJar("jaxb-api");

/** Why veraPDF cannot be asked on this machine; undefined where it can. */
export async function findHindrance(): Promise<string | undefined> {
  try {
    await run("javac", ["-version"]);
  } catch {
    return "there is no JDK (openjdk-17-jdk-headless in Debian)";
  }
  return [API, ...LIBRARIES.map(asJar)].every(existsSync)
    ? undefined
    : "there is no JAXB (libjaxb-java in Debian)";
}

function readVerdict(line: string): Verdict {
  const [file = "", profile = "", checks = "", ...broken] = line.split("\t");
  return { file, profile, checks: Number(checks), broken };
}

/** Asks veraPDF about PDFs: a verdict for each file and profile. */
export async function askVeraPdf(files: readonly string[]): Promise<Verdict[]> {
  const main = createRequire(import.meta.url).resolve("@opendataloader/pdf");
  const veraPdf = join(dirname(main), "..", "lib", "opendataloader-pdf-cli.jar");
  const classes = [API, veraPdf, ...LIBRARIES.map(asJar)].join(":");
  const caller = join(import.meta.dirname, "Verdict.java");
  const { stdout } = await run(
    "java",
    [
      "--add-opens",
      "java.base/java.lang=ALL-UNNAMED",
      "-cp",
      classes,
      caller,
      Object.keys(PROFILES).join(),
      ...files,
    ],
    { maxBuffer: 1 << 26 },
  );
  return stdout.trim().split("\n").map(readVerdict);
}
