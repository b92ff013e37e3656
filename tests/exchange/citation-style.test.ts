import { join } from "node:path";
import { loadCv } from "@triptych/data";
import { formatCitations } from "@triptych/exchange/citation-style";
import { createNameSplitter } from "@triptych/exchange";
import { expect, test } from "vitest";
import { ROOT } from "../support/places.ts";

test.each(["packages/data/content", "tests/fixtures/full", "tests/fixtures/minimal"])(
  "every work of %s can be cited in every style",
  async (folder) => {
    const result = await loadCv(join(ROOT, folder));
    if (result.kind === "faulty") throw new Error(`${folder} is faulty`);
    const { cv } = result;
    const citations = formatCitations(cv);
    expect(citations.size).toBe(cv.publications.length);
    const split = createNameSplitter(cv);
    const plain = (text: string) => text.toLowerCase().replaceAll(/[“”‘’"']/g, "");
    for (const work of cv.publications) {
      const formatted = citations.get(work.id) ?? [];
      expect(formatted.map(({ style }) => style)).toEqual(["apa", "ieee", "acm", "chicago"]);
      for (const { style, spans } of formatted) {
        const text = spans.map((span) => span.text).join("");
        const place = `${style} of ${work.id}: ${text}`;
        expect(text, place).not.toMatch(
          /undefined|null|NaN|\[object|\[1\]|[\uE000-\uE003]|<\/?\w|\s{2}| [.,]|\.\.|\(\)|In \./,
        );
        expect(plain(text), place).toContain(plain(work.title.replace(/[?!.]$/, "")));
        // A translation stands under the author of the original; not every style names the
        // translator.
        const [first] = (work.appearances[0]?.translationOf?.authors ?? work.authors).map(split);
        expect(text, place).toContain(first?.kind === "person" ? first.family : first?.name);
        const year = work.appearances[0]?.date?.slice(0, 4);
        if (year !== undefined) expect(text, place).toContain(year);
        else if (style === "apa" || style === "chicago") expect(text, place).toContain("n.d.");
        for (const span of spans) expect(span.text, place).not.toBe("");
      }
    }
  },
);
