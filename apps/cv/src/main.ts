import process from "node:process";
import { runCv } from "./program.ts";

// A reader such as `head` that has seen enough closes the pipe; what is being done goes on, and
// what is left to say is lost.
process.stdout.on("error", (error: Error & { code?: string }) => {
  if (error.code !== "EPIPE") throw error;
});

await runCv(process.argv.slice(2));
