import { resolve } from "node:path";

/** The repository, and the folder of everything made at run time. */
export const ROOT = resolve(import.meta.dirname, "../..");
export const STATE = resolve(ROOT, ".triptych");
