import { asFinding, openNotebook, type Reading } from "../found/finding.ts";
import { openReading, readJson } from "../found/reading.ts";
import { lineOf } from "../found/resume-part.ts";
import { childOf, indexJsonLines, type Json, keysOf, listOf } from "../text/json-text.ts";
import { ACTIVITIES } from "./orcid-activity.ts";
import { readProfile } from "./orcid-profile.ts";
import { readWork } from "./orcid-work.ts";

/** Every object at the end of a path through lists, with the path. */
function walk(
  value: Json,
  steps: readonly string[],
  path: string,
): { entry: Json; path: string }[] {
  const [step, ...rest] = steps;
  if (step === undefined) return [{ entry: value, path }];
  return listOf(value, step).flatMap((child, index) =>
    walk(child, rest, `${path}.${step}.${index}`),
  );
}

const KNOWN = new Set([...Object.keys(ACTIVITIES), "works", "last-modified-date", "path"]);

/** How many entries an unknown list of a record holds. */
const countEntries = (activities: Json, name: string) =>
  ["affiliation-group", "group"].reduce(
    (count, step) => count + walk(childOf(activities, name), [step], name).length,
    0,
  );

function readRecord(record: Json, lineAt: (path: string) => number): Reading {
  const { reading, add } = openReading();
  if (childOf(record, "person") !== undefined)
    add({ key: "person", line: lineAt("person") }, (notebook) => ({
      kind: "profile",
      value: readProfile(record, notebook),
    }));
  const isWhole = childOf(record, "activities-summary") !== undefined;
  const activities = isWhole ? childOf(record, "activities-summary") : record;
  const lineOfEntry = (path: string) => lineAt(isWhole ? `activities-summary.${path}` : path);
  const originOf = (entry: Json, path: string) => ({
    key: lineOf(entry, "put-code") ?? path,
    line: lineOfEntry(path),
  });
  for (const [name, { groups, summary, read }] of Object.entries(ACTIVITIES))
    for (const { entry: outer, path } of walk(childOf(activities, name), groups, name)) {
      const entry = summary === undefined ? outer : childOf(outer, summary);
      const place = summary === undefined ? path : `${path}.${summary}`;
      add(originOf(entry, place), (notebook) => asFinding(read(entry, notebook)));
    }
  for (const { entry: group, path } of walk(childOf(activities, "works"), ["group"], "works")) {
    // The summaries of a group are one work from several sources; the first is the one its owner
    // prefers.
    const entry = childOf(group, "work-summary", 0);
    add(originOf(entry, `${path}.work-summary.0`), (notebook) => readWork(group, entry, notebook));
  }
  for (const name of keysOf(activities)) {
    const count = KNOWN.has(name) ? 0 : countEntries(activities, name);
    if (count > 0)
      openNotebook(reading.remarks, { key: name, line: lineOfEntry(name) }).leaveOut(
        `the record has no list for ${name} (${count})`,
      );
  }
  return reading;
}

/**
 * Reads a record of the ORCID API 3.0 (`application/json`). Never throws, whatever the text holds.
 */
export const readOrcid = (text: string): Reading =>
  readJson(text, (record) => {
    const lines = indexJsonLines(text);
    return readRecord(record, (path) => lines.get(path) ?? 0);
  });
