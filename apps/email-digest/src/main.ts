import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { runDigest } from "./cli/program.ts";

// The engine would let its heap grow to several times what is in use; a worker runs for months
// beside other programs on a small machine.
setFlagsFromString("--heap-growing-percent=50");

// Whoever reads the output may have seen enough, as `head` has.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

await runDigest(process.argv.slice(2));
