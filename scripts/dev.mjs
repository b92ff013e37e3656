// Everything at once while one works: the site with hot reload, the service with the mail, the PDF,
// and the record that feeds them.
import { join } from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Follower } from "./dev/follower.mjs";
import { openNews } from "./dev/news.mjs";
import { ended, startProgram } from "./dev/program.mjs";
import { takeTurns } from "./dev/turn.mjs";
import { watchFolders } from "./dev/watch.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const at = (path) => join(root, path);
const content = process.env.CV_DIR || at("packages/data/content");
const record = at(".triptych/record/cv.json");
const jsx = ["--import", pathToFileURL(at("scripts/jsx.mjs")).href];
/** The service is where visitors would find it, the site with hot reload beside it. */
const ports = { service: Number(process.env.PORT || 3000), site: 0 };
ports.site = Number(process.env.DEV_PORT || ports.service + 1);
// Next's development output lies outside its package and finds React by this path.
const env = { ...process.env, TRIPTYCH_RECORD: record, NODE_PATH: at("apps/web/node_modules") };

const program = (name, args) => ({ name, command: process.execPath, args, cwd: root, env });

/** Sources of packages that more than one of the programs is made of. */
const SHARED = ["schema", "words", "data", "view"].map((name) => `packages/${name}/src`);

const keeper = new Follower(
  program("record", [at("apps/cv/src/main.ts"), "record", "--out", record, "--follow"]),
);
const printer = new Follower(
  program("pdf", [...jsx, at("apps/pdf/src/main.ts"), "--follow", "--out", at(".triptych/pdf")]),
);

/** Next knows nothing of the record's file: open pages are told by ourselves to render again. */
const news = await openNews();

const printPdfs = takeTurns(() => printer.ask());

/**
 * Checks the record; where it is right and another, the site reloads and the PDFs are made anew.
 */
const readRecord = takeTurns(async () => {
  if ((await keeper.ask()) !== "written") return;
  news.tell();
  void printPdfs();
});

/** The service starts anew by itself when its source changes, Next takes the change over. */
const others = [
  // Next itself and not its script: a shell between would keep the signal to itself.
  startProgram({
    ...program("web", [
      at("apps/web/node_modules/next/dist/bin/next"),
      "dev",
      "--port",
      String(ports.site),
      "--hostname",
      "127.0.0.1",
    ]),
    cwd: at("apps/web"),
    // The service's own files may lie elsewhere; what is built lies here.
    env: { ...env, TRIPTYCH_DIR: at(".triptych"), TRIPTYCH_NEWS: news.address },
  }),
  startProgram(
    program("digest", [
      ...["apps/email-digest/src", ...SHARED].flatMap((path) => ["--watch-path", at(path)]),
      "--watch-preserve-output",
      ...jsx,
      at("apps/email-digest/src/main.ts"),
      "serve",
    ]),
  ),
];
keeper.start();
printer.start();

watchFolders([content], () => void readRecord());
watchFolders(["apps/cv/src/record", "packages/schema/src", "packages/data/src"].map(at), () => {
  keeper.replace();
  void readRecord();
});
watchFolders(["apps/pdf/src", ...SHARED].map(at), () => {
  printer.replace();
  void printPdfs();
});

process.stdout.write(`
  Site   http://localhost:${ports.site}   reloads when its source or the record changes
  Mail   http://localhost:${ports.service}/dev/preview   the next one; sent ones at /dev/mail
  PDF    .triptych/pdf/cv.pdf   made anew when its source or the record changes
  Record ${content}
  Stop   Ctrl-C

`);

async function stop(signal) {
  news.stop();
  for (const child of others) child.kill(signal);
  await Promise.all([...others.map(ended), keeper.stop(signal), printer.stop(signal)]);
  // Node's watcher ends without waiting for what it watches, which would have stopped the database
  // itself.
  await wait(1000);
  const main = at("apps/email-digest/src/main.ts");
  await ended(startProgram(program("digest", [...jsx, main, "db", "stop", "--if-unused"])));
  process.exit(0);
}

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void stop(signal));
