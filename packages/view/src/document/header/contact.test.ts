import { Cv } from "@triptych/schema";
import { en } from "@triptych/words";
import { expect, test } from "vitest";
import { listContacts } from "./contact.ts";

const addressOf = (phone: string) =>
  listContacts(Cv.parse({ profile: { name: "Ada Example", phone } }), en).map(({ span }) => [
    span.text,
    span.href,
  ]);

test.each([
  ["+31 20 555 0100", "tel:+31205550100"],
  ["+44 20 7946 0958", "tel:+442079460958"],
  ["+1 (555) 010-0100", "tel:+15550100100"],
  ["+1.555.010.0100", "tel:+15550100100"],
  ["+49\u00a030\u00a0555-0100", "tel:+49305550100"],
])("a number that is certain is a link: %s", (phone, href) =>
  expect(addressOf(phone)).toEqual([[phone, href]]),
);

test.each([
  ["+49 (0)30 555 0100"],
  ["+1 555 010 0100 ext. 12"],
  ["+1 555 010 0100 x12"],
  ["+1 800 FLOWERS"],
  ["+31 20 555 0100, +31 6 555 0100"],
  ["+31 20 555 0100 / 555 0101"],
  ["+31 20 555 0100 +31 6 555 0100"],
  ["+31 20 5550100 20 5550101"],
  ["020 555 0100"],
  ["0031 20 555 0100"],
  ["+00 000 0000"],
  ["+49 30 1234–12"],
  ["+31"],
  ["Secretary: +31 20 555 0100"],
])("a number that is not is text: %s", (phone) =>
  expect(addressOf(phone)).toEqual([[phone, undefined]]),
);
