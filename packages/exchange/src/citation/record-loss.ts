import type { Cv, ListId, Period } from "@triptych/schema";
import { countEntries, countLosses, type Loss } from "./loss.ts";

type Entry = Cv[ListId][number];

export const listEntries = (cv: Cv, lists: readonly ListId[]): Entry[] =>
  lists.flatMap((list): readonly Entry[] => cv[list]);

/** The periods of the lists whose entries have one. */
export const listPeriods = (cv: Cv, lists: readonly ListId[]): Period[] =>
  listEntries(cv, lists).flatMap((entry) => ("period" in entry ? [entry.period] : []));

/** What every format of a whole record loses that knows names, dates and plain lines only. */
export const listPlainLosses = ({ people, venues, grants, certificates }: Cv): Loss[] => [
  ...countEntries("people", people, "only the names printed with an entry are kept"),
  ...countEntries("venues", venues, "only names are kept, without ranks and addresses"),
  ...countLosses(grants, [
    ["grants.equivalent", ({ equivalent }) => equivalent !== undefined, "one amount only"],
  ]),
  ...countLosses(certificates, [
    [
      "certificates.expires",
      ({ expires }) => expires !== undefined,
      "no field for the day it expires",
    ],
  ]),
];
