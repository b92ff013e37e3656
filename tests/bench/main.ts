import { startProgram } from "@triptych/terminal";
import { BENCH } from "./program.ts";

await startProgram(BENCH);
