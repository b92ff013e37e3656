import { Profile } from "@triptych/schema";
import { foldText } from "../text/plain-text.ts";
import { explainDifference, listDifferences } from "../match/difference.ts";
import type { DraftEntry } from "./draft.ts";
import type { PartOutcome } from "./merge-part.ts";
import { keepReported } from "./valid-part.ts";

const sortedWords = (name: string) => foldText(name).split(" ").toSorted().join(" ");

/** An address without what makes no other page of it. */
const foldUrl = (url: string) =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, "")
    .replace(/\/$/, "");

/**
 * The items that a file has and the record lacks, each once. `said` is what the record says
 * elsewhere.
 */
function listMissing<Item>(
  mine: readonly Item[],
  theirs: readonly Item[],
  fold: (item: Item) => string,
  said: readonly string[],
): Item[] {
  const seen = new Set([...said, ...mine.map(fold)]);
  return theirs.filter((item) => {
    const isNew = !seen.has(fold(item));
    seen.add(fold(item));
    return isNew;
  });
}

/**
 * What a file says beyond the lists of the profile. Printed forms of a name are the same to the
 * letter only.
 */
function listAdditions(
  profile: Profile,
  found: Profile,
): { key: "aliases" | "emails" | "links" | "interests"; items: readonly unknown[] }[] {
  const orcid = profile.orcid === undefined ? [] : [`orcid.org/${profile.orcid.toLowerCase()}`];
  return [
    {
      key: "aliases",
      items: listMissing(profile.aliases, found.aliases, (alias) => alias, [profile.name]),
    },
    {
      key: "emails",
      items: listMissing(profile.emails, found.emails, (email) => email.toLowerCase(), []),
    },
    {
      key: "links",
      items: listMissing(profile.links, found.links, ({ url }) => foldUrl(url), orcid),
    },
    { key: "interests", items: listMissing(profile.interests, found.interests, foldText, []) },
  ];
}

function fillProfile(entry: DraftEntry, found: Profile): string[] {
  const { profile } = entry.draft.cv;
  const added: string[] = [];
  for (const key of ["headline", "summary", "place", "phone", "orcid"] as const) {
    const [mine, theirs] = [profile[key], found[key]];
    if (theirs === undefined) continue;
    if (mine !== undefined) {
      for (const difference of listDifferences({ [key]: mine }, { [key]: theirs }))
        entry.remark("dropped", key, explainDifference(difference));
      continue;
    }
    entry.draft.set(["profile", key], theirs);
    Object.assign(profile, { [key]: theirs });
    added.push(key);
  }
  for (const { key, items } of listAdditions(profile, found)) {
    if (items.length === 0) continue;
    if (key === "emails" && profile.emails.length > 0) {
      entry.remark(
        "dropped",
        key,
        `${items.join(", ")}: the record has another address, and what it has is public`,
      );
      continue;
    }
    for (const [index, item] of items.entries())
      entry.draft.insert(["profile", key], profile[key].length + index, item);
    Object.assign(profile, { [key]: [...profile[key], ...items] });
    added.push(key);
  }
  return added;
}

/** Fills what the profile lacks. A file about somebody else says nothing about the owner. */
export function mergeProfile(entry: DraftEntry, input: Record<string, unknown>): PartOutcome {
  const { profile } = entry.draft.cv;
  const kept = keepReported(entry, Profile, {
    ...input,
    name: typeof input["name"] === "string" ? input["name"] : profile.name,
  });
  if (kept === undefined) return { kind: "left-out" };
  const forms = [profile.name, ...profile.aliases].map(sortedWords);
  if (!forms.includes(sortedWords(kept.value.name))) {
    entry.remark(
      "left-out",
      undefined,
      `it is about ${kept.value.name}, the record about ${profile.name}`,
    );
    return { kind: "left-out" };
  }
  const what = fillProfile(entry, kept.value);
  return what.length === 0 ? { kind: "unchanged" } : { kind: "merged", what };
}
