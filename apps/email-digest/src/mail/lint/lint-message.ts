import { fail, type Diagnosis, ok, warn } from "./diagnosis.ts";
import type { LintContext } from "./lint-context.ts";
import { lintHeaders } from "./lint-headers.ts";
import { lintHtml } from "./lint-html.ts";
import { type RawMessage, readMessage, valuesOf } from "./raw-message.ts";

/** Both parts say the same: what the HTML links to at home, the text names. */
function lintParts(
  { source, text, html }: RawMessage,
  { base, unsubscribe }: LintContext,
): Diagnosis {
  const rule = "text-part";
  const raw = source.toString("latin1");
  const [plain, rich] = [
    raw.search(/^content-type: text\/plain/im),
    raw.search(/^content-type: text\/html/im),
  ];
  if (plain === -1 || rich === -1)
    return fail(rule, "no text part, or no HTML part", "Send multipart/alternative with both.");
  if (plain > rich)
    return fail(
      rule,
      "the text part comes last",
      "The last part is what clients show; the text comes first (RFC 2046, 5.1.4).",
    );
  if (!text.includes(unsubscribe))
    return fail(
      rule,
      "the text does not say how to leave",
      "Name the reader's address for leaving in it.",
    );
  const works = [...html.matchAll(/href="([^"]+)"/g)]
    .map(([, href = ""]) => href)
    .filter((href) => href.startsWith(`${base}/publications/`));
  const missing = works.find((href) => !text.includes(href));
  if (missing !== undefined)
    return fail(rule, `the text does not name ${missing}`, "Both parts hold the same items.");
  return ok(rule, `the text comes first and names all ${new Set(works).size} items`);
}

function lintFrom(message: RawMessage, { domain, name }: LintContext): Diagnosis {
  const rule = "from";
  const [from = ""] = valuesOf(message, "From");
  const address = /<?([^<>\s]+@[^<>\s]+)>?$/.exec(from)?.[1] ?? "";
  if (!address.endsWith(`@${domain}`))
    return fail(rule, `From is ${from}`, `It must be one address at ${domain}.`);
  if (/no-?reply/i.test(address))
    return warn(
      rule,
      `From is ${address}`,
      "Choose an address that is read: people answer a digest.",
    );
  if (!from.includes("<")) return warn(rule, `From shows no name`, `It should show ${name}.`);
  return ok(rule, from);
}

/** Who sends this and what is kept of the subscriber: laws ask for both, readers too. */
function lintFoot({ text }: RawMessage, { base, name }: LintContext): Diagnosis {
  const rule = "foot";
  const foot = text.slice(Math.max(0, text.lastIndexOf("\n-- ")));
  const missing = [
    ...(foot.includes(name) ? [] : ["who sends it"]),
    ...(foot.includes(`${base}/privacy`) || /https?:\S*privacy/.test(foot)
      ? []
      : ["a link to the privacy page"]),
  ];
  return missing.length === 0
    ? ok(rule, "sender and privacy page")
    : warn(
        rule,
        `the foot lacks ${missing.join(", ")}`,
        "Add it below the dashes of the text, and to the HTML.",
      );
}

/**
 * Every rule about a digest message, on the bytes that go out. Each diagnosis says what is the case
 * and what to change.
 */
export async function lintMessage(source: Buffer, context: LintContext): Promise<Diagnosis[]> {
  const message = await readMessage(source);
  return [
    ...lintHeaders(message, context.domain),
    lintFrom(message, context),
    lintParts(message, context),
    lintFoot(message, context),
    ...lintHtml(message.html, context),
  ];
}
