import { Text } from "@react-pdf/renderer";
import type { ComponentProps } from "react";

/** The line breaker's infinity: where two styles meet inside a word (`Liu` and `,`) is no place to break. */
const NEVER = 10_000;

/** A block of text: no breaks inside words, at least two lines on either side of a page break. */
export function Block(props: ComponentProps<typeof Text>) {
  return <Text orphans={2} widows={2} {...{ hyphenationPenalty: NEVER }} {...props} />;
}
