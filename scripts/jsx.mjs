import { readFileSync } from "node:fs";
import { url as inspectorUrl } from "node:inspector";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { OxcTransformer } from "@oxc-node/core";

// For `node --import`: JSX becomes JavaScript, and nothing else is touched. Node strips types by
// itself; with the library's own hooks every file of every dependency goes through it, and programs
// start in twice the time.
const transformer = new OxcTransformer();
const isDebugged = inspectorUrl() !== undefined;

/** Lines move when JSX is transformed; a debugger finds them again with this. */
function inlineSourceMap(output) {
  const map = isDebugged ? output.sourceMap() : null;
  if (map === null) return "";
  const encoded = Buffer.from(map).toString("base64");
  return `\n//# sourceMappingURL=data:application/json;base64,${encoded}`;
}

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith(".tsx")) return nextLoad(url, context);
    const path = fileURLToPath(url);
    const output = transformer.transform(path, readFileSync(path));
    return {
      format: "module",
      shortCircuit: true,
      source: output.source() + inlineSourceMap(output),
    };
  },
});
