import { loadCv } from "@triptych/data";
import type { Cv } from "@triptych/schema";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { ROOT, STATE } from "./places.ts";
import { JSX, runNode } from "./run.ts";

/** One record and what is made from it. */
export interface Renderings {
  cv: Cv;
  /** Folder of the sealed site. */
  site: string;
  pdf: Buffer;
  /**
   * The mail that would go out if nothing had ever been sent; undefined where there is nothing to
   * report.
   */
  mail: string | undefined;
}

async function succeed(
  args: readonly string[],
  cwd: string,
  env: Record<string, string>,
): Promise<string> {
  const { code, stdout, stderr } = await runNode(args, { cwd, env });
  if (code !== 0) throw new Error(`${args.at(-1) ?? ""} ended with ${code}\n${stdout}\n${stderr}`);
  return stdout + stderr;
}

/**
 * Builds site, PDF and mail of a content folder with the commands a user runs, in a folder of their
 * own that is empty before.
 */
export async function buildRenderings(content: string, name: string): Promise<Renderings> {
  const result = await loadCv(content);
  if (result.kind === "faulty") throw new Error(JSON.stringify(result.faults, null, 2));
  const state = join(STATE, "tests", name);
  await rm(state, { recursive: true, force: true });
  await mkdir(state, { recursive: true });
  const env = {
    CV_DIR: content,
    TRIPTYCH_DIR: state,
    TRIPTYCH_RECORD: join(state, "record", "cv.json"),
  };
  await succeed(
    [join(ROOT, "apps/cv/src/main.ts"), "record", "--out", env.TRIPTYCH_RECORD],
    ROOT,
    env,
  );
  await succeed(
    [...JSX, join(ROOT, "apps/pdf/src/main.ts"), "--all", "--out", join(state, "pdf")],
    ROOT,
    env,
  );
  await succeed([join(ROOT, "apps/web/src/build/main.ts")], join(ROOT, "apps/web"), env);
  const mailFile = join(state, "mail.html");
  await succeed(
    [
      ...JSX,
      join(ROOT, "apps/email-digest/src/main.ts"),
      "preview",
      "--everything",
      "--out",
      mailFile,
    ],
    ROOT,
    { ...env, SITE_URL: "https://site.example" },
  );
  return {
    cv: result.cv,
    site: join(state, "site"),
    pdf: await readFile(join(state, "pdf", "cv.pdf")),
    mail: await readFile(mailFile, "utf8").catch(() => undefined),
  };
}
