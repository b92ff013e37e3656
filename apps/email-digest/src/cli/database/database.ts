import { type Command, exitWith } from "@triptych/terminal";
import { declareAction } from "../declare-action.ts";
import { dump, restore } from "./backup.ts";
import { start, stop, upgrade } from "./server.ts";

export function declareDatabase(command: Command): void {
  const declare = (name: string, does: string) => command.command(name).description(does);
  declareAction(
    declare("start", "start the embedded database and leave it running"),
    exitWith(start),
    "db start",
  );
  declareAction(
    declare("stop", "stop the embedded database, whoever uses it").option(
      "--if-unused",
      "only where nobody is connected",
    ),
    exitWith(stop),
    "db stop --if-unused",
  );
  declareAction(
    declare(
      "dump",
      "write a backup of one moment, while the service runs; also the way to another server",
    ).argument("<file>"),
    exitWith(dump),
    "db dump backup-2026-03-31.ndjson",
  );
  declareAction(
    declare(
      "restore",
      "put a backup into an empty database, of DATABASE_URL where that is set; the file is " +
        "checked before anything is touched",
    )
      .argument("<file>")
      .option("--replace", "what the database holds may go"),
    exitWith(restore),
    "db restore backup-2026-03-31.ndjson",
  );
  declareAction(
    declare(
      "upgrade",
      "move the embedded database to the major version of the binaries from npm",
    ).option("--old-binaries <folder>", "the bin folder of the version that wrote it"),
    exitWith(upgrade),
    "db upgrade --old-binaries /usr/lib/postgresql/17/bin",
  );
}
