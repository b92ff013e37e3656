import type { NextConfig } from "next";
import { join } from "node:path";

/** Static export only: the sealed folder is what visitors get. */
const config: NextConfig = {
  output: "export",
  trailingSlash: true,
  distDir: "../../.triptych/next",
  turbopack: { root: join(import.meta.dirname, "../..") },
  // The bytes of the site depend on the record and the source alone.
  generateBuildId: () => "triptych",
  images: { unoptimized: true },
  poweredByHeader: false,
  devIndicators: false,
};

export default config;
