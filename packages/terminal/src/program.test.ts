import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { CommandFault } from "./command-fault.ts";
import { EXIT, listExitCodes } from "./exit-code.ts";
import { exitWith, repeated, sharedOption } from "./option.ts";
import { print } from "./output.ts";
import { type Program, runProgram } from "./program.ts";
import { variable } from "./variables.ts";

const said = { out: "", err: "" };

beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockImplementation(
    (text) => ((said.out += String(text)), true),
  );
  vi.spyOn(process.stderr, "write").mockImplementation(
    (text) => ((said.err += String(text)), true),
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

const loaded: string[] = [];
const fails = (error: Error) => async () => (command: { action: (run: () => void) => unknown }) => {
  command.action(() => {
    throw error;
  });
};

const PROGRAM: Program = {
  name: "kitchen",
  description: "Cooks.",
  variables: async () =>
    z.object({ HEAT: variable(z.string().optional(), { description: "how hot", right: "hot" }) }),
  explain: (error) => (error instanceof RangeError ? "The oven is too small." : undefined),
  commands: {
    soup: {
      summary: "cook soup",
      load: async () => {
        loaded.push("soup");
        return (command) => {
          command
            .argument("[guest]")
            .addOption(sharedOption("json"))
            .option("--herb <name>", "may be given more than once", repeated)
            .action(
              exitWith(async (guest: string | undefined, { herb = [] }: { herb?: string[] }) => {
                print(`soup for ${guest ?? "nobody"} with ${herb.join(" and ")}`);
                return guest === undefined ? EXIT.negative : EXIT.done;
              }),
            );
        };
      },
    },
    burn: { summary: "", load: fails(new CommandFault("It burns.", EXIT.offline)) },
    bake: { summary: "", load: fails(new RangeError("big")) },
    write: { summary: "", load: fails(Object.assign(new Error("x"), { code: "ENOSPC" })) },
    drop: { summary: "", load: fails(new TypeError("undefined is not a spoon")) },
  },
};

async function run(line: string) {
  loaded.length = 0;
  Object.assign(said, { out: "", err: "" });
  process.exitCode = undefined;
  await runProgram(PROGRAM, line === "" ? [] : line.split(" "));
  return { code: process.exitCode, ...said };
}

describe("help", () => {
  test("names commands, exit codes and variables, and loads no command", async () => {
    const { code, out, err } = await run("--help");
    expect({ code, err, loaded }).toEqual({ code: 0, err: "", loaded: [] });
    expect(out).toContain("soup            cook soup");
    expect(out).toContain("  HEAT  how hot");
    for (const [number, meaning] of listExitCodes())
      expect(out).toContain(`  ${number.padEnd(3)}  ${meaning}\n`);
  });

  test.each(["soup --help", "help soup"])("%s is that of the command", async (line) => {
    const { code, out } = await run(line);
    expect({ code, loaded }).toEqual({ code: 0, loaded: ["soup"] });
    expect(out).toContain("--herb <name>");
    expect(out).not.toContain("HEAT");
  });

  test("the version is that of the project", async () => {
    const { version }: { version: string } = JSON.parse(
      readFileSync(join(import.meta.dirname, "../../../package.json"), "utf8"),
    );
    expect(await run("--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });
});

describe("exit codes", () => {
  test("are what the action returns", async () => {
    expect(await run("soup Ann --herb dill --herb thyme")).toEqual({
      code: 0,
      out: "soup for Ann with dill and thyme\n",
      err: "",
    });
    expect(await run("soup")).toMatchObject({ code: 1 });
  });

  test.each(["", "stew", "soup --salt", "--salt", "soup Ann Bob"])(
    "'%s' is typed wrongly: 2, and a line that says where more stands",
    async (line) => {
      expect(await run(line)).toMatchObject({
        code: 2,
        out: "",
        err: expect.stringMatching(/--help says what it takes|Usage/),
      });
    },
  );

  test("a fault that its user can change is a sentence with its own code", async () => {
    expect(await run("burn")).toEqual({ code: 3, out: "", err: "It burns.\n" });
    expect(await run("bake")).toEqual({ code: 1, out: "", err: "The oven is too small.\n" });
    expect(await run("write")).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^The disk is full\./),
    });
  });

  test("a bug shows its stack, and that it is ours", async () => {
    const { code, err } = await run("drop");
    expect(code).toBe(70);
    expect(err).toMatch(/undefined is not a spoon\n {4}at /);
    expect(err).toContain("This is an error of Triptych itself");
  });
});

test("the documentation has the same table of exit codes", () => {
  const page = readFileSync(join(import.meta.dirname, "../../../docs/commands.md"), "utf8");
  for (const [code, meaning] of listExitCodes()) expect(page).toContain(`| ${code} | ${meaning} |`);
});
