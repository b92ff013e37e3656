import { type DefaultTreeAdapterMap, defaultTreeAdapter as tree, parse } from "parse5";
import { fail, type Diagnosis, ok, warn } from "./diagnosis.ts";
import type { LintContext } from "./lint-context.ts";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

/** Gmail clips a message at 102,400 bytes, with what stands at its foot. */
const CLIPPED_AT = 102_400;
const NEAR_CLIPPING = 90_000;
/** Where the addresses for leaving and for the web should be found at the latest. */
const EARLY = 10_000;
/** Gmail drops a style sheet over this. */
const LONGEST_STYLE = 8_192;
const SMALLEST_TEXT = 14;

/** Elements that load, run or ask for something. */
const LOADING = new Set([
  "img",
  "script",
  "iframe",
  "object",
  "embed",
  "video",
  "audio",
  "link",
  "form",
  "input",
  "svg",
  "base",
]);

/** Parameters that companies add to count clicks. */
const COUNTED = /[?&](utm_\w+|mc_[ce]id|fbclid|gclid|_hs\w+|vero_\w+|trk)=/i;

function elementsOf(node: Node): Element[] {
  const own = tree.isElementNode(node) ? [node] : [];
  return "childNodes" in node ? [...own, ...node.childNodes.flatMap(elementsOf)] : own;
}

function attributeOf(element: Element, name: string): string {
  return element.attrs.find((candidate) => candidate.name === name)?.value ?? "";
}

function textOf(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

function lintSize(html: string, { unsubscribe, web }: LintContext): Diagnosis[] {
  const bytes = Buffer.byteLength(html);
  const rule = "size";
  const size =
    bytes >= CLIPPED_AT
      ? fail(
          rule,
          `${bytes} bytes of HTML`,
          `Gmail clips at ${CLIPPED_AT}; leave out abstracts, or send more often.`,
        )
      : bytes > NEAR_CLIPPING
        ? warn(
            rule,
            `${bytes} bytes of HTML`,
            `Gmail clips at ${CLIPPED_AT}; there is not much left.`,
          )
        : ok(rule, `${bytes} bytes of HTML, of ${CLIPPED_AT} that Gmail shows`);
  const early = Buffer.from(html).subarray(0, EARLY).toString();
  const late = [unsubscribe, web].filter((address) => !early.includes(address));
  if (late.length === 0)
    return [size, ok("early-links", "the ways to leave and to the web stand early")];
  const message =
    `${late.length === 2 ? "the ways to leave and to the web stand" : "a way out stands"} after ` +
    `the first ${EARLY} bytes`;
  return [
    size,
    warn("early-links", message, "Name them at the head too: a clipped mail has no foot."),
  ];
}

/** Everything that is style: sheets and attributes. */
function stylesOf(elements: readonly Element[]): string {
  return elements
    .map((element) =>
      element.tagName === "style" ? textOf(element) : attributeOf(element, "style"),
    )
    .join("\n");
}

function lintTracking(elements: readonly Element[], { base, links }: LintContext): Diagnosis[] {
  const loading = elements.find(
    (element) => LOADING.has(element.tagName) || attributeOf(element, "background") !== "",
  );
  const loads = loading !== undefined || /url\s*\(|@import/i.test(stylesOf(elements));
  const watched = loads
    ? fail(
        "no-pixel",
        `${loading === undefined ? "a style" : `<${loading.tagName}>`} loads something`,
        "A digest loads nothing: no picture, script or form.",
      )
    : ok("no-pixel", "nothing is loaded when the mail is opened");
  const hrefs = elements
    .filter(({ tagName }) => tagName === "a")
    .map((element) => attributeOf(element, "href"));
  const foreign = hrefs.find(
    (href) =>
      COUNTED.test(href) ||
      (!href.startsWith("mailto:") &&
        href !== base &&
        !href.startsWith(`${base}/`) &&
        !links.has(href)),
  );
  const straight =
    foreign === undefined
      ? ok("straight-links", `${hrefs.length} links, none rewritten`)
      : fail(
          "straight-links",
          `a link leads to ${foreign}`,
          "Links lead straight to the site or to what the record names; switch off link tracking.",
        );
  return [watched, straight];
}

function lintClients(elements: readonly Element[]): Diagnosis {
  const rule = "mail-clients";
  const styles = elements.filter(({ tagName }) => tagName === "style").map(textOf);
  const longest = Math.max(0, ...styles.map((style) => Buffer.byteLength(style)));
  if (longest > LONGEST_STYLE)
    return fail(
      rule,
      `a style sheet of ${longest} bytes`,
      `Gmail drops it above ${LONGEST_STYLE}.`,
    );
  const layout = /display\s*:\s*(inline-)?(flex|grid)|position\s*:\s*(absolute|fixed)/i.exec(
    stylesOf(elements),
  )?.[0];
  if (layout !== undefined) return fail(rule, layout, "Outlook lays out with tables only.");
  const hasDark =
    elements.some(
      (element) => element.tagName === "meta" && attributeOf(element, "name") === "color-scheme",
    ) && styles.some((style) => style.includes("prefers-color-scheme"));
  if (!hasDark)
    return warn(
      rule,
      "no dark colours",
      "Name them with a color-scheme meta and a media block; clients invert the light ones badly.",
    );
  return ok(rule, "tables, short style sheet, dark colours");
}

function lintReading(elements: readonly Element[]): Diagnosis {
  const rule = "accessible";
  const root = elements.find(({ tagName }) => tagName === "html");
  if (root === undefined || attributeOf(root, "lang") === "" || attributeOf(root, "dir") === "")
    return fail(rule, "no lang or dir", "Set both on <html>.");
  const table = elements.find(
    (element) =>
      element.tagName === "table" &&
      !["presentation", "none"].includes(attributeOf(element, "role")),
  );
  if (table !== undefined)
    return fail(rule, "a layout table is read out as a table", 'Give it role="presentation".');
  const levels = elements.flatMap(({ tagName }) =>
    /^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : [],
  );
  if (levels[0] !== 1 || levels.some((level, at) => level > (levels[at - 1] ?? 0) + 1))
    return fail(
      rule,
      `headings in the order ${levels.join(" ")}`,
      "Begin with h1 and skip no level.",
    );
  const silent = elements.find(
    (element) => element.tagName === "a" && textOf(element).trim() === "",
  );
  if (silent !== undefined)
    return fail(
      rule,
      `a link without words to ${attributeOf(silent, "href")}`,
      "Say where it leads.",
    );
  const sizes = [...stylesOf(elements).matchAll(/font-size:\s*(\d+(?:\.\d+)?)px/g)]
    .map(([, size]) => Number(size))
    .filter((size) => size > 1);
  if (sizes.some((size) => size < SMALLEST_TEXT))
    return warn(
      rule,
      `text of ${Math.min(...sizes)} px`,
      `Below ${SMALLEST_TEXT} px it is hard to read on a phone.`,
    );
  return ok(rule, "language, headings in order, links with words, legible sizes");
}

/** The rules about the HTML part. */
export function lintHtml(html: string, context: LintContext): Diagnosis[] {
  const elements = elementsOf(parse(html));
  return [
    ...lintSize(html, context),
    ...lintTracking(elements, context),
    lintClients(elements),
    lintReading(elements),
  ];
}
