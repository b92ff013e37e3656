import { describe, expect, test } from "vitest";
import { findPattern, read, source } from "./house.ts";
import { findProse } from "./prose.ts";

/** What makes text for readers: it takes its words from `packages/words`. */
const FOR_READERS = new RegExp(
  [
    "^packages/view/src/",
    "^apps/web/src/(app|components)/",
    "^apps/pdf/src/components/",
    "^apps/email-digest/src/(mail|http)/",
  ].join("|"),
);

/** Within these, what is not for readers. */
const NOT_FOR_READERS = new RegExp(
  [
    // Names of typefaces, borders.
    "^packages/view/src/theme\\.ts$",
    "^apps/email-digest/src/mail/templates/style\\.ts$",
    // Reports to the owner on a mail that is still to be sent, and on the key it is signed with.
    "^apps/email-digest/src/mail/(lint/|signing\\.ts$)",
    // Answers to mail servers and to whoever watches over the service.
    "^apps/email-digest/src/http/(bounce|health)-routes\\.ts$",
    // Routes of the development server alone.
    "\\.dev\\.tsx?$",
  ].join("|"),
);

const proseIn = (text: string) => findProse("page.tsx", text).map((found) => found.text);

describe("words of prose", () => {
  test("are found in elements, in attributes that are read out, and in strings of two words", () => {
    expect(
      proseIn(`<p className="wide row" title="Close">Nothing new, {count}<b>yet</b></p>`),
    ).toEqual(["Close", "Nothing new,", "yet"]);
    expect(
      proseIn("const label = `So far, ${count}`; const other = 'One click ends it.';"),
    ).toEqual(["So far, …", "One click ends it."]);
  });

  test("are not taken for names, types, headers, style sheets or faults", () => {
    expect(
      proseIn(`import x from "a b c";
        type Kind = "one two";
        const a = ["venue", "under-review", " · ", "text/html; charset=utf-8", "a{color:red}"];
        throw new TypeError("it is no date");
        <a className="one two" href="/a" rel="noopener noreferrer">{a}</a>;`),
    ).toEqual([]);
  });

  test("stand in no code that makes text for readers", () => {
    const found = source
      .filter((file) => FOR_READERS.test(file) && !NOT_FOR_READERS.test(file))
      .flatMap((file) =>
        findProse(file, read(file)).map(({ line, text }) => `${file}:${line} ${text}`),
      );
    expect(found).toEqual([]);
  });
});

test("each app names its language in one place, and the view speaks the one it is handed", () => {
  const choosing = source.filter((file) => !/^apps\/[a-z-]+\/src\/words\.ts$/.test(file));
  expect(findPattern(choosing, /import \{[^}]*\} from "@triptych\/words"/)).toEqual([]);
});
