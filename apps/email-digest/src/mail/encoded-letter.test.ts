import fc from "fast-check";
import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { encodeLetter, fillGaps } from "./encoded-letter.ts";
import { UNSUBSCRIBE_PLACEHOLDER } from "./letter.ts";

/**
 * Lines as people write them, with every character that an encoding may stumble over, and the
 * placeholder anywhere.
 */
const pieces = fc.array(
  fc.oneof(
    fc.constant(UNSUBSCRIBE_PLACEHOLDER),
    fc.constant("\n"),
    fc.constant("="),
    fc.constant(" "),
    fc.string({ unit: "grapheme" }),
  ),
  {
    maxLength: 30,
  },
);
const address = fc.webUrl({ withQueryParameters: true, withFragments: true });

/** What every transfer may do to a text: line ends, and spaces at the very end. */
const settled = (text: string | false | undefined) =>
  text === false || text === undefined ? "" : text.replaceAll(/\r\n?/g, "\n").trimEnd();

test("whatever stands around the gaps, a reader's program sees the letter with the address in them, on lines of at most 76 characters", async () => {
  await fc.assert(
    fc.asyncProperty(pieces, address, async (parts, link) => {
      const [text, expected] = [
        parts.join(""),
        parts.map((part) => (part === UNSUBSCRIBE_PLACEHOLDER ? link : part)).join(""),
      ];
      const letter = await encodeLetter({ text, html: `<p>${text}</p>` });
      const body = fillGaps(letter.pieces, link);
      for (const line of body.split("\r\n")) expect(line.length).toBeLessThanOrEqual(76);
      const read = await simpleParser(`Content-Type: ${letter.contentType}\r\n\r\n${body}`, {
        skipTextToHtml: true,
        skipHtmlToText: true,
      });
      expect(settled(read.text)).toBe(settled(expected));
      expect(settled(read.html)).toBe(settled(`<p>${expected}</p>`));
    }),
    { numRuns: 200 },
  );
});
