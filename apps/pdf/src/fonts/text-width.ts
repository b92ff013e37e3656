import { Font } from "@react-pdf/renderer";
import type { FaceChoice } from "./face-choice.ts";
import { isFace } from "./text-faces.ts";

/** How a text is set: its size in points. */
export interface TextSetting {
  family: string;
  weight: number;
  size: number;
}

/** How wide a text is on one line, in points; each stretch of it in the face that draws it. */
export function measureText(
  text: string,
  { family, weight, size }: TextSetting,
  { split }: FaceChoice,
): number {
  return split(text)
    .map((piece) => {
      const descriptor = { fontFamily: piece.family ?? family, fontWeight: weight };
      const face: unknown = Font.getFont(descriptor)?.data;
      if (!isFace(face)) throw new Error(`The font of “${piece.text}” is not read.`);
      const { positions } = face.layout(piece.text);
      const width = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
      return (width / face.unitsPerEm) * size;
    })
    .reduce((sum, width) => sum + width, 0);
}
