import { type Blame, REFUSALS } from "./refusals.ts";

/** What a refusal is about, as far as the table of real replies tells. */
export type Judged = Blame | "unknown";

const OURS: readonly Judged[] = ["sender", "account", "quota", "content"];

/** Whether everybody else would be refused too. */
export function isAboutUs(judged: Judged): boolean {
  return OURS.includes(judged);
}

/** A reply of several lines (RFC 5321, 4.2.1) on one, the codes of its later lines left out. */
function onOneLine(reply: string): string {
  return reply
    .replace(/^[\w-]+;\s*/, "")
    .replaceAll(/\r?\n\d{3}[ -]([245]\.\d{1,3}\.\d{1,3}\s)?/g, " ")
    .replaceAll(/\s+/g, " ")
    .replace(/^(\d{3})[- ]#?/, "$1 ")
    .toLowerCase();
}

/**
 * Says what a refusal is about.
 * @param code enhanced status code, where the reply does not begin with it
 */
export function judgeRefusal(reply: string, code?: string): Judged {
  const text = onOneLine(reply);
  const known = /^\d{3} ([245]\.\d{1,3}\.\d{1,3})\b/.exec(text)?.[1] ?? code;
  const rule = REFUSALS.find(
    ({ codes, says }) =>
      (known !== undefined && codes?.test(known) === true) || says?.test(text) === true,
  );
  return rule?.about ?? "unknown";
}
