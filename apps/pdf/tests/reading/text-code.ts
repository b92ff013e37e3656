/** What the codes of a font mean, and how many bytes a code has. */
export interface TextCode {
  bytes: 1 | 2;
  meanings: ReadonlyMap<number, string>;
}

const HEX_PAIR = /<([\da-f\s]+)>\s*<([\da-f\s]+)>/gi;
const HEX_RANGE = /<([\da-f\s]+)>\s*<([\da-f\s]+)>\s*(?:\[([^\]]*)\]|<([\da-f\s]+)>)/gi;
const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

const parseHex = (hex: string | undefined) =>
  Number.parseInt((hex ?? "").replaceAll(/\s/g, ""), 16);

function decodeUtf16(hex: string): string {
  const units = hex.replaceAll(/\s/g, "").match(/.{1,4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}

function* rangeMeanings([, first, last, list, start]: RegExpMatchArray): Generator<
  [number, string]
> {
  const from = parseHex(first);
  const targets = list?.match(/<[^>]*>/g)?.map((item) => decodeUtf16(item.slice(1, -1)));
  const base = decodeUtf16(start ?? "");
  const stem = base.slice(0, -1);
  const unit = base.charCodeAt(base.length - 1);
  for (let code = from; code <= parseHex(last); code += 1) {
    const meaning =
      targets === undefined ? stem + String.fromCharCode(unit + code - from) : targets[code - from];
    if (meaning !== undefined) yield [code, meaning];
  }
}

const blocks = (map: string, kind: string) =>
  [...map.matchAll(new RegExp(`begin${kind}(.*?)end${kind}`, "gs"))].map((match) => match[1] ?? "");

/** The meanings of codes by a ToUnicode map (ISO 32000-1, 9.10.3). */
export function parseToUnicode(map: string): Map<number, string> {
  const pairs = blocks(map, "bfchar").flatMap((block) =>
    [...block.matchAll(HEX_PAIR)].map(([, code, text]): [number, string] => [
      parseHex(code),
      decodeUtf16(text ?? ""),
    ]),
  );
  const ranges = blocks(map, "bfrange").flatMap((block) =>
    [...block.matchAll(HEX_RANGE)].flatMap((match) => [...rangeMeanings(match)]),
  );
  return new Map([...pairs, ...ranges]);
}

function decodeLiteral(token: string): string {
  return token
    .slice(1, -1)
    .replaceAll(
      /\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g,
      (_, octal: string | undefined, escaped: string) => {
        if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
        return /[\r\n]/.test(escaped) ? "" : (ESCAPES[escaped] ?? escaped);
      },
    );
}

/** The bytes of a string as it is written in a content stream, one character a byte. */
export function decodeString(token: string): string {
  if (token.startsWith("(")) return decodeLiteral(token);
  const digits = token.slice(1, -1).replaceAll(/\s/g, "");
  return (digits.match(/.{1,2}/g) ?? [])
    .map((pair) => String.fromCharCode(Number.parseInt(pair.padEnd(2, "0"), 16)))
    .join("");
}

/** The text of a shown string; a code without meaning reads as U+FFFD. */
export function decodeText(token: string, { bytes, meanings }: TextCode): string {
  const data = decodeString(token);
  let text = "";
  for (let at = 0; at < data.length; at += bytes) {
    const code =
      bytes === 1 ? data.charCodeAt(at) : data.charCodeAt(at) * 256 + data.charCodeAt(at + 1);
    text += meanings.get(code) ?? "\ufffd";
  }
  return text;
}
