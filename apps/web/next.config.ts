import type { NextConfig } from "next";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { readEnvironment } from "./src/env.ts";

/** Static export only: the sealed folder is what visitors get. */
const config: NextConfig = {
  output: "export",
  trailingSlash: true,
  distDir: relative(import.meta.dirname, join(readEnvironment().TRIPTYCH_DIR, "next")),
  turbopack: { root: join(import.meta.dirname, "../..") },
  // The bytes of the site depend on the record and the source alone.
  generateBuildId: () => "triptych",
  images: { unoptimized: true },
  // Next leaves one core idle, which on small machines is half of them.
  experimental: { cpus: availableParallelism() },
  poweredByHeader: false,
  devIndicators: false,
};

export default config;
