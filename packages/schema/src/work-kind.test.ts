import { expect, test } from "vitest";
import { AppearanceKind, KIND_ORDER, WORK_GROUP_IDS, WORK_KINDS } from "./work-kind.ts";
import { nameOfKind, readKindNames } from "./work-kind-name.ts";

test("every kind stands once in the order of lists, and every group has a kind", () => {
  expect(KIND_ORDER.toSorted()).toEqual(AppearanceKind.options.toSorted());
  const groups = new Set(Object.values(WORK_KINDS).map(({ group }) => group));
  expect([...groups].toSorted()).toEqual(WORK_GROUP_IDS.toSorted());
});

test("a kind has the name of BibTeX in BibLaTeX too where it has none of its own there", () => {
  expect(nameOfKind("biblatex", "journal")).toBe("article");
  expect(nameOfKind("biblatex", "thesis")).toBe("thesis");
  expect(nameOfKind("bibtex", "thesis")).toBe("phdthesis");
  expect(nameOfKind("schemaOrg", "workshop")).toBe("ScholarlyArticle");
  expect(nameOfKind("ris", "manuscript")).toBe("UNPB");
});

test("a name means what it means in its format", () => {
  expect(readKindNames("csl").get("article")).toBe("preprint");
  expect(readKindNames("bibtex").get("article")).toBe("journal");
  expect(readKindNames("bibtex").get("misc")).toBeUndefined();
});

test("a name that a format is read by is that of one kind", () => {
  const formats = ["bibtex", "csl", "endnote", "openalex", "orcid", "pubmed", "ris"] as const;
  for (const format of formats) expect(readKindNames(format).size).toBeGreaterThan(4);
});
