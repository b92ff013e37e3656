import { Cv, type CvInput } from "@triptych/schema";
import { expect, test } from "vitest";
import { isOwnedBy, learnOwner, ownerOf } from "./owner.ts";

type Person = CvInput["profile"];
const [ONE, TWO] = ["0000-0002-1825-0097", "0000-0001-5109-3700"];
const record = (profile: Person) => Cv.parse({ profile });
const isSame = (before: Person, after: Person) => isOwnedBy(record(after), ownerOf(record(before)));

test.each<[string, Person, Person]>([
  ["an accent", { name: "Sara Kopczynska-Ibáñez" }, { name: "Sara Kopczyńska Ibáñez" }],
  ["case and points", { name: "JANE Q. EXAMPLE" }, { name: "Jane Q Example" }],
  ["an ORCID", { name: "Jane Example", orcid: ONE }, { name: "Jane Other", orcid: ONE }],
  [
    "an address",
    { name: "J", emails: ["Jane@x.example"] },
    { name: "K", emails: ["jane@x.example"] },
  ],
  ["a former name among the aliases", { name: "Jane A" }, { name: "Jane B", aliases: ["Jane A"] }],
  ["an ORCID that is new", { name: "Jane Example" }, { name: "Jane Example", orcid: ONE }],
  [
    "an ORCID that was corrected",
    { name: "Jane Example", orcid: ONE, emails: ["jane@x.example"] },
    { name: "Jane Example", orcid: TWO, emails: ["jane@x.example"] },
  ],
  ["a name of another script", { name: "김철수" }, { name: "김철수" }],
])("the same person: %s", (_what, before, after) => {
  expect(isSame(before, after)).toBe(true);
});

test.each<[string, Person, Person]>([
  ["another name", { name: "Jane Example" }, { name: "Joan Example" }],
  ["two of one name", { name: "Wei Li", orcid: ONE }, { name: "Wei Li", orcid: TWO }],
  [
    "an address of a group",
    { name: "A", orcid: ONE, emails: ["lab@x.example"] },
    { name: "B", orcid: TWO, emails: ["lab@x.example"] },
  ],
  ["another name of another script", { name: "김철수" }, { name: "김영희" }],
])("somebody else: %s", (_what, before, after) => {
  expect(isSame(before, after)).toBe(false);
});

test("what a later record leaves out stays known", () => {
  const known = ownerOf(record({ name: "A", orcid: ONE, emails: ["a@x.example"] }));
  expect(learnOwner(record({ name: "A" }), known)).toEqual(known);
});
