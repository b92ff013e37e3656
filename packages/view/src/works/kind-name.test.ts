import { en } from "@triptych/words";
import type { AppearanceKind } from "@triptych/schema";
import { expect, test } from "vitest";
import { worksNoun } from "./kind-name.ts";

test("papers are called papers, and works as soon as something else is among them", () => {
  const counted = (count: number, ...kinds: AppearanceKind[]) =>
    worksNoun(
      kinds.map((kind) => ({ kind })),
      en,
    ).counted({ count });
  expect(counted(1, "journal")).toBe("1 paper");
  expect(counted(4, "journal", "thesis")).toBe("4 papers");
  expect(counted(4, "journal", "book")).toBe("4 works");
  expect(counted(1, "patent")).toBe("1 work");
  expect(worksNoun([], en).name({ count: 2 })).toBe("papers");
});
