import { EXIT, type ExitCode } from "./exit-code.ts";

/**
 * What stops a command for a reason that its user can change. The message alone says what is wrong,
 * where, and what to do.
 */
export class CommandFault extends Error {
  override name = "CommandFault";
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = EXIT.negative) {
    super(message);
    this.exitCode = exitCode;
  }
}
