import { expect, test } from "vitest";
import { formatProgress, openProgress } from "./progress.ts";

test("the bar is empty at the start, full at the end, and full where there is nothing to do", () => {
  expect(formatProgress(0, 10, "mails")).toBe(`${"░".repeat(24)} 0 of 10 mails`);
  expect(formatProgress(5, 10, "mails")).toBe(`${"█".repeat(12)}${"░".repeat(12)} 5 of 10 mails`);
  expect(formatProgress(10, 10, "mails")).toBe(`${"█".repeat(24)} 10 of 10 mails`);
  expect(formatProgress(0, 0, "mails")).toBe(`${"█".repeat(24)} 0 of 0 mails`);
});

test("the bar is drawn on a terminal and taken away at the end; into a pipe nothing is written", () => {
  const draw = (isTTY: boolean) => {
    const written: string[] = [];
    const progress = openProgress("mails", { isTTY, write: (text) => written.push(text) });
    progress.show(1, 2);
    progress.end();
    return written;
  };
  expect(draw(true)).toEqual([`\r${formatProgress(1, 2, "mails")}\u001b[K`, "\r\u001b[K"]);
  expect(draw(false)).toEqual([]);
});
