import { startProgram } from "@triptych/terminal";
import { setFlagsFromString } from "node:v8";
import { DIGEST } from "./cli/program.ts";

// The engine would let its heap grow to several times what is in use; a worker runs for months
// beside other programs on a small machine.
setFlagsFromString("--heap-growing-percent=50");

await startProgram(DIGEST);
