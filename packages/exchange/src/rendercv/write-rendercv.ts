import type { Cv } from "@triptych/schema";
import { stringify } from "yaml";
import { listPublicationLosses } from "../json-resume/write-json-resume.ts";
import { countLoss, type Loss } from "../citation/loss.ts";
import { describeRenderCvHead, listHeadLosses } from "./rendercv-profile.ts";
import { describeSections } from "./rendercv-section.ts";

function listLosses(cv: Cv): Loss[] {
  const linked = [
    ...cv.awards,
    ...cv.grants,
    ...cv.talks,
    ...cv.courses,
    ...cv.tutorials,
    ...cv.organisation,
    ...cv.media,
    ...cv.exhibitions,
    ...cv.projects,
    ...cv.consulting,
    ...cv.certificates,
    ...cv.memberships,
  ];
  return [
    ...listHeadLosses(cv),
    ...countLoss("people", cv.people, () => true, "only the names printed with an entry are kept"),
    ...countLoss(
      "venues",
      cv.venues,
      () => true,
      "only names are kept, without ranks and addresses",
    ),
    ...countLoss(
      "period.end",
      [
        ...cv.education,
        ...cv.positions,
        ...cv.grants,
        ...cv.projects,
        ...cv.consulting,
        ...cv.exhibitions,
        ...cv.memberships,
        ...cv.mentees,
      ],
      ({ period }) => period.end === undefined,
      "an end that is not known reads as a day",
    ),
    ...countLoss("figures", cv.figures, () => true, "no section for reported figures"),
    ...countLoss("variants", cv.variants, () => true, "no selections"),
    ...countLoss("url", linked, ({ url }) => url !== undefined, "only publications have addresses"),
    ...countLoss(
      "grants.equivalent",
      cv.grants,
      ({ equivalent }) => equivalent !== undefined,
      "one amount only",
    ),
    ...countLoss(
      "awards.selectivity",
      cv.awards,
      ({ selectivity }) => selectivity !== undefined,
      "no field for it",
    ),
    ...countLoss(
      "certificates.expires",
      cv.certificates,
      ({ expires }) => expires !== undefined,
      "no field for the day it expires",
    ),
    ...countLoss(
      "references.statement",
      cv.references,
      ({ statement, url }) => (statement ?? url) !== undefined,
      "no field for statements and addresses",
    ),
    ...listPublicationLosses(cv),
  ];
}

/** The record as the `cv` part of a RenderCV 2 file, to which its owner adds a design. */
export function toRenderCv(cv: Cv): { text: string; losses: Loss[] } {
  const sections = describeSections(cv);
  const file = {
    cv: {
      ...describeRenderCvHead(cv),
      ...(Object.keys(sections).length === 0 ? {} : { sections }),
    },
  };
  return { text: stringify(file, { lineWidth: 0 }), losses: listLosses(cv) };
}
