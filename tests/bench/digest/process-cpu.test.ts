import { existsSync } from "node:fs";
import process from "node:process";
import { expect, test } from "vitest";
import { readCpuSeconds } from "./process-cpu.ts";

test("a process that works uses up processor time, where that can be read", () => {
  const before = readCpuSeconds(process.pid);
  const begun = process.cpuUsage();
  while (process.cpuUsage(begun).user < 150_000) Math.sqrt(begun.user);
  expect(readCpuSeconds(process.pid) - before).toBeGreaterThanOrEqual(
    existsSync("/proc/self/stat") ? 0.1 : 0,
  );
});

test("a process that is not there uses none", () => {
  expect(readCpuSeconds(2 ** 30)).toBe(0);
});
