// Where things are, and how the programs of the project are run.
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
/** Everything that is made at run time. */
export const state = join(root, ".triptych");
export const log = (name) => join(state, "logs", `${name}.log`);
/** Lets Node run TSX files; a URL, because programs run in the folder the command was typed in. */
export const jsx = ["--import", pathToFileURL(join(root, "scripts", "jsx.mjs")).href];

export const PROGRAMS = {
  pack: [join(root, "scripts", "package", "pack.mjs")],
  cv: [join(root, "apps", "cv", "src", "main.ts")],
  pdf: [...jsx, join(root, "apps", "pdf", "src", "main.ts")],
  digest: [...jsx, join(root, "apps", "email-digest", "src", "main.ts")],
  bench: [...jsx, join(root, "tests", "bench", "main.ts")],
  prove: [...jsx, join(root, "tests", "prove", "main.ts")],
};

/** Where the command was typed; npm itself runs scripts in the project's folder. */
export const typedIn = process.env.INIT_CWD ?? process.cwd();
