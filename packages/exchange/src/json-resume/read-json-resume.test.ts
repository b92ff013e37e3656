import { expect, test } from "vitest";
import { readJsonResume } from "./read-json-resume.ts";

test("reads what the format has a place for, and tells of the rest", () => {
  const resume = {
    basics: {
      name: "Ada Lovelace",
      email: "ada@example.org",
      phone: "1",
      label: "Engineer",
      image: "a.png",
      location: { address: "1 Hat Lane", postalCode: "H1", city: "Hatton", countryCode: "GB" },
      profiles: [
        { network: "GitHub", username: "ada" },
        { network: "Myspace", username: "ada" },
      ],
    },
    work: [
      { name: "Hat Works", position: "Engineer", startDate: "2022-06", summary: "Made hats" },
      { name: "Hat Works" },
    ],
    education: [
      {
        institution: "University of Hats",
        area: "Sums",
        studyType: "PhD",
        startDate: "2018-01-01",
        endDate: "2022-05",
      },
    ],
    publications: [
      {
        name: "Hats",
        publisher: "Journal of Hats",
        releaseDate: "2021-03",
        url: "https://doi.org/10.1000/hats",
      },
      {
        name: "Caps",
        publisher: "Journal of Hats",
        releaseDate: "2021",
        summary: "A study of caps.",
      },
      {
        name: "Gloves",
        publisher: "Journal of Hats",
        releaseDate: "2020",
        summary: "Charles Babbage, Ada Lovelace",
      },
    ],
    skills: [{ name: "Hats" }],
    projects: [{ name: "Side", description: "x" }],
    volunteer: [
      {
        organization: "Guild",
        position: "Teacher",
        startDate: "2020",
        endDate: "2021",
        highlights: ["Taught"],
      },
      { organization: "Guild", position: "Treasurer", startDate: "2020" },
    ],
    references: [{ name: "Charles Babbage", reference: "She counts." }],
    interests: [{ name: "Hats", keywords: ["felt", "straw"] }],
    badges: [{ name: "x" }],
  };
  const { read, found, remarks } = readJsonResume(JSON.stringify(resume, null, 2));
  expect(read).toBe(13);
  expect(found.map(({ kind, key }) => [kind, key])).toEqual([
    ["profile", "basics"],
    ["part", "work[0]"],
    ["part", "education[0]"],
    ["pointer", "publications[0]"],
    ["work", "publications[1]"],
    ["work", "publications[2]"],
    ["part", "skills[0]"],
    ["part", "volunteer[0]"],
    ["part", "volunteer[1]"],
    ["part", "references[0]"],
  ]);
  expect(found[0]).toMatchObject({
    value: { place: "Hatton, GB", phone: "1", interests: ["Hats: felt, straw"] },
  });
  expect(found[0]).not.toHaveProperty("value.headline");
  expect(found[1]).toMatchObject({
    line: 26,
    list: "positions",
    value: {
      title: "Engineer",
      institution: { name: "Hat Works" },
      period: { start: "2022-06", end: "present" },
      highlights: ["Made hats"],
    },
  });
  expect(found.slice(7)).toMatchObject([
    {
      list: "positions",
      value: {
        title: "Teacher",
        institution: { name: "Guild" },
        period: { start: "2020", end: "2021" },
        highlights: ["Taught"],
      },
    },
    {
      list: "memberships",
      value: { body: "Guild", role: "Treasurer", period: { start: "2020", end: "present" } },
    },
    { list: "references", value: { name: "Charles Babbage", statement: "She counts." } },
  ]);
  expect(remarks.map(({ kind, key, field }) => [kind, key, field])).toEqual([
    ["dropped", "basics", "profiles"],
    ["dropped", "basics", "image"],
    ["dropped", "basics", "location.postalCode"],
    ["dropped", "basics", "location.address"],
    ["guessed", "work[0]", "summary"],
    ["left-out", "work[1]", undefined],
    ["dropped", "publications[1]", "summary"],
    ["to-do", "publications[1]", "authors"],
    ["guessed", "publications[1]", "kind"],
    ["guessed", "publications[2]", "authors"],
    ["guessed", "publications[2]", "kind"],
    ["left-out", "projects[0]", undefined],
    ["guessed", "volunteer[0]", "position"],
    ["left-out", "badges[0]", undefined],
  ]);
});

const OWNER = "Exemplia Testwell";

test.each([
  [
    "Exemplia Testwell, Ann Li. Doctoral Consortium",
    [OWNER, "Ann Li"],
    { track: "Doctoral Consortium" },
  ],
  [
    "Exemplia Testwell, C. B. Lee. Under review at HatConf",
    [OWNER, "C. B. Lee"],
    { status: "under-review" },
  ],
  ["Ann St. John, Bob Lee Jr., Exemplia Testwell", ["Ann St. John", "Bob Lee Jr.", OWNER], {}],
  ["Exemplia Testwell. ECML 2022 journal track", [OWNER], { track: "ECML 2022 journal track" }],
])("finds the authors in the summary “%s”", (summary, names, said) => {
  const resume = {
    basics: { name: OWNER },
    publications: [{ name: "Hats", publisher: "HatConf (HC)", releaseDate: "2020", summary }],
  };
  const [work] = readJsonResume(JSON.stringify(resume)).found.filter(({ kind }) => kind === "work");
  expect(work).toMatchObject({ work: { authors: names.map((name) => ({ name })), forms: [said] } });
});

test("takes prose for no authors", () => {
  const resume = {
    basics: { name: OWNER },
    publications: [{ name: "Hats", summary: "Exemplia Testwell wrote it. Later, others did." }],
  };
  const { found, remarks } = readJsonResume(JSON.stringify(resume));
  expect(found.filter(({ kind }) => kind === "work")).toMatchObject([
    { work: { title: "Hats", authors: [{ name: OWNER }] } },
  ]);
  expect(remarks).toContainEqual(expect.objectContaining({ kind: "to-do", field: "authors" }));
});

test("whatever an entry has no place for is told", () => {
  const dates = { startDate: "2020", endDate: "2021" };
  const rest = { roles: ["x"], description: "y", highlights: ["z"] };
  const resume = {
    $schema: "s",
    meta: { version: "1" },
    coverLetter: "Dear all",
    basics: { name: OWNER },
    projects: [
      { name: "Advice", entity: "Bank", type: "consulting", ...dates, ...rest },
      { name: "Hats", entity: "Museum", type: "exhibition", ...dates, ...rest },
      { name: "Fund", entity: "Council", type: "grant", ...dates, ...rest, roles: ["pi", "x"] },
      { name: "App", type: "application", ...dates, ...rest },
    ],
    volunteer: [
      {
        organization: "J. Hats",
        position: "editor",
        ...dates,
        summary: "s",
        url: "https://example.org",
        highlights: ["z"],
      },
      {
        organization: "HatConf",
        position: "panel",
        ...dates,
        summary: "On hats",
        url: "https://example.org",
        highlights: ["z"],
      },
    ],
  };
  const { found, remarks } = readJsonResume(JSON.stringify(resume));
  expect(found.map((entry) => (entry.kind === "part" ? entry.list : entry.kind))).toEqual([
    "profile",
    "consulting",
    "exhibitions",
    "grants",
    "projects",
    "service",
    "organisation",
  ]);
  expect(remarks.map(({ kind, key, field }) => `${kind} ${key} ${field ?? ""}`)).toEqual([
    "dropped coverLetter coverLetter",
    "dropped projects[0] roles",
    "dropped projects[0] highlights",
    "dropped projects[1] description",
    "dropped projects[1] roles",
    "dropped projects[1] highlights",
    "dropped projects[2] description",
    "dropped projects[2] roles",
    "dropped projects[2] highlights",
    "dropped projects[3] type",
    "dropped volunteer[0] endDate",
    "dropped volunteer[0] summary",
    "dropped volunteer[0] url",
    "dropped volunteer[0] highlights",
    "dropped volunteer[1] endDate",
    "dropped volunteer[1] highlights",
  ]);
});
