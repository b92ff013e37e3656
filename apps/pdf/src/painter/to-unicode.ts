/** A section may have so many lines (ISO 32000-1, 9.7.5.4, after Adobe's CMap specification). */
const LINES = 100;

const hex = (value: number) => value.toString(16).padStart(4, "0");

/**
 * The CMap from codes to what they stand for as UTF-16 units (ISO 32000-1, 9.10.3). One line a
 * code: pdfkit writes ranges with arrays, which Ghostscript before 10.06 and PDFBox 1.8 read
 * wrongly.
 */
export function writeToUnicode(meanings: readonly (readonly number[] | undefined)[]): string {
  const lines = meanings.flatMap((units, code) =>
    units === undefined || units.length === 0
      ? []
      : [`<${hex(code)}> <${units.map(hex).join("")}>`],
  );
  const sections = Array.from({ length: Math.ceil(lines.length / LINES) }, (_, index) => {
    const part = lines.slice(index * LINES, (index + 1) * LINES);
    return `${part.length} beginbfchar\n${part.join("\n")}\nendbfchar`;
  });
  return [
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
    "<0000> <ffff>",
    "endcodespacerange",
    ...sections,
    "endcmap",
    "CMapName currentdict /CMap defineresource pop",
    "end",
    "end",
  ].join("\n");
}
