import { type Styles, Text } from "@react-pdf/renderer";
import { type ReactNode, use } from "react";
import type { StructureProps } from "../painter/structure.ts";
import { splitWord } from "../text/word-pieces.ts";
import { Drawn, FaceChoiceContext } from "./drawn.tsx";
import { isTooWide, type TextLine } from "./text-line.ts";

/**
 * The line breaker's infinity: where two styles meet inside a word (`Liu` and `,`) is no place to
 * break.
 */
const NEVER = 10_000;

interface BlockProps extends StructureProps {
  children: ReactNode;
  style?: Styles[string];
  line: TextLine;
}

/**
 * A block of text: no breaks inside words that fit, at least two lines on either side of a page
 * break.
 */
export function Block({ line, children, ...props }: BlockProps) {
  const choice = use(FaceChoiceContext);
  return (
    <Text
      orphans={2}
      widows={2}
      hyphenationCallback={splitWord((word) => isTooWide(word, line, choice))}
      {...{ hyphenationPenalty: NEVER }}
      {...props}
    >
      {typeof children === "string" ? <Drawn>{children}</Drawn> : children}
    </Text>
  );
}
