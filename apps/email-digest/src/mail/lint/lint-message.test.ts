import { Cv } from "@triptych/schema";
import { composeEdition } from "@triptych/view";
import * as fc from "fast-check";
import { generateKeyPairSync } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { createAddresses } from "../../addresses/page-addresses.ts";
import type { Diagnosis } from "./diagnosis.ts";
import { composeMessage } from "../compose-message.ts";
import { listHeaders } from "../headers.ts";
import { lintMessage } from "./lint-message.ts";
import { signedNames } from "./raw-message.ts";
import { renderDigest } from "../templates/render-letter.tsx";
import { language } from "../../words.ts";

const addresses = createAddresses("https://scholar.example");
const unsubscribe = addresses.unsubscribe("t".repeat(43));
const context = {
  domain: "scholar.example",
  name: "Ada Example",
  base: addresses.base,
  unsubscribe,
  web: addresses.edition(3),
  links: new Set(["https://doi.org/10.1/x"]),
};
const key = generateKeyPairSync("rsa", { modulusLength: 1_024 })
  .privateKey.export({ type: "pkcs8", format: "pem" })
  .toString();

const HTML = `<html lang="en" dir="ltr"><head><meta name="color-scheme" content="light dark"><style>@media (prefers-color-scheme:dark){p{color:#fff}}</style></head>
<body><table role="presentation"><tr><td><h1 style="font-size:32px">Two papers</h1><h2>New</h2>
<a href="https://scholar.example/publications/a/">A paper</a> <a href="https://doi.org/10.1/x">DOI</a>
<a href="${unsubscribe}">Unsubscribe</a> <a href="${addresses.edition(3)}">On the web</a></td></tr></table></body></html>`;
const TEXT = `Two papers\n\nA paper\nhttps://scholar.example/publications/a/\n\n-- \nAda Example\nUnsubscribe: ${unsubscribe}\nPrivacy: https://scholar.example/privacy/\n`;

/** A mail without fault, with what a test changes in it. */
function compose({
  html = HTML,
  text = TEXT,
  from = { name: "Ada Example", address: "digest@scholar.example" },
  headers = {},
  to = "reader@example.org",
  signed = true,
} = {}) {
  return composeMessage(
    {
      from,
      to,
      letter: { subject: "Two papers", html, text },
      messageId: "<1@scholar.example>",
      headers: { ...listHeaders("Ada Example", addresses, unsubscribe), ...headers },
      date: new Date("2026-01-01T09:00:00Z"),
    },
    signed ? { domain: "scholar.example", selector: "s", key } : undefined,
  );
}

const complaints = (diagnoses: Diagnosis[]) =>
  diagnoses
    .filter(({ verdict }) => verdict !== "ok")
    .map(({ rule, verdict }) => `${verdict} ${rule}`);
const lint = async (changes: Parameters<typeof compose>[0]) =>
  complaints(await lintMessage(await compose(changes), context));

test("a mail as it should be has no complaint, and every rule says what it saw", async () => {
  const diagnoses = await lintMessage(await compose(), context);
  expect(complaints(diagnoses)).toEqual([]);
  expect(new Set(diagnoses.map(({ rule }) => rule)).size).toBe(diagnoses.length);
  for (const { found, remedy } of diagnoses) {
    expect(found).not.toBe("");
    expect(remedy).toBeUndefined();
  }
});

describe("of a mail with one fault, that fault and no other is named", () => {
  test.each<[string, Parameters<typeof compose>[0], string]>([
    [
      "another one-click field",
      { headers: { "List-Unsubscribe-Post": "List-Unsubscribe=Two-Clicks" } },
      "fail one-click",
    ],
    [
      "an address that is not https",
      { headers: { "List-Unsubscribe": "<http://scholar.example/u>" } },
      "fail one-click",
    ],
    [
      "two addresses for one click",
      { headers: { "List-Unsubscribe": "<https://a.example/1>, <https://a.example/2>" } },
      "fail one-click",
    ],
    ["a List-Id without brackets", { headers: { "List-Id": "new work" } }, "fail list-headers"],
    [
      "an archive without brackets",
      { headers: { "List-Archive": "https://scholar.example/" } },
      "fail list-headers",
    ],
    [
      "nothing that says it is automatic",
      { headers: { "Auto-Submitted": "no" } },
      "fail basic-headers",
    ],
    ["two recipients", { to: "a@example.org, b@example.org" }, "fail basic-headers"],
    ["no signature", { signed: false }, "warn dkim-coverage"],
    [
      "another sender",
      { from: { name: "Ada Example", address: "digest@elsewhere.example" } },
      "fail from",
    ],
    [
      "an address nobody reads",
      { from: { name: "Ada Example", address: "no-reply@scholar.example" } },
      "warn from",
    ],
    [
      "a text that does not say how to leave",
      { text: TEXT.replace(unsubscribe, "") },
      "fail text-part",
    ],
    ["a text without an item", { text: TEXT.replace("/publications/a/", "/") }, "fail text-part"],
    ["no privacy page", { text: TEXT.replace("/privacy/", "/") }, "warn foot"],
    [
      "a pixel",
      { html: HTML.replace("<h1", '<img src="https://scholar.example/p.gif" alt=""><h1') },
      "fail no-pixel",
    ],
    [
      "a picture in a style",
      { html: HTML.replace("color:#fff", "background:url(x)") },
      "fail no-pixel",
    ],
    [
      "a counted link",
      { html: HTML.replace("https://doi.org/10.1/x", "https://scholar.example/?utm_source=x") },
      "fail straight-links",
    ],
    [
      "a rewritten link",
      { html: HTML.replace("https://doi.org/10.1/x", "https://click.example/?to=doi.org") },
      "fail straight-links",
    ],
    [
      "a table that is read out",
      { html: HTML.replace(' role="presentation"', "") },
      "fail accessible",
    ],
    ["a level left out", { html: HTML.replaceAll("h2>", "h3>") }, "fail accessible"],
    ["no language", { html: HTML.replace(' lang="en"', "") }, "fail accessible"],
    ["a link without words", { html: HTML.replace(">DOI<", "> <") }, "fail accessible"],
    ["tiny text", { html: HTML.replace("32px", "11px") }, "warn accessible"],
    [
      "a layout that Outlook does not know",
      { html: HTML.replace("font-size:32px", "display:flex") },
      "fail mail-clients",
    ],
    [
      "no dark colours",
      { html: HTML.replace("prefers-color-scheme", "min-width") },
      "warn mail-clients",
    ],
    [
      "a style sheet that Gmail drops",
      { html: HTML.replace("p{", `${"p{color:red}".repeat(690)}p{`) },
      "fail mail-clients",
    ],
    [
      "ways out that stand late",
      { html: HTML.replace("<h2>New</h2>", `<h2>New</h2>${"<p>An abstract.</p>".repeat(700)}`) },
      "warn early-links",
    ],
  ])("%s", async (_name, changes, complaint) => {
    expect(await lint(changes)).toEqual([complaint]);
  });

  test("a mail that Gmail clips, or nearly", async () => {
    const long = (bytes: number) => ({
      html: HTML.replace("</table>", `</table>${"x".repeat(bytes)}`),
    });
    expect(await lint(long(103_000))).toContain("fail size");
    expect(await lint(long(92_000))).toContain("warn size");
  });

  test("a header that stands twice", async () => {
    const twice = Buffer.concat([Buffer.from("Subject: another\r\n"), await compose()]);
    expect(complaints(await lintMessage(twice, context))).toEqual(["fail basic-headers"]);
  });

  test("a signature that leaves out the second field of one click", async () => {
    const text = (await compose()).toString("latin1");
    const without = text.replace(/list-unsubscribe-post:\s*/i, "");
    expect(without).not.toBe(text);
    expect(complaints(await lintMessage(Buffer.from(without, "latin1"), context))).toEqual([
      "fail dkim-coverage",
    ]);
  });

  test("a line that is too long", async () => {
    const text = (await compose()).toString("latin1");
    expect(
      complaints(
        await lintMessage(
          Buffer.from(
            text.replace("Subject: Two papers", `Subject: ${"x".repeat(1_000)}`),
            "latin1",
          ),
          context,
        ),
      ),
    ).toEqual(["fail line-length"]);
  });
});

test("the names that a signature covers are read from its h tag, not from what looks like it", () => {
  expect(signedNames("v=1; bh=From:To; h=From:\tSubject :\tlist-unsubscribe; b=h=x")).toEqual([
    "from",
    "subject",
    "list-unsubscribe",
  ]);
  expect(signedNames("v=1; b=x")).toEqual([]);
});

test("junk is found wanting, and nothing is thrown", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      expect(complaints(await lintMessage(Buffer.from(bytes), context))).toContain(
        "fail one-click",
      );
    }),
    { numRuns: 60 },
  );
});

describe("the digest as it is really rendered", () => {
  let diagnoses: Diagnosis[];
  beforeAll(async () => {
    const publications = Array.from({ length: 12 }, (_, index) => ({
      id: `work-${index}`,
      title: `Çalışma ${index}: on “quoted” & <angled> things, with data: and url(x) in its title`,
      authors: ["Łucja Example", "Ada Example"],
      appearances: [{ kind: "preprint" as const, date: "2026" }],
      abstract: "An abstract that goes on. ".repeat(30),
    }));
    const edition = composeEdition(
      Cv.parse({ profile: { name: "Ada Example" }, publications }),
      language,
      new Set(),
    );
    if (edition === undefined) throw new Error("nothing to tell");
    const { html, text } = await renderDigest({
      name: "Ada Example",
      edition,
      number: 3,
      note: "A note.",
      addresses,
      unsubscribe,
    });
    diagnoses = await lintMessage(await compose({ html, text }), context);
  });

  test("breaks no rule", () => {
    expect(diagnoses.filter(({ verdict }) => verdict === "fail")).toEqual([]);
  });
});
