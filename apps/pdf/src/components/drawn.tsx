import { Text } from "@react-pdf/renderer";
import { createContext, type ReactNode, use } from "react";
import { isolatesAround } from "@triptych/view";
import { type FaceChoice, NO_FALLBACK } from "../fonts/face-choice.ts";

/** Which faces draw the texts of the document. */
export const FaceChoiceContext = createContext<FaceChoice>(NO_FALLBACK);

/**
 * Latin ligatures that are characters: the font draws them as it draws their letters joined, and
 * their letters are what is read.
 */
const LIGATURES = /[\ufb00-\ufb06]/g;

/**
 * Text inside a line, each stretch of it in a face that draws it, and kept to itself where it runs
 * from right to left.
 */
function drawText(source: string, { split }: FaceChoice): ReactNode {
  const text = source.replaceAll(LIGATURES, (ligature) => ligature.normalize("NFKC"));
  const pieces = split(text);
  if (pieces.every(({ family }) => family === undefined)) return text;
  const parts = pieces.map((piece, index) =>
    piece.family === undefined ? (
      piece.text
    ) : (
      <Text key={index} style={{ fontFamily: piece.family }}>
        {piece.text}
      </Text>
    ),
  );
  const [before, after] = isolatesAround(text);
  return before === "" ? parts : [before, ...parts, after];
}

export function Drawn({ children }: { children: string }) {
  return drawText(children, use(FaceChoiceContext));
}
