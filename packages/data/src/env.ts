import process from "node:process";
import { z } from "zod";

/** What the environment may say to the `cv` command; nothing else reads it. */
const Environment = z.object({
  /** Content folder, seen from the working directory. */
  CV_DIR: z.string().optional(),
  /** Folder for what is made at run time; else `.triptych` in the project. */
  TRIPTYCH_DIR: z.string().optional(),
  /** Address under which the services of `add` and `sync` are found as ADDRESS/HOST/PATH; for a mirror, and for tests. */
  CV_LOOKUP: z.url().optional(),
});

export type Environment = z.output<typeof Environment>;

export function readEnvironment(): Environment {
  return Environment.parse(process.env);
}
