/**
 * Braces become words, not `\{`: BibTeX counts every brace, escaped or not, and a single one would
 * swallow the rest of the file. `<`, `>` and `|` print as other characters in LaTeX's oldest font
 * encoding, which is still its default.
 */
const SPECIALS = new Map(
  Object.entries({
    "\\": String.raw`\textbackslash{}`,
    "{": String.raw`\textbraceleft{}`,
    "}": String.raw`\textbraceright{}`,
    "~": String.raw`\textasciitilde{}`,
    "^": String.raw`\textasciicircum{}`,
    "<": String.raw`\textless{}`,
    ">": String.raw`\textgreater{}`,
    "|": String.raw`\textbar{}`,
    "&": String.raw`\&`,
    "%": String.raw`\%`,
    $: String.raw`\$`,
    "#": String.raw`\#`,
    _: String.raw`\_`,
  }),
);

/**
 * Pairs that LaTeX would join into one sign, such as two hyphens into a dash, are held apart by an
 * empty group.
 */
const JOINED = /(?<=-)-|(?<=')'|(?<=[`!?])`|(?<=,),/g;

/**
 * A text for a field of a BibTeX file in UTF-8: only what is special to LaTeX is escaped, accents
 * stay as they are.
 */
export function escapeLatex(text: string): string {
  return text
    .replaceAll(JOINED, "\0$&")
    .replaceAll(/[\\{}~^<>|&%$#_]/g, (sign) => SPECIALS.get(sign) ?? sign)
    .replaceAll("\0", "{}");
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;

/**
 * Words whose capitals a style must not lower: acronyms, inner capitals, capitals with digits,
 * single letters but the article.
 */
function needsBraces(word: string): boolean {
  if (/^.+\p{Lu}/u.test(word)) return true;
  return /^\p{Lu}$/u.test(word) ? word !== "A" : /\p{Lu}/u.test(word) && /\p{N}/u.test(word);
}

/**
 * A title with braces around the words whose case carries meaning. Proper names look like any word
 * and are not found.
 */
export function protectTitle(title: string): string {
  let escaped = "";
  let end = 0;
  for (const match of title.matchAll(WORD)) {
    const [word] = match;
    escaped +=
      escapeLatex(title.slice(end, match.index)) + (needsBraces(word) ? `{${word}}` : word);
    end = match.index + word.length;
  }
  return escaped + escapeLatex(title.slice(end));
}
