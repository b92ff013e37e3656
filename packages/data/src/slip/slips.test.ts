import { describe, expect, test } from "vitest";
import { formatFault } from "../fault.ts";
import { parseContentFile } from "../parse-content-file.ts";

/** `line  lines to paste` of every fault of a file. */
function pastesOf(text: string): string[] {
  const { faults } = parseContentFile("a.yaml", new TextEncoder().encode(text));
  return faults.map(({ line, paste }) => `${line}  ${paste ?? ""}`);
}

/** A talk with a title, among others. */
const talk = (title: string) =>
  `talks:\n  - title: Before\n    date: 2020\n  - title: ${title}\n    date: 2024-06\n    place: Delft\n  - title: "After"\n    date: 2023\n`;

describe("a text that YAML does not take as one", () => {
  test.each<[string, string, string]>([
    ["a colon", "Deep sleep: a study", '"Deep sleep: a study"'],
    ["a colon at its end", "A study:", '"A study:"'],
    ["a colon, and a comment behind it", "A: b  # why", '"A: b"  # why'],
    ["an unclosed double quote", '"Hello', '"Hello"'],
    ["an unclosed single quote", "'Hello", "'Hello'"],
    ["a quoted word at its start", '"Hello" and more', `'"Hello" and more'`],
    ["an apostrophe within single quotes", "'don't'", `"don't"`],
    ["double quotes within double quotes", '"say "yes" now"', `'say "yes" now'`],
    ["a backslash in double quotes", String.raw`"C:\path"`, String.raw`'C:\path'`],
    ["an at sign", "@home", '"@home"'],
    ["a backtick", "`code`", '"`code`"'],
    ["a per cent sign", "%5 of all", '"%5 of all"'],
    ["an asterisk", "*Bold* move", '"*Bold* move"'],
    ["an ampersand", "& more", '"& more"'],
    ["an exclamation mark", "!important", '"!important"'],
    ["an ampersand and a letter", "&c. and more", '"&c. and more"'],
    ["a bracket", "[Re] Thinking", '"[Re] Thinking"'],
    ["a brace", "{n} things", '"{n} things"'],
    ["a dash", "- dash", '"- dash"'],
    ["more than", "> 5 years", '"> 5 years"'],
    ["a bar", "| bar", '"| bar"'],
    ["curly quotes around a colon", "“Deep: a study”", '"Deep: a study"'],
    ["a hash", "Symphony #9", '"Symphony #9"'],
    ["a hash at its start", "#MeToo now", '"#MeToo now"'],
    ["a hash in the middle", "A #1 hit of 1999", '"A #1 hit of 1999"'],
    ["a hash and an apostrophe", "Bach's #3", `"Bach's #3"`],
  ])("%s", (_name, title, quoted) => {
    expect(pastesOf(talk(title))).toEqual([`4    - title: ${quoted}`]);
  });

  test("over several lines that do not stand further in", () =>
    expect(pastesOf("talks:\n  - title: >\n    On sleep\n    and rest\n    date: 2024\n")).toEqual([
      "2    - title: >\n      On sleep\n      and rest",
    ]));

  test("in a list of lines", () =>
    expect(
      pastesOf("profile:\n  name: Ann Sample\n  interests:\n    - Sonata #2\n    - C#\n"),
    ).toEqual(['4      - "Sonata #2"']));

  test("between brackets", () => {
    expect(pastesOf("talks:\n  - { title: Deep: a study, date: 2024 }\n")).toEqual([
      '2    - { title: "Deep: a study", date: 2024 }',
    ]);
    expect(pastesOf("talks:\n  - { title: Symphony #9, date: 2024 }\n")).toEqual([
      '2    - { title: "Symphony #9", date: 2024 }',
    ]);
    expect(pastesOf("profile:\n  interests: [Symphony #9, Music]\n")).toEqual([
      '2    interests: ["Symphony #9", Music]',
    ]);
  });

  test("over several lines", () =>
    expect(pastesOf("profile:\n  summary: A text\n    about #MeToo\n  name: Ann\n")).toEqual([
      '2    summary: "A text about #MeToo"',
    ]));

  test("a comment is one by the space behind its #, or behind what is quoted", () => {
    expect(
      pastesOf('talks:\n  - title: A # why\n    place: "B" #todo\n    date: 2024 # when\n'),
    ).toEqual([]);
    expect(pastesOf("talks: # mine\n  # all\n  - title: |\n      a #b\n    date: 2024\n")).toEqual(
      [],
    );
    expect(pastesOf("media: [] #none\nprofile:\n  name: C#\n  place: a#b\n")).toEqual([]);
  });
});

describe("spaces", () => {
  test.each<[string, string, string[]]>([
    ["none after a colon", "profile:\n  name:Ann\n  emails: []\n", ["2    name: Ann"]],
    ["none after a dash", "talks:\n  -title: A\n   date: 2024\n", ["2   - title: A"]],
    ["a tab", "talks:\n  - title: A\n\tdate: 2024\n", ["3      date: 2024"]],
    ["tabs", "talks:\n\t- title: A\n\t  date: 2024\n", ["2    - title: A\n    date: 2024"]],
    ["no-break spaces", "profile:\n\u00a0\u00a0name: Ann\n", ["2    name: Ann"]],
    ["a no-break space after a colon", "profile:\n  name:\u00a0Ann\n", ["2    name: Ann"]],
    ["ideographic spaces", "profile:\n\u3000name: Ann\n", ["2   name: Ann"]],
    ["one too many", "talks:\n  - title: A\n     date: 2024\n", ["3      date: 2024"]],
    ["one too few", "talks:\n  - title: A\n   date: 2024\n", ["3      date: 2024"]],
    ["too few before a dash", "talks:\n  - title: A\n - title: B\n", ["3    - title: B"]],
    ["too few in a group", "profile:\n  name: Ann\n emails: []\n", ["3    emails: []"]],
  ])("%s", (_name, text, pastes) => expect(pastesOf(text)).toEqual(pastes));

  test("a no-break space within a text is the owner's", () =>
    expect(pastesOf("talks:\n  - title: A\u00a0b\n    place: |\n      \u00a0x\n")).toEqual([]));
});

describe("brackets, dashes, colons", () => {
  test.each<[string, string, string[]]>([
    ["an open bracket", "a:\n  b: [Ann, Bob\n  c: X\n", ["2    b: [Ann, Bob]"]],
    ["an open bracket and a comma", "a:\n  b: [Ann, Bob,\n  c: X\n", ["2    b: [Ann, Bob]"]],
    ["an open brace", "a:\n  - { b: c, d: e\nf: X\n", ["2    - { b: c, d: e }"]],
    ["a brace open in a bracket", "a: [{ b: c ]\nd: e\n", ["1  a: [{ b: c }]"]],
    ["one open over lines", "a: [\n  b,\n  c,\nd: e\n", ["1  a: [\n  b,\n  c]"]],
    ["both open", "a: [{ b: c\nd: e\n", ["1  a: [{ b: c }]"]],
    ["a bracket too many", "a: [Ann, Bob]]\nb: c\n", ["1  a: [Ann, Bob]"]],
    ["the wrong bracket", "a: { b: c ]\nd: e\n", ["1  a: { b: c }"]],
    ["a quote open between brackets", 'a: ["x, "y"]\nb: c\n', ['1  a: ["x", "y"]']],
    ["an entry without its dash", "a:\n  - b\n  c\nd: e\n", ["3    - c"]],
    [
      "a group without its dash",
      "a:\n  - b: c\n    d: e\n  b: f\n  d: g\n",
      ["4    - b: f\n    d: g"],
    ],
    [
      "the first group without its dash",
      "a:\n  b: c\n  d: e\n  - b: f\n",
      ["2    - b: c\n    d: e"],
    ],
    ["an equals sign", "profile:\n  name = Ann\n  emails: []\n", ["2    name: Ann"]],
    ["no colon", "profile:\n  name Ann\n  emails: []\n", ["2    name: Ann"]],
  ])("%s", (_name, text, pastes) => expect(pastesOf(text)).toEqual(pastes));

  test("several slips of a file are reported at once", () =>
    expect(pastesOf("talks:\n  - title: A: b\n    date: 2024\n  - title: @c\n")).toEqual([
      '2    - title: "A: b"',
      '4    - title: "@c"',
    ]));

  test("the file that is pasted into is read", () => {
    const text = talk('"Hello');
    const [slip] = parseContentFile("a.yaml", new TextEncoder().encode(text)).faults;
    const lines = text.split("\n");
    lines[(slip?.line ?? 0) - 1] = slip?.paste ?? "";
    expect(pastesOf(lines.join("\n"))).toEqual([]);
  });

  test("the line to paste stands below its fault, as it belongs into the file", () => {
    const [slip] = parseContentFile("a.yaml", new TextEncoder().encode(talk("Part #2"))).faults;
    expect(slip === undefined ? "" : formatFault(slip)).toMatch(
      /^a\.yaml:4:17 {2}the text is cut off here.*\. Write:\n {2}- title: "Part #2"$/,
    );
  });
});

describe("what came along from elsewhere", () => {
  test.each([
    ["a dash", "–"],
    ["a bullet", "•"],
    ["an asterisk", "*"],
  ])("%s in front of an entry", (_name, mark) =>
    expect(pastesOf(`talks:\n  ${mark} title: One\n    date: 2024\n`)).toEqual([
      "2    - title: One",
    ]),
  );

  test("fences of Markdown and comments of HTML", () => {
    expect(pastesOf("```yaml\nprofile:\n  name: Ann\n```\n")).toEqual(["1  ", "4  "]);
    expect(pastesOf("<!-- mine -->\nprofile:\n  name: Ann\n")).toEqual(["1  # mine"]);
  });

  test.each([
    ["a document of Word", "PK\u0003\u0004\u0014\u0000", "is a document of Word"],
    ["a document of an old Word", "\u00d0\u00cf\u0011\u00e0", "is a document of an old Word"],
    ["a PDF", "%PDF-1.7\n", "is a PDF"],
    ["UTF-16", "\u00ff\u00fep\u0000", "is text in UTF-16"],
    ["Windows-1252", "profile:\n  name: R\u00f6e\n", "is not UTF-8 (line 2)"],
  ])("%s is named as such", (_name, bytes, message) => {
    const { faults } = parseContentFile("a.yaml", Buffer.from(bytes, "latin1"));
    expect(faults.map((fault) => fault.message)).toEqual([expect.stringContaining(message)]);
  });
});

describe("another mark than a colon", () => {
  test.each<[string, string, string[]]>([
    ["a wide one in a whole file", "profile：\n  name： Ann\n", ["1  profile:", "2    name: Ann"]],
    ["an equals sign in a whole file", "talks =\n", ["1  talks:"]],
    ["a wide one in an entry", "talks:\n  - title：Tea\n    date: 2024\n", ["2    - title: Tea"]],
  ])("%s", (_name, text, pastes) => expect(pastesOf(text)).toEqual(pastes));
});
