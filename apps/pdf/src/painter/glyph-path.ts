/** Where an outline goes: its origin in points, and how many points a unit of its font has. */
export interface OutlinePlace {
  x: number;
  y: number;
  scale: number;
}

const COMMAND = /([MLQCZ])([^MLQCZ]*)/g;

const round = (value: number) => Math.round(value * 1000) / 1000;

/** Curves of TrueType are of the second degree, those of PDF of the third. */
function raise(
  from: readonly number[],
  [cx = 0, cy = 0, x = 0, y = 0]: readonly number[],
): number[] {
  const [left = 0, top = 0] = from;
  const toward = (end: number, control: number) => end + (2 / 3) * (control - end);
  return [toward(left, cx), toward(top, cy), toward(x, cx), toward(y, cy), x, y];
}

/**
 * Operators that fill an outline (SVG, upwards, in units of its font) on a page that runs
 * downwards.
 */
export function fillOutline(outline: string, { x, y, scale }: OutlinePlace): string {
  let point: number[] = [];
  const place = (values: readonly number[]) =>
    values
      .map((value, index) => round(index % 2 === 0 ? x + value * scale : -(y + value * scale)))
      .join(" ");
  const operators = Array.from(outline.matchAll(COMMAND), ([, command = "", operands = ""]) => {
    if (command === "Z") return "h";
    const numbers = operands
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const values = command === "Q" ? raise(point, numbers) : numbers;
    point = values.slice(-2);
    return `${place(values)} ${command === "M" ? "m" : command === "L" ? "l" : "c"}`;
  });
  return `${operators.join(" ")} f`;
}
