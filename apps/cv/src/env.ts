import { requireVariables, variable } from "@triptych/terminal/variables";
import { join, resolve } from "node:path";
import process from "node:process";
import { z } from "zod";

/** What the environment may say to the `cv` command; nothing else reads it. */
export const Variables = z.object({
  CV_DIR: variable(z.string().optional(), {
    description: "content folder; else the record that comes with the project",
    right: "a folder",
  }),
  TRIPTYCH_SETTINGS: variable(z.string().optional(), {
    description: "file with lines such as CV_DIR=../my-cv; the launcher names .env of the project",
    right: "a file",
  }),
  TRIPTYCH_DIR: variable(
    z.string().default(() => resolve(import.meta.dirname, "../../../.triptych")),
    { description: "folder of what is made at run time", right: "a folder" },
  ),
  CV_LOOKUP: variable(z.url({ protocol: /^https?$/ }).optional(), {
    description:
      "a mirror of the services that add and sync ask, which finds them at ADDRESS/HOST/PATH",
    right: "an address such as http://localhost:8080",
  }),
});

export type Environment = z.output<typeof Variables>;

/** @throws CommandFault that names every wrong variable */
export function readEnvironment(): Environment {
  return requireVariables(Variables, process.env);
}

/** Where answers of services are kept, and where the services are. */
export function lookupPlace({ TRIPTYCH_DIR, CV_LOOKUP }: Environment): {
  cache: string;
  base: string | undefined;
} {
  return { cache: join(TRIPTYCH_DIR, "lookup"), base: CV_LOOKUP };
}
