import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { formatFault } from "./fault.ts";
import { loadCv } from "./load-cv.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-content-"));
});
afterEach(() => rm(folder, { recursive: true }));

/**
 * The faults of a folder that holds these files, as they are printed, without the folder and without
 * the lines to paste.
 */
async function faultsOf(files: Record<string, string | Uint8Array>): Promise<string[]> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const result = await loadCv(folder);
  if (result.kind === "valid") return [];
  return result.faults.map((fault) =>
    formatFault({
      ...fault,
      paste: undefined,
      file: fault.file.replace(/^.*triptych-content-[^/\\]+[/\\]?/, "") || "(folder)",
    }),
  );
}

const PROFILE = "profile: { name: Ada Example }\n";
const faultsBeside = (text: string | Uint8Array) =>
  faultsOf({ "profile.yaml": PROFILE, "part.yaml": text });

describe("the folder", () => {
  test("missing", async () => {
    await rm(folder, { recursive: true });
    expect(await faultsOf({})).toEqual(["(folder)  does not exist"]);
    await mkdir(folder);
  });

  test("a file instead of a folder", async () => {
    const file = join(folder, "cv.yaml");
    await writeFile(file, PROFILE);
    expect(await loadCv(file)).toMatchObject({
      kind: "faulty",
      faults: [{ message: "is not a folder; name a folder with content files" }],
    });
  });

  test("empty, or without content files", async () => {
    const empty =
      "(folder)  holds no content files; it needs at least one .yaml file with profile: and a name";
    expect(await faultsOf({})).toEqual([empty]);
    expect(
      await faultsOf({
        "README.md": "# Hello",
        "cv.json": "{}",
        ".hidden.yaml": PROFILE,
        "profile.yaml~": PROFILE,
      }),
    ).toEqual([empty]);
  });

  test("a folder that is called like a file hides only itself", async () => {
    await mkdir(join(folder, "talks.yaml"));
    expect(await faultsOf({ "profile.yaml": "profile: { nam: Ada }\n" })).toEqual([
      "profile.yaml:1:12  profile.nam  is not a known key; did you mean name?",
      "talks.yaml  is a folder; content files do not lie in folders of their own",
    ]);
  });

  // The administrator may read every file, and Windows has no such rights.
  test.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
    "a file without permission",
    async () => {
      await writeFile(join(folder, "talks.yaml"), "talks: []\n");
      await chmod(join(folder, "talks.yaml"), 0);
      expect(await faultsOf({ "profile.yaml": PROFILE })).toEqual([
        "talks.yaml  cannot be read: permission denied",
      ]);
    },
  );

  test("without a profile", async () => {
    expect(await faultsOf({ "talks.yml": "talks: []\n" })).toEqual([
      "(folder)  profile  is required; it must be a group of keys",
    ]);
    expect(await faultsOf({ "talks.yml": "profile:\n" })).toEqual([
      "talks.yml:1:1  profile  is required; it must be a group of keys",
    ]);
  });
});

describe("YAML", () => {
  test.each<[string, string | Uint8Array, string[]]>([
    [
      "a bracket that is not closed",
      "talks: [\n  { date: 2024 }\n",
      ["part.yaml:1:8  opens a bracket that is not closed; put ] where it ends"],
    ],
    [
      "a tab as indentation",
      "talks:\n\t- date: 2024\n",
      ["part.yaml:2:1  has a tab before its text; write spaces"],
    ],
    [
      "several documents",
      "talks: []\n---\nmedia: []\n",
      ["part.yaml:2:1  holds several documents; remove the line --- between them"],
    ],
    [
      "a list at the top",
      "- a\n",
      ["part.yaml  must hold keys of the record, such as profile: or publications:"],
    ],
    [
      "a text at the top",
      "hello\n",
      ["part.yaml  must hold keys of the record, such as profile: or publications:"],
    ],
    [
      "an alias without an anchor",
      "talks: *all\n",
      [
        "part.yaml:1:8  *all points at an anchor &all that is not above it; a text that begins with * stands in quotes",
      ],
    ],
    [
      "a tag",
      "media: !!set []\nawards: !mine []\n",
      [
        "part.yaml:1:8  has a tag (!…) that means nothing here; write the plain value",
        "part.yaml:2:9  has a tag (!…) that means nothing here; write the plain value",
      ],
    ],
    [
      "bytes that are not UTF-8",
      Uint8Array.from([0x6d, 0x3a, 0x20, 0xff]),
      ["part.yaml  is not UTF-8 (line 1); save it in that encoding"],
    ],
    [
      "UTF-16",
      new Uint8Array(Uint16Array.from([0xfeff, 0x61, 0x3a]).buffer),
      ["part.yaml  is text in UTF-16; save it as plain text, in UTF-8"],
    ],
    [
      "a key twice",
      "media: []\nsettings:\n  url: https://example.org\n  url: https://example.com\n",
      ["part.yaml:4:3  settings.url  is written twice; the first one is on line 3"],
    ],
    [
      "a key twice at the top",
      "media: []\nmedia: []\n",
      ["part.yaml:2:1  media  is written twice; the first one is on line 1"],
    ],
    [
      "a merge key",
      "settings: { <<: { url: https://example.org } }\n",
      [
        "part.yaml:1:13  settings.<<  is not a known key; known are url, selected, referencesOnRequest, digest",
      ],
    ],
  ])("%s", async (_name, text, faults) => {
    expect(await faultsBeside(text)).toEqual(faults);
  });

  test("nesting without end", async () => {
    expect(await faultsBeside(`talks: ${"[".repeat(20_000)}${"]".repeat(20_000)}\n`)).toEqual([
      expect.stringMatching(/^part\.yaml.* {2}is nested too deeply to be read$/),
    ]);
  });

  test("of many faults that follow from one, the one is reported", async () => {
    expect(await faultsBeside("talks: ".concat("[".repeat(100)))).toHaveLength(1);
  });

  test("aliases that grow without bound", async () => {
    const bomb = [
      "a: &a [x, x, x, x, x, x, x, x, x]",
      ..."bcdefgh".split("").map(
        (letter, index) =>
          `${letter}: &${letter} [${Array(9)
            .fill(`*${"abcdefg"[index] ?? ""}`)
            .join(", ")}]`,
      ),
    ];
    expect(await faultsBeside(`${bomb.join("\n")}\n`)).toEqual([
      "part.yaml  has too many aliases (*name); write the values out",
    ]);
  });

  test("a broken file hides what it may hold, and nothing else", async () => {
    const publications = `publications:
  - { id: one, title: One, authors: [Ada Example, { name: G, person: grace }], appearances: [{ kind: conference, venue: icex }] }
  - { id: one, title: Two, authors: [Ada Example], appearances: [{ kind: preprnt }] }
`;
    expect(
      await faultsOf({
        "profile.yaml": PROFILE,
        "venues.yaml": "venues: [",
        "publications.yaml": publications,
      }),
    ).toEqual([
      "publications.yaml:3:74  publications[1].appearances[0].kind  must be one of conference, workshop, journal, preprint, thesis, master-thesis, book, edited-book, translation, chapter, review, report, patent, dataset, software, poster, other; did you mean preprint?",
      "venues.yaml:1:9  opens a [ that is not closed; put ] where it ends",
    ]);
  });
});

describe("the record", () => {
  test("a part in two files", async () => {
    expect(
      await faultsOf({ "a.yaml": `${PROFILE}talks: []\n`, "b.yaml": "media: []\ntalks: []\n" }),
    ).toEqual([
      expect.stringMatching(
        /^b\.yaml:2:1 {2}talks {2}also stands in .*a\.yaml; put all of it in one file$/,
      ),
    ]);
  });

  test.each<[string, string, string[]]>([
    [
      "an unknown part",
      "publicatons: []\n",
      ["part.yaml:1:1  publicatons  is not a known key; did you mean publications?"],
    ],
    [
      "an unknown key in a list",
      "talks:\n  - title: T\n    date: 2024\n    organizers: [Grace]\n",
      ["part.yaml:4:5  talks[0].organizers  is not a known key; did you mean organisers?"],
    ],
    [
      "an unknown key far from all others",
      "media:\n  - { title: T, outlet: O, date: 2024, zzz: 1 }\n",
      ["part.yaml:2:40  media[0].zzz  is not a known key; known are title, outlet, date, url"],
    ],
    [
      "an unknown key in one form of a name",
      "talks: [{ title: T, date: 2024, organisers: [{ name: G, titel: Dr. }] }]\n",
      ["part.yaml:1:57  talks[0].organisers[0].titel  is not a known key; did you mean title?"],
    ],
    [
      "a missing key",
      "media:\n  - title: T\n    date: 2024\n",
      ["part.yaml:2:5  media[0].outlet  is required; it must be text"],
    ],
    [
      "a missing choice",
      "organisation: [{ event: E, date: 2024 }]\n",
      [
        "part.yaml:1:16  organisation[0].kind  is required; it must be one of conference, competition, tutorial, meetup, panel",
      ],
    ],
    [
      "a key without a value",
      "media:\n  - title:\n    outlet: O\n    date: 2024\n",
      ["part.yaml:2:5  media[0].title  is empty; write text or remove the key"],
    ],
    ["text where a list belongs", "talks: soon\n", ["part.yaml:1:8  talks  must be a list"]],
    [
      "a group where text belongs",
      "media: [{ title: { en: T }, outlet: O, date: 2024 }]\n",
      ["part.yaml:1:18  media[0].title  must be text"],
    ],
    [
      "text where a number belongs",
      "awards: [{ title: T, date: 2024, selectivity: 8% }]\n",
      ["part.yaml:1:47  awards[0].selectivity  must be a number"],
    ],
    [
      "a number out of range",
      "awards: [{ title: T, date: 2024, selectivity: 108 }, { title: T, date: 2024, selectivity: 0 }]\n",
      [
        "part.yaml:1:47  awards[0].selectivity  must be at most 100",
        "part.yaml:1:91  awards[1].selectivity  must be more than 0",
      ],
    ],
    [
      "a broken number",
      "tutorials: [{ title: T, event: E, date: 2024, roles: [presenter], minutes: 7.5 }]\n",
      ["part.yaml:1:76  tutorials[0].minutes  must be a whole number"],
    ],
    [
      "text where yes or no belongs",
      "grants: [{ title: T, funders: [F], amount: { value: 1, currency: EUR }, period: { start: 2024 }, role: pi, declined: yes }]\n",
      ["part.yaml:1:118  grants[0].declined  must be true or false"],
    ],
    [
      "a wrong date",
      "media: [{ title: T, outlet: O, date: Jun 2024 }]\n",
      [
        "part.yaml:1:38  media[0].date  must be a year, a month or a day, written 2024, 2024-06 or 2024-06-12",
      ],
    ],
    [
      "a day that does not exist",
      "media: [{ title: T, outlet: O, date: 2023-02-29 }]\n",
      ["part.yaml:1:38  media[0].date  is not a day of the calendar"],
    ],
    [
      "a number that is no year",
      "media: [{ title: T, outlet: O, date: 20240 }]\n",
      [
        "part.yaml:1:38  media[0].date  must be a year, a month or a day, written 2024, 2024-06 or 2024-06-12",
      ],
    ],
    [
      "a wrong address",
      "media: [{ title: T, outlet: O, date: 2024, url: example.org }]\n",
      [
        "part.yaml:1:49  media[0].url  must be a full web address that begins with https:// or http://",
      ],
    ],
    [
      "a dangerous address",
      'media: [{ title: T, outlet: O, date: 2024, url: "javascript:alert(1)" }]\n',
      [
        "part.yaml:1:49  media[0].url  must be a full web address that begins with https:// or http://",
      ],
    ],
    [
      "an empty list that must not be",
      "tutorials: [{ title: T, event: E, date: 2024, roles: [] }]\n",
      ["part.yaml:1:54  tutorials[0].roles  needs at least one role"],
    ],
    [
      "a misspelt choice",
      "service: [{ year: 2024, kind: area chair, venues: [V] }]\n",
      [
        "part.yaml:1:31  service[0].kind  must be one of area-chair, programme-committee, conference-reviewer, journal-reviewer, book-reviewer, grant-reviewer, editor, examiner, committee; did you mean area-chair?",
      ],
    ],
    [
      "a schedule",
      "settings: { digest: { schedule: daily, timeZone: London } }\n",
      [
        "part.yaml:1:33  settings.digest.schedule  must be weekly, monthly, quarterly or five cron fields",
        "part.yaml:1:50  settings.digest.timeZone  is not a time zone; write one such as Europe/Amsterdam",
      ],
    ],
    [
      "a line break in a text",
      'media: [{ title: "T\\nU", outlet: O, date: 2024 }]\n',
      [
        "part.yaml:1:18  media[0].title  holds a line break or control character; write it on one line",
      ],
    ],
    [
      "a period that ends before it starts",
      "mentees: [{ names: [G], level: phd, institution: I, period: { start: 2024-05, end: 2024-04 } }]\n",
      ["part.yaml:1:61  mentees[0].period  ends (2024-04) before it starts (2024-05)"],
    ],
    [
      "an id twice",
      "venues:\n  - { id: icex, name: A, kind: journal }\n  - { id: icex, name: B, kind: journal }\n",
      ['part.yaml:3:11  venues[1].id  "icex" is used twice; an id stands for one thing only'],
    ],
    [
      "a fault in a part that an alias repeats",
      "awards:\n  - &one { title: T, date: soon }\n  - *one\n",
      [
        "part.yaml:2:28  awards[0].date  must be a year, a month or a day, written 2024, 2024-06 or 2024-06-12",
        "part.yaml:2:28  awards[1].date  must be a year, a month or a day, written 2024, 2024-06 or 2024-06-12",
      ],
    ],
    [
      "a key of JavaScript",
      "__proto__: { name: x }\nconstructor: 1\n",
      [
        "part.yaml:1:1  __proto__  is not a known key; known are",
        "part.yaml:2:1  constructor  is not a known key; known are",
      ],
    ],
  ])("%s", async (_name, text, faults) => {
    expect(
      (await faultsBeside(text)).map((fault) => fault.replace(/ profile, education.*$/, "")),
    ).toEqual(faults);
  });

  test("faults between sound entries are found beside broken ones, at their own place", async () => {
    const text = `publications:
  - { id: One, title: T, authors: [Ada Example], appearances: [{ kind: preprint }] }
  - { id: two, title: T, authors: [Grace Sample], appearances: [{ kind: conference, venue: icxe }] }
variants:
  - { id: v, title: V, works: { ids: [one] } }
venues:
  - { id: icex, name: V, kind: conference }
`;
    expect(await faultsBeside(text)).toEqual([
      "part.yaml:2:11  publications[0].id  must be small letters and digits joined by single hyphens, for example more-convnets",
      "part.yaml:3:35  publications[1].authors  Ada Example is not among the authors; write the name as in the profile, or add the printed form to profile.aliases",
      'part.yaml:3:92  publications[1].appearances[0].venue  "icxe" is not an id in venues; did you mean icex?',
    ]);
  });

  test("a broken profile does not hide the rest, and nobody is missed among the authors for it", async () => {
    const text =
      "publications:\n  - { id: one, title: T, authors: [Grace Sample], appearances: [{ kind: conference, venue: icex }] }\n";
    expect(
      await faultsOf({
        "profile.yaml": "profile: { name: Ada, emails: [ada] }\n",
        "part.yaml": text,
      }),
    ).toEqual([
      'part.yaml:2:92  publications[0].appearances[0].venue  "icex" is not an id in venues',
      "profile.yaml:1:32  profile.emails[0]  must be an e-mail address such as name@example.org",
    ]);
  });
});
