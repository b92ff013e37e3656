import { askArxiv } from "./arxiv.ts";
import { askCrossref } from "./crossref.ts";
import { askDblp } from "./dblp.ts";
import { askOpenAlex } from "./openalex.ts";
import { askOrcid } from "./orcid.ts";
import type { Ask } from "./question.ts";
import { askZotero } from "./zotero.ts";

/** In the order of trust: of two that say one fact differently, the first is believed. */
export const SOURCES = {
  crossref: askCrossref,
  dblp: askDblp,
  arxiv: askArxiv,
  orcid: askOrcid,
  zotero: askZotero,
  openalex: askOpenAlex,
} as const satisfies Record<string, Ask>;

export type Source = keyof typeof SOURCES;

export const isSource = (name: string): name is Source => Object.hasOwn(SOURCES, name);

export const listSources = (): Source[] => Object.keys(SOURCES).filter(isSource);
