import { Text } from "@react-pdf/renderer";
import type { ComponentProps } from "react";
import { LONGEST_WORD, splitWord } from "../word-pieces.ts";

/** The line breaker's infinity: where two styles meet inside a word (`Liu` and `,`) is no place to break. */
const NEVER = 10_000;

type BlockProps = ComponentProps<typeof Text> & {
  /** Characters up to which words surely fit on a line of the block. */
  longestWord?: number;
};

/** A block of text: no breaks inside words that fit, at least two lines on either side of a page break. */
export function Block({ longestWord = LONGEST_WORD, ...props }: BlockProps) {
  return <Text orphans={2} widows={2} hyphenationCallback={splitWord(longestWord)} {...{ hyphenationPenalty: NEVER }} {...props} />;
}
