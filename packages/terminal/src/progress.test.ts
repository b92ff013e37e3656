import { expect, test } from "vitest";
import { formatBar, openProgress } from "./progress.ts";

test("a bar fills with what is done", () => {
  expect(formatBar(0, 10, "mails")).toBe(`${"░".repeat(24)} 0 of 10 mails`);
  expect(formatBar(5, 10, "mails")).toBe(`${"█".repeat(12)}${"░".repeat(12)} 5 of 10 mails`);
  expect(formatBar(10, 10, "mails")).toBe(`${"█".repeat(24)} 10 of 10 mails`);
  expect(formatBar(0, 0, "mails")).toBe(`${"█".repeat(24)} 0 of 0 mails`);
});

test("the line is written over on a terminal, and nowhere else", () => {
  const written: string[] = [];
  const screen = (isTTY: boolean) => ({ isTTY, write: (text: string) => written.push(text) });
  const silent = openProgress(screen(false));
  silent.show("1 of 2");
  silent.end();
  expect(written).toEqual([]);
  const shown = openProgress(screen(true));
  shown.show("1 of 2");
  shown.show("2 of 2");
  shown.end();
  expect(written).toEqual(["\r\u001B[2K1 of 2", "\r\u001B[2K2 of 2", "\r\u001B[2K"]);
});
