// Loaded first, since it decides how React runs.
import "./env.ts";
import { startProgram } from "@triptych/terminal";
import { PDF } from "./cli/program.ts";

await startProgram(PDF);
