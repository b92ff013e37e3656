import { parse } from "@retorquere/bibtex-parser";
import { cleanProse } from "../text/plain-text.ts";

/** A text out of LaTeX; `doubts` name what was read without certainty. */
export interface LatexText {
  text: string;
  doubts: string[];
}

/**
 * The parser of LaTeX takes 17 µs for a sign and recurses; what is longer or deeper is read
 * roughly.
 */
const MAX_LENGTH = 20_000;
const MAX_DEPTH = 40;

/** Commands that only set the look or the sort order of what follows. */
const SILENT = new Set(
  (
    "mathbb mathcal mathrm mathbf mathsf mathit mathfrak mathscr boldsymbol bm operatorname " +
    "text textnormal mbox hbox noopsort displaystyle left right big bigl bigr Big limits " +
    "nolimits ensuremath protect xspace relax boldmath unboldmath tt rm bf sf it sc em sl"
  ).split(" "),
);
const OPERATORS =
  "log ln exp sin cos tan sinh cosh tanh max min sup inf lim arg det dim gcd ker deg Pr " +
  "argmax argmin";
const OPERATOR = new RegExp(String.raw`\\(${OPERATORS.split(" ").join("|")})(?![A-Za-z])\s*`, "g");

/**
 * Stand-ins for `<` and `>`, which the parser would take for marks of the oldest font encoding and
 * also uses for its own markup.
 */
const LESS = "\uE000";
const GREATER = "\uE001";
/** Commands that set a space, and those that set none; a backslash before them is a line break. */
const SPACE = /(?<!\\)((?:\\\\)*)\\(?:[\s,;:]|q?quad(?![A-Za-z])\s*)/g;
const NOTHING = /(?<!\\)((?:\\\\)*)\\[-@/!]/g;

/** A blank that mathematics would swallow. */
const BLANK = "\uE002";

function prepare(latex: string): string {
  return latex
    .replaceAll(/\\(?:textless|lt)(?![A-Za-z])(?:\{\}|\s)?/g, LESS)
    .replaceAll(/\\(?:textgreater|gt)(?![A-Za-z])(?:\{\}|\s)?/g, GREATER)
    .replaceAll("<", LESS)
    .replaceAll(">", GREATER)
    .replaceAll(/(?<!\\)((?:\\\\)*)%/g, String.raw`$1\%`)
    .replaceAll(/\\((?:La|Bib|Xe)?TeX)(?![A-Za-z])(?:\{\})?/g, "$1")
    .replaceAll(/\\textquotesingle(?![A-Za-z])(?:\{\}|\s)?/g, "'")
    .replaceAll(SPACE, "$1~")
    .replaceAll(NOTHING, "$1")
    .replaceAll(OPERATOR, `${BLANK}$1${BLANK}`);
}

function finish(text: string): string {
  return text
    .replaceAll(/<(?:sub|sup)>/g, "")
    .replaceAll(/<\/?[A-Za-z][^<>]*>/g, "")
    .replaceAll(LESS, "<")
    .replaceAll(GREATER, ">")
    .replaceAll(new RegExp(`${BLANK}\\s*|\\s+${BLANK}`, "g"), " ")
    .replaceAll(/ı(?=\p{M})/gu, "i")
    .replaceAll(/ȷ(?=\p{M})/gu, "j");
}

/**
 * Signs that mean something without a command: ties, dashes and quotation marks. Braces only group.
 */
function readPlain(latex: string): string {
  return latex
    .replaceAll("---", "—")
    .replaceAll("--", "–")
    .replaceAll("``", "“")
    .replaceAll("''", "”")
    .replaceAll("?`", "¿")
    .replaceAll("!`", "¡")
    .replaceAll("~", " ")
    .replaceAll(/[{}]/g, "");
}

/** What is left when every command is cut out: a last resort that keeps all words. */
function readRoughly(latex: string): string {
  return readPlain(
    latex
      .replaceAll(/\\[A-Za-z]+\s?/g, "")
      .replaceAll(/\\(.)/g, "$1")
      .replaceAll("$", ""),
  );
}

function depthOf(latex: string): number {
  let depth = 0;
  let deepest = 0;
  for (const sign of latex) {
    if (sign === "{") depth += 1;
    if (sign === "}") depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function readByParser(latex: string): LatexText | undefined {
  const doubts: string[] = [];
  try {
    const { entries, errors } = parse(`@misc{k,note={${prepare(latex)}\n}}`, {
      sentenceCase: false,
      english: false,
      caseProtection: false,
      fieldMode: { note: "title" },
      unsupported: (_node, tex) => {
        const command = /^\\([A-Za-z]+)/.exec(tex)?.[1];
        if (command !== undefined && !SILENT.has(command))
          doubts.push(`the command \\${command} is not known and was left out`);
        return "";
      },
    });
    const note = entries[0]?.fields["note"];
    if (typeof note !== "string" || errors.length > 0) return undefined;
    if (/<su[bp]>/.test(note)) doubts.push("raised and lowered signs stand on the line");
    return { text: finish(note), doubts };
  } catch {
    // The parser throws for what it cannot make sense of, and for macros that call themselves.
    return undefined;
  }
}

/**
 * Plain text of a value of a BibTeX field. Never throws; what cannot be understood is read roughly,
 * and told.
 */
export function readLatex(latex: string): LatexText {
  if (!/[\\$]/.test(latex)) return { text: readPlain(latex), doubts: [] };
  const isTooMuch = latex.length > MAX_LENGTH || depthOf(latex) > MAX_DEPTH;
  const read = isTooMuch ? undefined : readByParser(latex);
  return (
    read ?? {
      text: readRoughly(latex),
      doubts: ["its LaTeX could not be understood; commands were cut out"],
    }
  );
}

/** The same for text in paragraphs, which a blank line parts. */
export function readLatexProse(latex: string): { text: string | undefined; doubts: string[] } {
  const paragraphs = latex
    .split(/\n[ \t]*\n/)
    .map((paragraph) => readLatex(paragraph.replaceAll(/\s+/g, " ").trim()));
  return {
    text: cleanProse(paragraphs.map(({ text }) => text).join("\n\n")),
    doubts: paragraphs.flatMap(({ doubts }) => doubts),
  };
}
