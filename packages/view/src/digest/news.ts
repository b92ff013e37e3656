import type { Cv } from "@triptych/schema";
import type { Words } from "@triptych/words";
import { joinSpans, type Span, weaveSpans } from "../text/span.ts";
import type { Publication } from "../works/publication.ts";
import type { Milestone } from "./milestone.ts";

/** A known work to which something happened: `Accepted: ICML 2024`. */
export interface EditionUpdate {
  publication: Publication;
  news: Span[];
}

/** An acceptance reports its honours with it; they are not reported a second time. */
function withoutReportedHonours(milestones: readonly Milestone[]): Milestone[] {
  const accepted = milestones
    .filter((milestone) => milestone.kind === "accepted")
    .map((milestone) => milestone.appearance);
  return milestones.filter(
    (milestone) => milestone.kind !== "honoured" || !accepted.includes(milestone.appearance),
  );
}

/** What these milestones say of a known work. */
export function composeUpdate(
  publication: Publication,
  milestones: readonly Milestone[],
  cv: Cv,
  words: Words,
): EditionUpdate {
  const work = cv.publications.find((candidate) => candidate.id === publication.id);
  const parts = withoutReportedHonours(milestones).map((milestone): Span[] => {
    const index = milestone.appearance ?? 0;
    const short = publication.appearances[index]?.short ?? [];
    if (milestone.kind === "accepted") return weaveSpans(words.digest.nowAt({ venue: short }));
    const honours = (work?.appearances[index]?.honours ?? [])
      .filter((honour) => milestone.key.endsWith(`:${honour}`))
      .map((honour) => words.record.honours[honour])
      .join(", ");
    const venue = short.filter((span) => span.role === "venue");
    return weaveSpans(words.digest.honouredAt({ honours, venue }));
  });
  return { publication, news: joinSpans(parts, "; ") };
}
