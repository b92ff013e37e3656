import type { MergePlan, SourcedReading, SourcedRemark } from "@triptych/exchange/import";
import type { Appearance, Cv, Work } from "@triptych/schema";
import { placeOf, titleOf } from "../import/offer.ts";

/** One thing that is told, about a work of the record where there is an id. */
export interface NewsItem {
  what: string;
  id?: string;
  url?: string;
  details: string[];
}

/** What sources say that the record did not, and what else its owner should look at. */
export interface News {
  added: NewsItem[];
  appeared: NewsItem[];
  changed: NewsItem[];
  retracted: NewsItem[];
  dead: NewsItem[];
  toDo: NewsItem[];
  leftOut: NewsItem[];
  otherwise: NewsItem[];
}

const URGENT = ["added", "appeared", "changed", "retracted", "dead", "toDo"] as const;

/** Whether anybody need hear of it: what was left out or says otherwise was so before. */
export const hasNews = (news: News): boolean => URGENT.some((name) => news[name].length > 0);

/** Where it came out, when, and under which DOI. */
function describeForm({ venue, date, doi }: Appearance, { venues }: Cv): string {
  const name = venues.find(({ id }) => id === venue)?.name ?? venue;
  return [name, date, doi].filter((part) => part !== undefined).join(", ");
}

function urlOf({ appearances }: Work): string | undefined {
  const [{ doi, arxiv } = {}] = appearances.filter((form) => form.doi ?? form.arxiv);
  if (doi !== undefined) return `https://doi.org/${doi}`;
  return arxiv === undefined ? undefined : `https://arxiv.org/abs/${arxiv}`;
}

function itemOf(work: Work, details: readonly string[]): NewsItem {
  const url = urlOf(work);
  return {
    what: work.title,
    id: work.id,
    ...(url === undefined ? {} : { url }),
    details: [...new Set(details)],
  };
}

/** Published forms of a work that it did not have before. */
function newForms(work: Work, before: Work): Appearance[] {
  const count = (appearances: readonly Appearance[], kind: string) =>
    appearances.filter((form) => form.kind === kind).length;
  return work.appearances.filter(
    ({ kind }) =>
      kind !== "preprint" && count(work.appearances, kind) > count(before.appearances, kind),
  );
}

/** What was read, as a plan would take it into a record. */
export interface NewsSource {
  before: Cv;
  plan: MergePlan;
  readings: readonly SourcedReading[];
  dead: readonly NewsItem[];
}

/** Remarks of a kind by the work they are about; those about no work of the record apart. */
function groupRemarks({ plan }: NewsSource, isWanted: (remark: SourcedRemark) => boolean) {
  const ids = new Map(plan.outcomes.map((outcome) => [placeOf(outcome), outcome.id]));
  const named = (reason: string) =>
    plan.cv.publications.find(({ appearances }) =>
      appearances.some(
        ({ doi }) => doi !== undefined && reason.toLowerCase().includes(doi.toLowerCase()),
      ),
    )?.id;
  return Map.groupBy(
    plan.remarks.filter(isWanted),
    (remark) => ids.get(placeOf(remark)) ?? named(remark.reason),
  );
}

const sayRemark = ({ file, field, reason }: SourcedRemark) =>
  `${file}: ${field === undefined ? "" : `${field}: `}${reason}`;

function itemsOf(source: NewsSource, isWanted: (remark: SourcedRemark) => boolean): NewsItem[] {
  const { publications } = source.plan.cv;
  const works = new Map(publications.map((work) => [work.id, work]));
  return [...groupRemarks(source, isWanted)].flatMap(([id, remarks]) => {
    const work = works.get(id ?? "");
    return work === undefined ? [] : [itemOf(work, remarks.map(sayRemark))];
  });
}

/** Each reason once, with the entries it is about. */
function listLeftOut({ plan }: NewsSource): NewsItem[] {
  const groups = Map.groupBy(
    plan.remarks.filter(({ kind }) => kind === "left-out"),
    sayRemark,
  );
  return [...groups].map(([what, remarks]) => ({ what, details: remarks.map(({ key }) => key) }));
}

/** Entries of other lists than works, and the profile, which are new or were completed. */
function listParts({ plan, readings }: NewsSource, wanted: "added" | "merged"): NewsItem[] {
  const works = new Set(plan.cv.publications.map(({ id }) => id));
  return plan.outcomes
    .filter(({ kind, id }) => kind === wanted && !works.has(id))
    .map((outcome) => ({
      what: titleOf(readings, outcome),
      details: [...(outcome.what ?? []), outcome.file],
    }));
}

export function collectNews(source: NewsSource): News {
  const { before, plan } = source;
  const known = new Map(before.publications.map((work) => [work.id, work]));
  const outcomes = Map.groupBy(plan.outcomes, ({ id }) => id);
  const isStatus = ({ kind, field }: SourcedRemark) => kind === "to-do" && field === "status";
  const overdue = groupRemarks(source, isStatus);
  const news: News = {
    added: [],
    appeared: [],
    changed: [],
    retracted: itemsOf(source, ({ kind }) => kind === "retracted"),
    dead: [...source.dead],
    toDo: itemsOf(source, (remark) => remark.kind === "to-do" && !isStatus(remark)),
    leftOut: listLeftOut(source),
    otherwise: itemsOf(
      source,
      ({ kind, reason }) => kind === "dropped" && reason.endsWith("stays"),
    ),
  };
  for (const work of plan.cv.publications) {
    const [old, found] = [known.get(work.id), outcomes.get(work.id) ?? []];
    const files = [...new Set(found.map(({ file }) => file))];
    const forms = old === undefined ? [] : newForms(work, old);
    const due = (overdue.get(work.id) ?? []).map(sayRemark);
    const facts = found.flatMap(({ what, file }) =>
      what === undefined || what.length === 0 ? [] : `${what.join(", ")} (${file})`,
    );
    if (old === undefined) news.added.push(itemOf(work, files));
    else if (forms.length > 0 || due.length > 0)
      news.appeared.push(
        itemOf(work, [...forms.map((form) => describeForm(form, plan.cv)), ...due]),
      );
    else if (facts.length > 0) news.changed.push(itemOf(work, facts));
  }
  news.added.push(...listParts(source, "added"));
  news.changed.push(...listParts(source, "merged"));
  return news;
}
