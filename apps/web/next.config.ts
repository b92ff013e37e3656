import type { NextConfig } from "next";
import { PHASE_DEVELOPMENT_SERVER } from "next/constants.js";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { exportFolder } from "./src/env.ts";

/** Static export only: the sealed folder is what visitors get. */
const configure = (phase: string): NextConfig => ({
  output: "export",
  trailingSlash: true,
  distDir: relative(import.meta.dirname, exportFolder()),
  turbopack: { root: join(import.meta.dirname, "../..") },
  // The bytes of the site depend on the record and the source alone.
  generateBuildId: () => "triptych",
  images: { unoptimized: true },
  // Next leaves one core idle, which on small machines is half of them.
  experimental: { cpus: availableParallelism(), turbopackFileSystemCacheForBuild: true },
  poweredByHeader: false,
  devIndicators: false,
  // Files that the build writes itself have a route while one works.
  pageExtensions: phase === PHASE_DEVELOPMENT_SERVER ? ["tsx", "ts", "dev.ts"] : ["tsx", "ts"],
  // The types are a check of their own, which tests run; visitors' builds need not wait for them.
  typescript: { ignoreBuildErrors: true },
});

export default configure;
