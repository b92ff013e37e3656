/** What every program's exit code means. `docs/commands.md` has the same table. */
export const EXIT = {
  done: 0,
  negative: 1,
  misused: 2,
  offline: 3,
  broken: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const EXIT_MEANINGS: Readonly<Record<keyof typeof EXIT, string>> = {
  done: "everything asked for is done",
  negative: "the answer is no: faults, a difference, or not all of it could be done",
  misused: "a wrong command, option, file or variable of the environment; nothing was begun",
  offline: "there is no connection to a service that was asked; nothing was changed",
  broken: "an error of the program itself, shown with its stack",
  interrupted: "stopped by Ctrl+C",
};

/** The table for the help of a program. */
export function listExitCodes(): [code: string, meaning: string][] {
  return Object.entries(EXIT).map(([name, code]) => [
    String(code),
    Object.entries(EXIT_MEANINGS).find(([known]) => known === name)?.[1] ?? "",
  ]);
}
