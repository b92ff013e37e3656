/** What the parser says, for someone who does not know YAML, by its code. */
const WORDS: Readonly<Record<string, string>> = {
  BAD_ALIAS: "has a * or & that marks nothing; a text that begins with one stands in quotes",
  BAD_DIRECTIVE: "begins with %, which YAML keeps for instructions; put the text in quotes",
  BAD_DQ_ESCAPE: "has a backslash (\\) that means nothing in double quotes; use single quotes",
  BAD_INDENT: "does not begin under the lines that it belongs to, or a bracket above is not closed",
  BAD_SCALAR_START: "begins with a sign that YAML keeps for itself; put the text in quotes",
  BLOCK_AS_IMPLICIT_KEY:
    "has a key where none can stand; look at its spaces, and at colons in texts",
  BLOCK_IN_FLOW: "has a colon or a dash within brackets; put the text in quotes",
  KEY_OVER_1024_CHARS: "is too long to be a key; is a quote or a bracket above not closed?",
  MISSING_CHAR: "lacks a sign here or in a line above: a colon, a quote, a bracket or a comma",
  MULTILINE_IMPLICIT_KEY: "is neither a key nor a value; is a colon or a dash missing?",
  NON_STRING_KEY: "has a key that is no text",
  TAB_AS_INDENT: "has a tab before its text; write spaces",
  UNEXPECTED_TOKEN: "goes on where a value has ended; put the whole text in quotes",
};

export function explainStumble(code: string, message: string): string {
  return WORDS[code] ?? `is not valid YAML: ${message}`;
}
