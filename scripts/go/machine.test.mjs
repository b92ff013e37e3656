import process from "node:process";
import { afterEach, expect, test, vi } from "vitest";
import { ensureHome, requireKnownMachine } from "./machine.mjs";
import { state } from "./place.mjs";

afterEach(() => {
  vi.unstubAllEnvs();
});

const machine = (platform, arch = "x64", node = "24.21.0") => ({
  platform,
  arch,
  versions: { node },
});

test.each([
  [machine("win32"), /^Triptych does not run on Windows itself\..* wsl --install, .*\.$/],
  [machine("freebsd"), /^Triptych runs on Linux and macOS, .* freebsd on x64\.$/],
  [machine("linux", "riscv64"), /^Triptych runs on Linux and macOS, .* linux on riscv64\.$/],
  [machine("linux", "x64", "18.20.0"), /^Node 18\.20\.0 is too old; install Node 20 or newer\.$/],
])("a machine that will not do is told in a sentence", (given, sentence) => {
  expect(() => requireKnownMachine(given)).toThrow(sentence);
});

test("all others go on", () => {
  expect(() => requireKnownMachine()).not.toThrow();
  expect(() => requireKnownMachine(machine("darwin", "arm64", "20.20.2"))).not.toThrow();
});

test("an account without a home folder gets one", () => {
  const kept = {};
  ensureHome(kept);
  expect(kept).toEqual({});
  vi.stubEnv("HOME", "/nonexistent");
  ensureHome(process.env);
  expect(process.env.HOME).toMatch(new RegExp(`^${state}`));
});
