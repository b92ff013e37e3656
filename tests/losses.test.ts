import { loadCv } from "@triptych/data";
import { toJsonLd, toJsonResume, toRenderCv } from "@triptych/exchange";
import { type Cv, LIST_IDS } from "@triptych/schema";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const loaded = await loadCv(join(import.meta.dirname, "fixtures/full"));
if (loaded.kind !== "valid") throw new Error("the fixture cannot be read");
const { cv } = loaded;

const WHOLE_RECORDS = {
  "JSON Resume": (record: Cv) => toJsonResume(record),
  RenderCV: (record: Cv) => toRenderCv(record),
  "JSON-LD": (record: Cv) => toJsonLd(record),
};

describe.each(Object.entries(WHOLE_RECORDS))("%s", (_, write) => {
  const settings = { ...cv.settings, referencesOnRequest: false };
  test.each(LIST_IDS)("writes %s, or reports that it does not", (list) => {
    const filled = write({ ...cv, settings });
    const emptied = write({ ...cv, settings, [list]: [] });
    const isReported = filled.losses.some(({ field }) => field === list);
    expect(cv[list].length).toBeGreaterThan(0);
    expect(filled.text !== emptied.text || isReported).toBe(true);
  });
});
