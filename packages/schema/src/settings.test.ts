import { expect, test } from "vitest";
import { DigestSettings } from "./settings.ts";

test.each(["weekly", "0 9 1 * *", "30 8 L 1-6,9 MON-FRI", "0 9 * JAN,JUL 1#2", "*/15 0-6 ? * ?"])(
  "%s is a schedule",
  (schedule) => {
    expect(DigestSettings.parse({ schedule }).schedule).toBe(schedule);
  },
);

test.each(["daily", "0 9 1 *", "0 9 1 * * *", "every monday at nine am", "0  9 1 * *"])(
  "%s is none",
  (schedule) => {
    expect(DigestSettings.safeParse({ schedule }).success).toBe(false);
  },
);
