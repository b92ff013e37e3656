const UNITS: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6 };

/** The number in plain digits, as far as a text can be read in one way only. */
function readDigits(text: string): number | undefined {
  const bare = text.replaceAll(/[_'’\s\u00a0\u202f]/gu, "");
  if (/^[+-]?\d+(\.\d+)?$/.test(bare) && !/^\d{1,3}\.\d{3}$/.test(bare)) return Number(bare);
  if (/^\d{1,3}([.,]\d{3})+$/.test(bare)) return Number(bare.replaceAll(/[.,]/g, ""));
  if (/^\d+,\d+$/.test(bare)) return Number(bare.replace(",", "."));
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(bare))
    return Number(bare.replaceAll(".", "").replace(",", "."));
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(bare)) return Number(bare.replaceAll(",", ""));
  return undefined;
}

/** A number as people write it: `250.000`, `1,5`, `8%`, `90 min`, `€ 250k`, `1:30`, `2nd`. */
export function readNumber(text: string): number | undefined {
  const clock = /^(\d{1,2}):([0-5]\d)(?:\s*h)?$/.exec(text);
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2]);
  const [, digits = "", unit = ""] =
    /^(?:\p{Sc}|[A-Z]{3}|about|ca\.|~|>|<)?\s*([+\d][\d.,_'’\s\u00a0\u202f]*?)\s*([\p{L}%\p{Sc}.-]*)$/u.exec(
      text.trim(),
    ) ?? [];
  const number = readDigits(digits);
  return number === undefined ? undefined : number * (UNITS[unit.toLowerCase()] ?? 1);
}
