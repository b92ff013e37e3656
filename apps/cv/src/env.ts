import process from "node:process";
import { z } from "zod";

/** What the environment may say to the `cv` command; nothing else reads it. */
const Environment = z.object({
  /** Content folder, seen from the working directory. */
  CV_DIR: z.string().optional(),
  /** Folder for what is made at run time; else `.triptych` in the project. */
  TRIPTYCH_DIR: z.string().optional(),
  /**
   * Address under which the services of `add` and `sync` are found as ADDRESS/HOST/PATH; for a
   * mirror, and for tests.
   */
  CV_LOOKUP: z.url({ error: "must be an address such as http://localhost:8080" }).optional(),
});

export type Environment = z.output<typeof Environment>;

/** What is wrong with the environment, a line for each variable. */
export class EnvironmentFault extends Error {
  override name = "EnvironmentFault";
}

/**
 * The environment of the command; throws an `EnvironmentFault` where a variable cannot be
 * understood.
 */
export function readEnvironment(): Environment {
  const parsed = Environment.safeParse(process.env);
  if (parsed.success) return parsed.data;
  throw new EnvironmentFault(
    parsed.error.issues
      .map(({ path, message }) => `${path.map(String).join(".")} ${message}.`)
      .join("\n"),
  );
}
