import { expect, test } from "vitest";
import { z } from "zod";
import { listVariables, readVariables, requireVariables, variable } from "./variables.ts";

const Variables = z.object({
  SITE_URL: variable(z.url({ protocol: /^https?$/ }).optional(), {
    description: "address of the site",
    right: "an address such as https://example.org",
  }),
  PORT: variable(z.coerce.number().int().min(0).max(65_535).default(3000), {
    description: "port to listen on",
    right: "a whole number from 0 to 65535",
  }),
  DATABASE_URL: variable(z.url({ protocol: /^postgres$/ }).optional(), {
    description: "a server",
    right: "an address such as postgres://user:password@host/name",
    isSecret: true,
  }),
});

test("a wrong variable is one sentence that names it, what it holds and what would be right", () => {
  expect(readVariables(Variables, { SITE_URL: "example.org", PORT: "1.5", HOME: "x" })).toEqual({
    kind: "faulty",
    message:
      'SITE_URL is "example.org"; it must be an address such as https://example.org.\n' +
      'PORT is "1.5"; it must be a whole number from 0 to 65535.',
  });
});

test("what may be secret is never shown", () => {
  const result = readVariables(Variables, { DATABASE_URL: "mysql://me:hunter2@host" });
  expect(result).toEqual({
    kind: "faulty",
    message:
      "DATABASE_URL, whose value is not shown, must be an address such as postgres://user:password@host/name.",
  });
});

test("a variable that is missing is said to be", () => {
  const Needed = z.object({ WHO: variable(z.string(), { description: "", right: "a name" }) });
  expect(readVariables(Needed, { WHO: " " })).toEqual({
    kind: "faulty",
    message: "WHO is not set; it must be a name.",
  });
});

test("an empty variable counts as left out", () => {
  expect(readVariables(Variables, { PORT: "", SITE_URL: " ", DATABASE_URL: undefined })).toEqual({
    kind: "read",
    values: { PORT: 3000 },
  });
});

test("for a program it is the fault of its surroundings: exit code 2", () => {
  expect(requireVariables(Variables, { PORT: "80" })).toEqual({ PORT: 80 });
  expect(() => requireVariables(Variables, { PORT: "x" })).toThrow(
    expect.objectContaining({ name: "CommandFault", exitCode: 2 }),
  );
});

test("the help lists them with their meaning", () => {
  expect(listVariables(Variables)).toContainEqual(["PORT", "port to listen on"]);
});
