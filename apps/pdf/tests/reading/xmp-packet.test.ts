import { expect, test } from "vitest";
import { readXmp } from "./xmp-packet.ts";

const wrap = (inner: string, attributes = "") =>
  `<?xpacket begin="\ufeff" id="x"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" ${attributes}>${inner}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

test("reads properties whatever their prefix, as elements, lists and attributes", () => {
  const packet = readXmp(
    wrap(
      '<d:title xmlns:d="http://purl.org/dc/elements/1.1/"><rdf:Alt><rdf:li>A &amp; B</rdf:li></rdf:Alt></d:title>',
      'dc:format="application/pdf"',
    ),
  );
  expect(packet.kind === "read" ? Object.fromEntries(packet.properties) : packet).toEqual({
    "http://purl.org/dc/elements/1.1/title": ["A & B"],
    "http://purl.org/dc/elements/1.1/format": ["application/pdf"],
  });
});

test.each(["<dc:title>A & B</dc:title>", "<dc:title>A", "<no:title>A</no:title>"])(
  "rejects %s",
  (inner) => {
    expect(readXmp(wrap(inner)).kind).toBe("malformed");
  },
);
