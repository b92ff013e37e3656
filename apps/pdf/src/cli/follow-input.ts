import { CommandFault, note, print } from "@triptych/terminal";
import { listVariants } from "@triptych/view";
import { language } from "../words.ts";
import process from "node:process";
import { createInterface } from "node:readline";
import { KeptUnits } from "../pages/kept-units.ts";
import { readRecord } from "./read-record.ts";
import { writeVariants, type Writing } from "./write-variant.ts";

interface Followed extends Omit<Writing, "kept"> {
  /** The content folder, where it is named. */
  dir: string | undefined;
  /** Where the documents go. */
  folder: string;
}

/**
 * Answers every line of its input by writing all variants anew, with all that is loaded, compiled
 * and laid out kept. A record with faults is told, and the next line may bring a better one.
 */
export async function followInput({ dir, folder, paper, environment }: Followed): Promise<void> {
  const kept = new KeptUnits();
  for await (const _request of createInterface({ input: process.stdin })) {
    try {
      const cv = await readRecord(dir, environment);
      await writeVariants(cv, listVariants(cv, language), folder, { paper, environment, kept });
    } catch (error) {
      if (!(error instanceof CommandFault)) throw error;
      note(error.message);
    }
    print("done");
  }
}
