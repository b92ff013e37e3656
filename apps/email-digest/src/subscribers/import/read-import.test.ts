import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { IMPORT_HEADER, readImport } from "./read-import.ts";

const now = new Date("2026-06-01T12:00:00Z");
const list = (...lines: string[]) => readImport([IMPORT_HEADER, ...lines].join("\n"), now);
const faultsOf = (text: string) => {
  const read = readImport(text, now);
  return read.kind === "faulty"
    ? read.faults.map(({ line, problem }) => `${line}: ${problem}`)
    : [];
};

describe("a list with consent", () => {
  test("is read whatever the order of its columns, with quotes, line breaks, a mark at its head and Windows line ends", () => {
    const text =
      '\uFEFFconsent_form,address,name,consent_text,CONSENT_AT\r\nhttps://old.example,ada@EXAMPLE.org,Ada,"Yes, tell me\nall ""news""",2026-03-31\r\n';
    expect(readImport(text, now)).toEqual({
      kind: "rows",
      rows: [
        {
          line: 3,
          address: "ada@example.org",
          consentAt: new Date("2026-03-31"),
          consentText: 'Yes, tell me\nall "news"',
          consentForm: "https://old.example",
        },
      ],
    });
  });

  test("takes moments with a zone", () => {
    expect(list("a@example.org,2026-03-31T09:00:00+02:00,yes,form")).toMatchObject({
      kind: "rows",
      rows: [{ consentAt: new Date("2026-03-31T07:00:00Z") }],
    });
  });
});

describe("a list is refused with the line and the remedy", () => {
  test.each([
    ["a@example.org,,yes,form", "2: consent_at is empty; write the day"],
    ["a@example.org,31.3.2026,yes,form", '2: consent_at is "31.3.2026"; write the day'],
    ["a@example.org,2026-02-30,yes,form", '2: consent_at is "2026-02-30"'],
    ["a@example.org,2027-01-01,yes,form", "2: consent_at is 2027-01-01, which has not come yet"],
    ["a@example.org,2026-03-31, ,form", "2: consent_text is empty"],
    ["a@example.org,2026-03-31,yes", "2: consent_form is empty"],
    ["nobody,2026-03-31,yes,form", "2: address: That is not an e-mail address"],
    [
      '"a@example.org\nBcc: b@example.org",2026-03-31,yes,form',
      "3: address: The address holds a line break",
    ],
  ])("%j", (line, fault) => {
    const faults = faultsOf(`${IMPORT_HEADER}\n${line}`);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });

  test("all faults of all lines at once", () => {
    expect(
      faultsOf(
        `${IMPORT_HEADER}\nx,,,\na@example.org,2026-03-31,yes,form\nA@example.org,2026-03-31,yes,form`,
      ),
    ).toHaveLength(5);
  });

  test("one address that cannot be, among a hundred thousand", () => {
    const lines = Array.from({ length: 100_000 }, (_, at) => {
      const domain = at === 50_000 ? "example..org" : "example.org";
      return `p${at}@${domain},2026-03-31,yes,form`;
    });
    expect(faultsOf([IMPORT_HEADER, ...lines].join("\n"))).toEqual([
      expect.stringMatching(/^50002: address: /),
    ]);
  });

  test("somebody who stands in it twice", () => {
    const line = "a@example.org,2026-03-31,yes,form";
    expect(faultsOf(`${IMPORT_HEADER}\n${line}\n\n${line}`)).toEqual([
      "4: address: the same as in line 2; leave one of them out",
    ]);
  });

  test("without its columns, or without being CSV", () => {
    expect(faultsOf("address\na@example.org")[0]).toContain(
      "consent_at, consent_text, consent_form: no such column",
    );
    expect(faultsOf("")[0]).toContain("1: address, consent_at");
    expect(faultsOf(`${IMPORT_HEADER}\n"a@example.org,2026-03-31,yes,form\n`)[0]).toContain(
      "this is no CSV",
    );
  });
});

test("whatever a file holds, no row without consent comes out of it, and nothing is thrown", () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom("", "a@example.org", "2026-03-31", "yes", '"', "\n"),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 5 })), (rows) => {
      const read = readImport(
        `${IMPORT_HEADER}\n${rows.map((row) => row.join(",")).join("\n")}`,
        now,
      );
      if (read.kind === "rows")
        for (const row of read.rows)
          expect(row.consentText.length * row.consentForm.length).toBeGreaterThan(0);
      else expect(read.faults.length).toBeGreaterThan(0);
    }),
  );
});
