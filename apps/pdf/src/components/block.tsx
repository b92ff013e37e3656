import { type Styles, Text } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import type { StructureProps } from "../painter/structure.ts";
import { Drawn } from "./drawn.tsx";
import { LONGEST_WORD, splitWord } from "../text/word-pieces.ts";

/**
 * The line breaker's infinity: where two styles meet inside a word (`Liu` and `,`) is no place to
 * break.
 */
const NEVER = 10_000;

interface BlockProps extends StructureProps {
  children: ReactNode;
  style?: Styles[string];
  /** Characters up to which words surely fit on a line of the block. */
  longestWord?: number;
}

/**
 * A block of text: no breaks inside words that fit, at least two lines on either side of a page
 * break.
 */
export function Block({ longestWord = LONGEST_WORD, children, ...props }: BlockProps) {
  return (
    <Text
      orphans={2}
      widows={2}
      hyphenationCallback={splitWord(longestWord)}
      {...{ hyphenationPenalty: NEVER }}
      {...props}
    >
      {typeof children === "string" ? <Drawn>{children}</Drawn> : children}
    </Text>
  );
}
