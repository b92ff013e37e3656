// Makes the tarballs of `triptych` and `create-triptych` in .triptych/pack; see docs/releasing.md.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { root, state } from "../go/place.mjs";

const APPS = ["apps/cv", "apps/web", "apps/pdf", "apps/email-digest"];
/** Tests, what only they need, the record that comes with the project, and these programs. */
const LEFT_OUT =
  /\.test\.\w+$|(^|\/)(fixtures|testing|tests)\/|^packages\/data\/content\/|^scripts\/package\//;
const PARTS = ["apps", "packages", "scripts", "tsconfig.base.json"];

const { parse } = createRequire(join(root, "packages", "data", "package.json"))("yaml");
const readJson = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));
const {
  catalog: common,
  catalogs,
  patchedDependencies = {},
} = parse(readFileSync(join(root, "pnpm-workspace.yaml"), "utf8"));
const catalog = Object.assign({}, common, ...Object.values(catalogs));
/** Tools of development in the clone: what reads TSX, and the types that Next asks for. */
const AT_RUN_TIME = Object.fromEntries(
  ["@oxc-node/core", "@types/node", "@types/react"].map((name) => [name, catalog[name]]),
);
const project = readJson("package.json");

/** The packages that a list names, in the versions of the catalog; the project's own left out. */
function pin(dependencies = {}) {
  const others = Object.entries(dependencies).filter(([, wanted]) => wanted !== "workspace:*");
  return Object.fromEntries(
    others.map(([name, wanted]) => [name, wanted === "catalog:" ? catalog[name] : wanted]),
  );
}

function listFiles() {
  const listed = execFileSync("git", ["ls-files", ...PARTS], { cwd: root, encoding: "utf8" });
  return listed.split("\n").filter((path) => path !== "" && !LEFT_OUT.test(path));
}

/** Libraries that pnpm patches here: their names and versions, and the files that differ. */
const patches = Object.entries(patchedDependencies).map(([dependency, patch]) => {
  const [, name, version] = /^(.+)@(.+)$/.exec(dependency);
  const text = readFileSync(join(root, patch), "utf8");
  return { name, version, files: [...text.matchAll(/^\+\+\+ b\/(.+)$/gm)].map(([, file]) => file) };
});

/** npm knows no patches: the files go along as they are here. */
function copyPatched(folder) {
  const store = join(root, "node_modules", ".pnpm");
  for (const { name, version, files } of patches) {
    const start = `${name.replace("/", "+")}@${version}_patch_hash`;
    const kept = readdirSync(store).find((entry) => entry.startsWith(start));
    if (kept === undefined) throw new Error(`${name}@${version} is not installed with its patch.`);
    for (const file of files) {
      const target = join(folder, "patched", name, file);
      mkdirSync(dirname(target), { recursive: true });
      cpSync(join(store, kept, "node_modules", name, file), target);
    }
  }
}

function writePackage(name, fields, fill) {
  const folder = join(state, "pack", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { version, license } = project;
  const manifest = { name, version, license, type: "module", engines: { node: ">=20" }, ...fields };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  fill(folder);
  execFileSync(process.platform === "win32" ? "npm.cmd" : "npm", ["pack", "--silent"], {
    cwd: folder,
    stdio: "inherit",
  });
}

const files = listFiles();
const manifests = [
  ...APPS,
  ...new Set(files.flatMap((path) => /^packages\/[^/]+/.exec(path)?.[0] ?? [])),
].map((folder) => readJson(join(folder, "package.json")));
const all = (kind) => Object.assign({}, ...manifests.map((one) => pin(one[kind])));

writePackage(
  "triptych",
  {
    description: project.description,
    bin: { triptych: "launcher.mjs" },
    patched: Object.fromEntries(patches.map(({ name, version }) => [name, version])),
    dependencies: { ...all("dependencies"), ...AT_RUN_TIME },
    optionalDependencies: all("optionalDependencies"),
  },
  (folder) => {
    const source = join(folder, "source");
    for (const path of files) {
      mkdirSync(dirname(join(source, path)), { recursive: true });
      cpSync(join(root, path), join(source, path));
    }
    const { packageManager: _pnpm, devDependencies: _tools, ...rest } = project;
    writeFileSync(join(source, "package.json"), `${JSON.stringify(rest, null, 2)}\n`);
    copyPatched(folder);
    cpSync(join(import.meta.dirname, "launcher.mjs"), join(folder, "launcher.mjs"));
    chmodSync(join(folder, "launcher.mjs"), 0o755);
  },
);
writePackage(
  "create-triptych",
  {
    description: "Makes a folder with a record and all that publishes it.",
    bin: { "create-triptych": "create.mjs" },
  },
  (folder) => {
    for (const name of ["create.mjs", "template"])
      cpSync(join(import.meta.dirname, name), join(folder, name), { recursive: true });
    chmodSync(join(folder, "create.mjs"), 0o755);
  },
);
