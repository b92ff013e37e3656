import { type CvDocument, type Entry, type Line, plainText, type Span } from "@triptych/view";
import { basename, dirname } from "node:path";
import type { FaceFile } from "./face-files.ts";

const COMMANDS: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};
const escape = (text: string) =>
  text.replaceAll(/[\\~^]|[&%$#_{}]/g, (character) => COMMANDS[character] ?? `\\${character}`);
const escapeAddress = (href: string) =>
  href.replaceAll(/[%#\\{}]/g, (character) => `\\${character}`);

/** Names of commands have letters only: SerifLight is the command of the serif in weight 300. */
const commandOf = ({ family, weight }: Pick<FaceFile, "family" | "weight">) =>
  `\\${family.includes("Serif") ? "Serif" : "Sans"}${{ 300: "Light", 400: "Regular", 500: "Medium", 600: "Bold" }[weight] ?? ""}`;

const writeFace = (face: FaceFile) =>
  `\\newfontfamily${commandOf(face)}{${basename(face.path)}}[Path=${dirname(face.path)}/]`;

function writeSpan({ text, role, href }: Span, isTitled: boolean): string {
  const words = escape(text);
  const marked =
    role === "owner"
      ? `{\\SerifBold\\color{ink}${words}}`
      : role === "honour"
        ? `{\\color{accent}${words}}`
        : role === "title" && isTitled
          ? `{\\SerifMedium\\color{ink}${words}}`
          : words;
  return href === undefined ? marked : `\\href{${escapeAddress(href)}}{${marked}}`;
}

const LINE_STYLES: Partial<Record<Line["role"], string>> = {
  title: "\\SerifMedium",
  label: "\\small\\SansRegular\\color{soft}",
};

const writeLine = ({ role, spans }: Line) =>
  `{${LINE_STYLES[role] ?? "\\color{soft}"} ${spans.map((span) => writeSpan(span, role === "item")).join("")}\\par}`;

const writeEntry = ({ rail, number, lines }: Entry) =>
  `\\entry{${escape(rail)}}{${number ?? ""}}{${lines.map(writeLine).join("")}}`;

/**
 * The document for XeLaTeX: the same content, faces, sizes and rail as our PDF. Two passes give it
 * its outline and its number of pages.
 */
export function writeLatexSource(
  { title, header, sections }: CvDocument,
  faces: readonly FaceFile[],
): string {
  const regular = faces.find(({ family, weight }) => family.includes("Serif") && weight === 400);
  const parts = sections.map(
    (section) => `\\heading{${escape(section.title)}}
${section.intro.map((line) => `\\intro{${line.spans.map((span) => writeSpan(span, false)).join("")}}`).join("\n")}
${section.groups.map((group) => `${group.title === "" ? "" : `\\group{${escape(group.title)}}\n`}${group.entries.map(writeEntry).join("\n")}`).join("\n")}`,
  );
  return `\\documentclass[10pt,a4paper]{article}
\\usepackage{fontspec,xcolor,lastpage,fancyhdr}
\\usepackage[top=21mm,bottom=17mm,left=20mm,right=22mm,headsep=5mm]{geometry}
\\usepackage[hidelinks]{hyperref}
\\hypersetup{pdftitle={${escape(`${title}, ${header.name}`)}},pdfauthor={${escape(header.name)}},pdflang=en}
\\setmainfont{${basename(regular?.path ?? "")}}[Path=${dirname(regular?.path ?? "")}/]
${faces.map(writeFace).join("\n")}
\\definecolor{ink}{HTML}{1A1C1F}\\definecolor{soft}{HTML}{5B6066}\\definecolor{accent}{HTML}{0A6158}
\\renewcommand\\normalsize{\\fontsize{9.6pt}{13pt}\\selectfont}\\renewcommand\\small{\\fontsize{8.2pt}{13pt}\\selectfont}
\\setlength\\parindent{0pt}\\setlength\\parskip{0pt}\\raggedright\\raggedbottom\\hyphenpenalty=10000\\widowpenalty=10000\\clubpenalty=10000
\\pagestyle{fancy}\\fancyhf{}\\renewcommand\\headrulewidth{0pt}\\fancyhead[L]{\\small\\SansRegular ${escape(header.name)}}\\fancyhead[R]{\\small\\SansRegular Page \\thepage{} of \\pageref{LastPage}}
\\newcommand\\heading[1]{\\pagebreak[1]\\vspace{6.5pt}\\hrule height 0.4pt\\vspace{6.5pt}\\phantomsection\\addcontentsline{toc}{section}{#1}{\\leftskip=29mm\\SerifLight\\fontsize{15pt}{19.5pt}\\selectfont #1\\par}\\nopagebreak\\vspace{6.5pt}}
\\newcommand\\group[1]{\\vspace{6.5pt}\\phantomsection\\addcontentsline{toc}{subsection}{#1}{\\leftskip=29mm\\small\\SansBold #1\\par}\\nopagebreak\\vspace{3.25pt}}
\\newcommand\\intro[1]{{\\leftskip=29mm\\color{soft}#1\\par}\\nopagebreak}
\\newcommand\\entry[3]{\\noindent\\makebox[29mm][l]{\\small\\SansRegular\\color{soft}#1\\hfill #2\\hspace{2mm}}\\begin{minipage}[t]{139mm}\\raggedright #3\\end{minipage}\\par\\vspace{4.3pt}}
\\begin{document}\\normalsize\\thispagestyle{empty}
{\\SerifLight\\fontsize{30pt}{32.5pt}\\selectfont ${escape(header.name)}\\par}
${[...header.roles.map(plainText), header.place ?? "", header.summary ?? ""].map((text) => `${escape(text)}\\par`).join("\n")}
{\\small\\SansRegular ${header.contacts.map(({ span }) => writeSpan(span, false)).join("  ·  ")}\\par}
${parts.join("\n")}
\\end{document}
`;
}
