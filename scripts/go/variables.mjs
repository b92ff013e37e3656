// Reads every variable of every program before the first of them does a thing, for each reads only
// its own: what is wrong is said at once. Runs with the Node that runs the programs.
import process from "node:process";
import { readVariables } from "../../packages/terminal/src/variables.ts";

const APPS = ["cv", "pdf", "web", "email-digest"];

const all = await Promise.all(APPS.map((app) => import(`../../apps/${app}/src/env.ts`)));
const [first, ...others] = all.map(({ Variables }) => Variables);
const shape = Object.assign({}, ...others.map((each) => each.shape));
const read = readVariables(first.extend(shape), process.env);
if (read.kind === "faulty") {
  process.stderr.write(`${read.message}\n`);
  process.exitCode = 2;
}
