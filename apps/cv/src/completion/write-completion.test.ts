import { Command, Option } from "commander";
import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { listCommandWords } from "./command-words.ts";
import { SHELLS, writeCompletion } from "./write-completion.ts";

const program = new Command("cv");
program
  .command("check")
  .description('print what\'s wrong; "all" of it')
  .argument("[dir]")
  .option("--json", "as JSON")
  .option("--strict", "fail");
program
  .command("diff")
  .description("what changed")
  .addOption(new Option("--format <format>", "how").choices(["text", "json"]));
program.command("new").description("a skeleton").argument("[kind]");
const words = listCommandWords(program, { new: ["talk", "award"] });

function hasShell(shell: string): boolean {
  try {
    execFileSync(shell, ["-c", "exit 0"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** What bash offers for a line typed so far, the last word being the one to complete. */
function complete(...line: string[]): string[] {
  const script = `${writeCompletion("bash", words)}
COMP_WORDS=(${line.map((word) => `'${word}'`).join(" ")})
COMP_CWORD=${line.length - 1}
_cv_complete
printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync("bash", ["-c", script], { encoding: "utf8", cwd: import.meta.dirname })
    .split("\n")
    .filter((word) => word !== "");
}

test.each(SHELLS)("the script for %s names every command, option and word", (shell) => {
  const script = writeCompletion(shell, words);
  for (const { name, options, words: own } of words) {
    expect(script).toContain(name);
    for (const { flags, choices } of options)
      for (const part of [...flags, ...choices]) expect(script).toContain(part.replace(/^--/, ""));
    for (const word of own) expect(script).toContain(word);
  }
});

// A script can be run only by its own shell; that it names everything is tested above on every
// machine.
describe.runIf(hasShell("bash"))("bash offers", () => {
  test("commands", () => expect(complete("cv", "")).toEqual(["check", "diff", "new"]));
  test("those that begin so", () => expect(complete("cv", "c")).toEqual(["check"]));
  test("options", () =>
    expect(complete("cv", "check", "--")).toEqual(["--json", "--strict", "--help"]));
  test("words of an argument", () => expect(complete("cv", "new", "t")).toEqual(["talk"]));
  test("choices of an option", () =>
    expect(complete("cv", "diff", "--format", "")).toEqual(["text", "json"]));
  test("files where there are no words", () =>
    expect(complete("cv", "check", "write-completion.te")).toEqual(["write-completion.test.ts"]));
});

test.runIf(hasShell("zsh"))("zsh can read its script", () => {
  expect(() => execFileSync("zsh", ["-n"], { input: writeCompletion("zsh", words) })).not.toThrow();
});
test.runIf(hasShell("fish"))("fish can read its script", () => {
  expect(() =>
    execFileSync("fish", ["--no-execute"], { input: writeCompletion("fish", words) }),
  ).not.toThrow();
});
