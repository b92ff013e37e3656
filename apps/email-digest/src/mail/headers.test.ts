import { simpleParser } from "mailparser";
import { describe, expect, test } from "vitest";
import { createAddresses } from "../addresses/page-addresses.ts";
import { composeMessage } from "./compose-message.ts";
import { listHeaders } from "./headers.ts";
import { readMessage, valuesOf } from "./lint/raw-message.ts";

const addresses = createAddresses("https://scholar.example");

describe("the name of the list", () => {
  test.each([
    "Ada Example",
    "J. R. Ex-Ample",
    'Ada "the" Example',
    "Łucja Çelik",
    "刘世伟",
    "A".repeat(200),
    "Ada <b@example.org>, x",
    "=?x?= Ada",
  ])("%s: stands as text before the list's address, which is never encoded", async (name) => {
    const source = await composeMessage(
      {
        from: { name: "Ada", address: "digest@scholar.example" },
        to: "reader@example.org",
        letter: { subject: "s", html: "<p>h</p>", text: "t" },
        messageId: "<1@scholar.example>",
        headers: listHeaders(name, addresses, addresses.unsubscribe("t")),
        date: new Date("2026-01-01T09:00:00Z"),
      },
      undefined,
    );
    const [id = ""] = valuesOf(await readMessage(source), "List-Id");
    expect(id).toMatch(/^[\x20-\x7e]* <new-work\.scholar\.example>$/);
    expect(id).not.toContain('"');
    // Every encoded word may be at most 75 characters long.
    for (const word of id.split(" ").filter((part) => part.startsWith("=?")))
      expect(word.length).toBeLessThanOrEqual(75);
    const subject = id.replace(/ <[^>]*>$/, "");
    const decoded = await simpleParser(`Subject: ${subject}\r\n\r\n`);
    expect(decoded.subject).toBe(`New work by ${name}`);
  });
});
