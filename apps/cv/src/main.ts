import { startProgram } from "@triptych/terminal";
import { CV } from "./program.ts";

await startProgram(CV);
