// For `node --import`: pages run outside Next, where style sheets mean nothing and a package's
// files are named in full.
import { registerHooks } from "node:module";

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier === "next/navigation" ? "next/navigation.js" : specifier, context),
  load: (url, context, next) =>
    url.endsWith(".css")
      ? { format: "module", shortCircuit: true, source: "" }
      : next(url, context),
});
