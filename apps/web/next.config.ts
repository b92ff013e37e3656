import type { NextConfig } from "next";
import { PHASE_DEVELOPMENT_SERVER } from "next/constants.js";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { relative } from "node:path";
import { exportFolder } from "./src/env.ts";

const { resolve } = createRequire(import.meta.url);

/** The package has no compiler: Next strips types itself, and only its own check needs one. */
function hasCompiler(): boolean {
  try {
    return resolve("typescript/package.json") !== "";
  } catch {
    return false;
  }
}

/** Above the app and what it imports: the repository, or the folder with the package. */
const ROOT = resolve("next").split(/[\\/]node_modules[\\/]/)[0] ?? "";

/** Files that the build writes itself have a route while one works. */
const DEVELOPMENT: NextConfig = {
  pageExtensions: ["tsx", "ts", "dev.ts"],
  rewrites: () => Promise.resolve([{ source: "/:file([^/]+\\.pdf)", destination: "/pdf/:file/" }]),
};

/** Static export only: the sealed folder is what visitors get. */
const EXPORT: NextConfig = { output: "export", pageExtensions: ["tsx", "ts"] };

const configure = (phase: string): NextConfig => ({
  ...(phase === PHASE_DEVELOPMENT_SERVER ? DEVELOPMENT : EXPORT),
  trailingSlash: true,
  distDir: relative(import.meta.dirname, exportFolder()),
  turbopack: { root: ROOT },
  // The bytes of the site depend on the record and the source alone.
  generateBuildId: () => "triptych",
  images: { unoptimized: true },
  // Next leaves one core idle, which on small machines is half of them.
  experimental: {
    cpus: availableParallelism(),
    turbopackFileSystemCacheForBuild: true,
    useTypeScriptCli: hasCompiler(),
  },
  poweredByHeader: false,
  devIndicators: false,
  // The types are a check of their own, which tests run; visitors' builds need not wait for them.
  typescript: { ignoreBuildErrors: true },
});

export default configure;
