import { expect, test } from "vitest";
import { listUnreal, requireReal } from "./require-real.ts";

const NOBODY = "digest@localhost.localdomain";
const REAL = { mailFrom: "digest@ada.ac.uk", confirmFrom: "ask@ada.ac.uk" };
const at = (base: string, site = base) => ({ base, site });
const HERE = at("http://localhost:3000");

test("a mail server alone sends nothing: sender and address are asked for", () => {
  const unset = { smtpUrl: "smtps://u:p@mail.ac.uk", mailFrom: NOBODY, confirmFrom: NOBODY };
  expect(listUnreal(unset, HERE)).toEqual([
    `Mail would come from ${NOBODY}: set MAIL_FROM.`,
    `Mail would come from ${NOBODY}: set CONFIRM_FROM.`,
    "Its links would lead to http://localhost:3000: set SITE_URL, or url in the settings.",
  ]);
  expect(() => requireReal(unset, HERE)).toThrow(/^Nothing was sent[^]*For a trial leave SMTP_URL/);
  expect(() => requireReal(unset, HERE)).not.toThrow(/u:p/);
});

test.each(["smtp://localhost", "smtp://127.0.0.1:25", "smtps://[::1]:465", "smtp://localhost:587"])(
  "a relay on this machine sends to the world: %s",
  (smtpUrl) => {
    expect(listUnreal({ smtpUrl, ...REAL }, HERE)).toHaveLength(1);
    expect(listUnreal({ smtpUrl, ...REAL }, at("https://ada.ac.uk/cv"))).toEqual([]);
  },
);

test("what catches mail on this machine, and a folder of mails, are for trials", () => {
  for (const smtpUrl of ["smtp://127.0.0.1:1025", undefined])
    expect(listUnreal({ smtpUrl, mailFrom: NOBODY, confirmFrom: NOBODY }, HERE)).toEqual([]);
});

test("a service elsewhere and the site it leads to are both looked at", () => {
  const smtpUrl = "smtps://mail.ac.uk";
  expect(
    listUnreal({ smtpUrl, ...REAL }, at("https://digest.ada.ac.uk", "http://192.168.1.4")),
  ).toEqual(["Its links would lead to http://192.168.1.4: set SITE_URL, or url in the settings."]);
});
