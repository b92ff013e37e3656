import { type Chart, type CvDocument, type Line } from "@triptych/view";

/** A text that is painted, with the place in the document it belongs to. */
export interface PaintedText {
  where: string;
  text: string;
}

const ofLines = (where: string, lines: readonly Line[]): PaintedText[] =>
  lines.flatMap(({ spans }) => spans.map(({ text }) => ({ where, text })));

/** Everything that is painted, span by span. */
export function listPaintedTexts(
  { title, header, sections }: CvDocument,
  chart: Chart,
): PaintedText[] {
  return [
    ...[
      title,
      header.name,
      ...header.roles.flatMap((spans) => spans.map((span) => span.text)),
      header.place ?? "",
      header.summary ?? "",
      header.updated ?? "",
      ...header.contacts.map(({ span }) => span.text),
    ].map((text) => ({
      where: "header",
      text,
    })),
    ...[
      ...chart.columns.map(({ shortLabel }) => shortLabel),
      ...chart.legend.map(({ text }) => text),
    ].map((text) => ({ where: "chart", text })),
    ...sections.flatMap((section) => [
      { where: section.id, text: section.title },
      ...ofLines(section.id, section.intro),
      ...section.groups.flatMap((group) => [
        { where: group.id, text: group.title },
        ...group.entries.flatMap((entry) => [
          { where: entry.id, text: entry.rail },
          ...ofLines(entry.id, entry.lines),
        ]),
      ]),
    ]),
  ];
}
