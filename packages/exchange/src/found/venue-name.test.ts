import { expect, test } from "vitest";
import { readOrdinal, readVenueName } from "./venue-name.ts";

const NIPS = "Advances in Neural Information Processing Systems";
const ANNUAL = "Annual Conference on Neural Information Processing Systems";

test.each([
  [
    `${NIPS} 30: ${ANNUAL} 2017, December 4-9, 2017, Long Beach, CA, USA`,
    { name: ANNUAL, year: "2017", volume: "30", place: "Long Beach, CA, USA", acronym: undefined },
  ],
  [
    `${NIPS} 33: ${ANNUAL} 2020, NeurIPS 2020, December 6-12, 2020, virtual`,
    { name: ANNUAL, acronym: "NeurIPS", year: "2020", volume: "33", place: undefined },
  ],
  [`${NIPS} 30`, { name: NIPS, volume: "30" }],
  [`${NIPS}, volume 30`, { name: NIPS, volume: "30" }],
  [NIPS, { name: NIPS }],
  [
    "Proceedings of the 2014 Conference on Hats, HATS 2014, October 25-29, 2014, Doha, Qatar, A meeting of SIGHAT",
    { name: "Conference on Hats", acronym: "HATS", year: "2014", place: "Doha, Qatar" },
  ],
  [
    "3rd Conference on Hats, HATS 2014, Zurich, Switzerland, September 30 - October 2, 2014, Proceedings, Part I",
    { name: "Conference on Hats", acronym: "HATS", edition: 3, place: "Zurich, Switzerland" },
  ],
  [
    "Conference on Hats, September 6-12, 2014, Proceedings, Part I",
    { name: "Conference on Hats", year: "2014", place: undefined },
  ],
  [
    "Conference on Hats, May 2014",
    { name: "Conference on Hats", acronym: undefined, year: "2014" },
  ],
])("takes apart %s", (text, name) => expect(readVenueName(text)).toMatchObject(name));

test.each([
  ["3", 3],
  ["3.", 3],
  ["Third", 3],
  ["twenty-first edition", 21],
  ["2nd ed.", 2],
  ["ninth Dover printing, tenth GPO printing", undefined],
  ["2nd, revised edition", 2],
  ["2nd ed. 2018.", 2],
  ["Third World edition", undefined],
])("the edition of %s is a number alone", (text, number) =>
  expect(readOrdinal(text).number).toBe(number),
);
