import { startProgram } from "@triptych/terminal";
import { PROVE } from "./program.ts";

await startProgram(PROVE);
