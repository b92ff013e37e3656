import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { OxcTransformer } from "@oxc-node/core";

// For `node --import`: JSX becomes JavaScript, and nothing else is touched. Node strips types by
// itself; with the library's own hooks every file of every dependency goes through it, and programs
// start in twice the time.
const transformer = new OxcTransformer();

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith(".tsx")) return nextLoad(url, context);
    const path = fileURLToPath(url);
    return {
      format: "module",
      shortCircuit: true,
      source: transformer.transform(path, readFileSync(path)).source(),
    };
  },
});
