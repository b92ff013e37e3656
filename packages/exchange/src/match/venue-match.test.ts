import { Venue } from "@triptych/schema";
import { describe, expect, test } from "vitest";
import type { FoundVenue } from "../found/finding.ts";
import { findVenue } from "./venue-match.ts";

type Stated = readonly [name: string, acronym?: string, kind?: Venue["kind"]];

const venueOf = ([name, acronym, kind = "journal"]: Stated): FoundVenue => ({
  name,
  kind,
  ...(acronym === undefined ? {} : { acronym }),
});

const find = (known: Stated, found: Stated) =>
  findVenue([Venue.parse({ id: "v", ...venueOf(known) })], venueOf(found));

const meeting = (name: string, acronym?: string): Stated => [name, acronym, "conference"];

describe("venues whose names differ in a word are two", () => {
  test.each<[Stated, Stated]>([
    [["International Journal of Kettles"], ["Journal of Kettles"]],
    [["Education for Kettles"], ["Education and Kettles"]],
    [["Annual Review of Kettles"], ["Review of Kettles"]],
    [["Advances in Kettle Science"], ["Kettle Science"]],
    [["IEEE Transactions on Kettles"], ["ACM Transactions on Kettles"]],
    [["Journal of Kettles A"], ["Journal of Kettles B"]],
    [["C++ Report"], ["C Report"]],
    [["ガラス"], ["カラス"]],
    [
      meeting("ACM Symposium on Kettle Computing", "SoKC"),
      meeting("IEEE International Conference on Kettle Computing", "KETTLE"),
    ],
    [meeting("Symposium on Kettle Theory"), meeting("Conference on Kettle Theory")],
    [
      meeting("International Conference on Computational Kettles", "ICCK"),
      meeting("International Conference on Conceptual Kettles", "ICCK"),
    ],
    [meeting("Second Language Kettle Forum"), meeting("Language Kettle Forum")],
    [meeting("Kettle Meeting", "KM"), ["Kettle Management", "KM", "journal"]],
  ])("%j and %j", (known, found) => {
    expect(find(known, found)).toBeUndefined();
    expect(find(found, known)).toBeUndefined();
  });
});

describe("harmless differences of spelling are none", () => {
  test.each<[Stated, Stated]>([
    [["The Journal of Kettles & Tea"], ["Journal of kettles and tea"]],
    [["Revista Española de Teteras"], ["Revista Espanola de Teteras"]],
    [["Kettles: Theory, Practice"], ["Kettles - Theory/Practice"]],
    [
      meeting("Proceedings of the 41st Conference on Kettles"),
      meeting("Conference on Kettles 2024", "COK"),
    ],
    [meeting("Kettle Conference", "KetCon"), meeting("KETCON")],
  ])("%j and %j", (known, found) => {
    expect(find(known, found)).toMatchObject({ isSure: true });
  });
});

test("a shared acronym joins two names of one series, as a guess", () => {
  const found = find(
    meeting("Conference on Neural Kettle Systems", "NeurKet"),
    meeting("Advances in Neural Kettle Systems", "NeurKet"),
  );
  expect(found).toMatchObject({ isSure: false });
});
