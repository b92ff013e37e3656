import process from "node:process";
import { z } from "zod";

/** What the environment may say to the `cv` command; nothing else reads it. */
const Environment = z.object({
  /** Content folder, seen from the working directory. */
  CV_DIR: z.string().optional(),
});

export type Environment = z.output<typeof Environment>;

export function readEnvironment(): Environment {
  return Environment.parse(process.env);
}
