import type { Cv } from "../cv.ts";
import type { CrossFault } from "./cross-fault.ts";

/** DOIs know no case; versions of a preprint are one work. */
const identifiersOf = ({
  doi,
  arxiv,
}: {
  doi?: string | undefined;
  arxiv?: string | undefined;
}) => [
  ...(doi === undefined ? [] : [`DOI ${doi.toLowerCase()}`]),
  ...(arxiv === undefined ? [] : [`arXiv identifier ${arxiv.replace(/v\d+$/, "").toLowerCase()}`]),
];

/** A work that the record both has and refuses. */
export function checkRefused({ publications, refused }: Cv): CrossFault[] {
  const held = new Map(
    publications.flatMap(({ id, appearances }) =>
      appearances.flatMap(identifiersOf).map((identifier) => [identifier, id] as const),
    ),
  );
  return refused.flatMap((work, index): CrossFault[] => {
    const shared = identifiersOf(work).find((identifier) => held.has(identifier));
    if (shared === undefined) return [];
    return [
      {
        path: ["refused", index],
        message:
          `is refused, and ${held.get(shared) ?? ""} in publications has its ${shared}; ` +
          "remove one of the two",
      },
    ];
  });
}
