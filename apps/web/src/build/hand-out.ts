import { CommandFault, runStep } from "@triptych/terminal";
import { listFiles } from "@triptych/publish";
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import process from "node:process";
import { readEnvironment } from "../env.ts";
import { givenAddress, siteAddress, sitePlace } from "../record.ts";
import { HEADERS_MARK } from "../seal/hosting.ts";
import { hostFiles } from "../seal/host-files.ts";

/** Whether a folder may be replaced: not there, empty, or handed out by an earlier build. */
async function requireOurs(target: string): Promise<void> {
  const names = await readdir(target).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return [];
    if (error.code === "ENOTDIR") throw new CommandFault(`${target} is a file, and no folder.`);
    throw error;
  });
  if (names.length === 0) return;
  const headers = await readFile(join(target, "_headers"), "utf8").catch(() => "");
  if (headers.startsWith(HEADERS_MARK) && !names.includes(".git")) return;
  throw new CommandFault(
    `${target} holds files that no build has written; name another folder, or empty this one.`,
  );
}

/** Copies the built site into a folder, with what static hosts read, and swaps it in as a whole. */
async function handOut(target: string): Promise<void> {
  const site = join(readEnvironment().TRIPTYCH_DIR, "site");
  if (!relative(target, site).startsWith("..") || !relative(site, target).startsWith(".."))
    throw new CommandFault(`${target} and ${site} would be one in the other; name another folder.`);
  await requireOurs(target);
  const [draft, old] = [`${target}.next`, `${target}.old`];
  for (const folder of [draft, old]) await requireOurs(folder);
  await rm(draft, { recursive: true, force: true });
  for (const path of await listFiles(site)) {
    await mkdir(dirname(join(draft, path)), { recursive: true });
    await copyFile(join(site, path), join(draft, path));
  }
  for (const [name, text] of hostFiles(givenAddress(), sitePlace()))
    await writeFile(join(draft, name), text);
  await rm(old, { recursive: true, force: true });
  await rename(target, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
  await rename(draft, target);
  await rm(old, { recursive: true, force: true });
}

/** What to do with the folder. */
function advise(folder: string): string {
  const { base } = sitePlace();
  const parent = folder.endsWith(base) ? folder.slice(0, folder.length - base.length) : undefined;
  const trial =
    parent === undefined
      ? `npm run build -- --out public${base}, then python3 -m http.server --directory public`
      : `python3 -m http.server --directory ${JSON.stringify(parent)}`;
  return [
    "",
    `  Site       ${folder}`,
    `  Publish    its content, to stand at ${siteAddress()}/`,
    "  Hosts      GitHub Pages, Netlify, Cloudflare Pages: the folder as it is",
    "             Apache: the folder; it reads .htaccess",
    "             nginx, Caddy: the folder, with the settings in .triptych/site-hosting",
    `  Try it     ${trial}${base === "" ? "" : `, at http://localhost:8000${base}/`}`,
    "",
  ].join("\n");
}

await runStep(async () => {
  const [named] = process.argv.slice(2);
  const target = resolve(named ?? join(readEnvironment().TRIPTYCH_DIR, "site"));
  if (named !== undefined) await handOut(target);
  process.stderr.write(`${advise(target)}\n`);
});
