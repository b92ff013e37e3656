import process from "node:process";
import { runDigest } from "./cli/program.ts";

// Whoever reads the output may have seen enough, as `head` has.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

await runDigest(process.argv.slice(2));
