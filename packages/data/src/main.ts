import { Command } from "commander";
import process from "node:process";
import { registerAdd } from "./commands/add.ts";
import { registerCheck } from "./commands/check.ts";
import { registerCompletion } from "./commands/completion.ts";
import { registerDiff } from "./commands/diff.ts";
import { registerExport } from "./commands/export.ts";
import { registerFmt } from "./commands/fmt.ts";
import { registerImport } from "./commands/import.ts";
import { registerInit } from "./commands/init.ts";
import { registerMigrate } from "./commands/migrate.ts";
import { registerNew } from "./commands/new.ts";
import { registerRecord } from "./commands/record.ts";
import { registerStats } from "./commands/stats.ts";
import { registerSync } from "./commands/sync.ts";

const program = new Command("cv").description("Checks the record and hands it to the renderers. CV_DIR names another content folder.").showHelpAfterError();

// Each command says itself what it takes; a new one is a file in `commands` and a line here.
registerInit(program);
registerImport(program);
registerAdd(program);
registerSync(program);
registerCheck(program);
registerFmt(program);
registerNew(program);
registerStats(program);
registerDiff(program);
registerRecord(program);
registerExport(program);
registerMigrate(program);
registerCompletion(program);

// A reader such as `head` that has seen enough closes the pipe; what is being done goes on, and what is left to say is lost.
process.stdout.on("error", (error: Error & { code?: string }) => {
  if (error.code !== "EPIPE") throw error;
});

await program.parseAsync();
