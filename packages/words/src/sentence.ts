/** What ends a sentence already, also within quotation marks: `Jr.`, `Why?`, `“Yes.”`. */
const ENDED = /[.!?…。！？؟।]["'”’»\u2069]*$/u;

/** A sentence with its full stop; what ends in one, such as `Ann Sample Jr.`, gets no other. */
export const stop = (text: string): string => (text === "" || ENDED.test(text) ? text : `${text}.`);

/** Sentences one after the other; the last keeps its own end. Empty ones leave no trace. */
export function joinSentences(sentences: readonly string[]): string {
  const said = sentences.filter((sentence) => sentence !== "");
  return said
    .map((sentence, index) => (index === said.length - 1 ? sentence : stop(sentence)))
    .join(" ");
}
