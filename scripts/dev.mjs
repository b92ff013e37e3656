// Everything at once while one works: the site with hot reload, the service with the mail, the PDF,
// and the record that feeds them.
import { spawn } from "node:child_process";
import { utimesSync, watch } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const content = process.env.CV_DIR || join(root, "packages", "data", "content");
const record = join(root, ".triptych", "record", "cv.json");
const jsx = ["--import", pathToFileURL(join(root, "scripts", "jsx.mjs")).href];
// Next's development output lies outside its package and finds React by this path.
const env = {
  ...process.env,
  TRIPTYCH_RECORD: record,
  NODE_PATH: join(root, "apps", "web", "node_modules"),
};

/** Lines of a program, each behind its name. */
function start(name, command, args, cwd = root, input = "ignore") {
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: [input, "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      for (const line of chunk.toString().split("\n"))
        if (line.trim() !== "") process.stdout.write(`${name.padEnd(7)} ${line}\n`);
    });
  }
  return child;
}

function finish(child) {
  return new Promise((done) => child.on("close", (code) => done(code === 0)));
}

/** Checks the record; where it is right, the site reloads and the PDFs are made anew. */
async function refresh() {
  const isValid = await finish(
    start("record", process.execPath, [
      join(root, "apps/cv/src/main.ts"),
      "record",
      "--out",
      record,
    ]),
  );
  if (!isValid) return;
  // Next does not know of the record's file; a touched source makes it render again.
  utimesSync(join(root, "apps/web/src/record.ts"), new Date(), new Date());
  await writePdfs();
}

let pdfWorker;

function startPdfWorker() {
  const worker = start(
    "pdf",
    process.execPath,
    [...jsx, join(root, "apps/pdf/src/main.ts"), "--follow", "--out", join(root, ".triptych/pdf")],
    root,
    "pipe",
  );
  worker.on("close", () => {
    if (pdfWorker === worker) pdfWorker = undefined;
  });
  // One that has ended is replaced; what it was asked for is asked again.
  worker.stdin.on("error", () => {});
  return worker;
}

/** Rendering in a process that has rendered before takes a fraction of the time of a new one. */
function writePdfs() {
  pdfWorker ??= startPdfWorker();
  const worker = pdfWorker;
  return new Promise((done) => {
    const end = () => {
      worker.stdout.off("data", listen);
      worker.off("close", end);
      done();
    };
    const listen = (chunk) => {
      if (chunk.toString().split("\n").includes("done")) end();
    };
    worker.stdout.on("data", listen);
    worker.on("close", end);
    worker.stdin.write("write\n");
  });
}

/** Its source has changed: the next one begins with the new one. */
function replacePdfWorker() {
  pdfWorker?.kill();
  pdfWorker = undefined;
  schedule();
}

let pending;
let running = Promise.resolve();
function schedule() {
  clearTimeout(pending);
  pending = setTimeout(() => (running = running.then(refresh)), 200);
}

const children = [
  // Next itself and not its script: a shell between would keep the signal to itself.
  start(
    "web",
    process.execPath,
    [
      join(root, "apps/web/node_modules/next/dist/bin/next"),
      "dev",
      "--port",
      "3001",
      "--hostname",
      "127.0.0.1",
    ],
    join(root, "apps/web"),
  ),
  start("digest", process.execPath, [
    "--watch-path",
    join(root, "apps/email-digest/src"),
    "--watch-path",
    join(root, "packages/view/src"),
    "--watch-preserve-output",
    ...jsx,
    join(root, "apps/email-digest/src/main.ts"),
    "serve",
  ]),
];
watch(content, schedule);
for (const source of ["apps/pdf/src", "packages/view/src"])
  watch(join(root, source), { recursive: true }, replacePdfWorker);
process.stdout.write(`
  Site   http://localhost:3001   reloads when its source or the record changes
  Mail   http://localhost:3000/dev/preview   the next one; sent ones at /dev/mail
  PDF    .triptych/pdf/cv.pdf   made anew when its source or the record changes
  Record ${content}
  Stop   Ctrl-C

`);

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, async () => {
    const all = pdfWorker === undefined ? children : [...children, pdfWorker];
    for (const child of all) child.kill(signal);
    await Promise.all(all.map(finish));
    // Node's watcher ends without waiting for what it watches, which would have stopped the
    // database itself.
    await new Promise((done) => setTimeout(done, 1000));
    await finish(
      start("digest", process.execPath, [
        ...jsx,
        join(root, "apps/email-digest/src/main.ts"),
        "db",
        "stop",
        "--if-unused",
      ]),
    );
    process.exit(0);
  });
}
