import { type CvDocument, type Entry, type Line, plainText, type Span } from "@triptych/view";
import { pathToFileURL } from "node:url";
import type { FaceFile } from "./face-files.ts";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string) =>
  text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

const writeFace = ({ family, weight, path }: FaceFile) =>
  `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url("${pathToFileURL(path).href}"); }`;

function writeSpan({ text, role, href }: Span): string {
  const marked = role === undefined ? escape(text) : `<span class="${role}">${escape(text)}</span>`;
  return href === undefined ? marked : `<a href="${escape(href)}">${marked}</a>`;
}

const writeLine = ({ role, spans }: Line) =>
  `<p class="${role}">${spans.map(writeSpan).join("")}</p>`;

const writeEntry = ({ rail, number, lines }: Entry) =>
  `<li><div class="rail"><span>${escape(rail)}</span><span>${number ?? ""}</span></div><div>${lines.map(writeLine).join("")}</div></li>`;

const STYLE = `@page { size: A4; margin: 21mm 22mm 17mm 20mm; @top-right { content: counter(page) " of " counter(pages); font: 7.8pt "Source Sans 3"; } }
body { margin: 0; font: 9.6pt/13pt "Source Serif 4"; color: #1a1c1f; }
h1, h2, h3, p, ul { margin: 0; padding: 0; }
h1 { font: 300 30pt/32.5pt "Source Serif 4"; }
h2 { font: 300 15pt/19.5pt "Source Serif 4"; margin: 6.5pt 0; border-top: 0.4pt solid #dcdedd; padding: 6.5pt 0 0 29mm; break-after: avoid; }
h3 { font: 600 8.6pt/13pt "Source Sans 3"; margin: 6.5pt 0 3.25pt 29mm; break-after: avoid; }
li { display: flex; break-inside: avoid; margin-bottom: 4.3pt; }
.rail { flex: none; width: 27mm; margin-right: 2mm; display: flex; justify-content: space-between; font: 8.2pt/13pt "Source Sans 3"; color: #5b6066; }
.intro { margin-left: 29mm; color: #5b6066; }
p.people, p.detail, p.item, p.label { color: #5b6066; } p.label { font: 8.2pt/13pt "Source Sans 3"; }
p.title, .item .title { font-weight: 500; color: #1a1c1f; } .owner { font-weight: 600; color: #1a1c1f; } .honour { color: #0a6158; }
a { color: inherit; text-decoration: none; }`;

/** The document as a page to print: the same content, faces, sizes and rail as our PDF. */
export function writeHtmlSource(
  { title, header, sections }: CvDocument,
  faces: readonly FaceFile[],
): string {
  const contacts = header.contacts.map(({ span }) => writeSpan(span)).join("  ·  ");
  const parts = sections.map(
    (
      section,
    ) => `<section><h2>${escape(section.title)}</h2>${section.intro.map((line) => `<div class="intro">${writeLine(line)}</div>`).join("")}
${section.groups.map(({ title: name, entries }) => `${name === "" ? "" : `<h3>${escape(name)}</h3>`}<ul>${entries.map(writeEntry).join("\n")}</ul>`).join("\n")}</section>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escape(`${title}, ${header.name}`)}</title>
<style>${faces.map(writeFace).join("\n")}\n${STYLE}</style>
<h1>${escape(header.name)}</h1>
${[...header.roles.map(plainText), header.place ?? "", header.summary ?? ""].map((text) => `<p>${escape(text)}</p>`).join("\n")}
<p class="label">${contacts}</p>
${parts.join("\n")}
</html>
`;
}
