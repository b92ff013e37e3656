import type { Cv } from "@triptych/schema";

const some = (items: readonly string[]) =>
  `${items.slice(0, 3).join(", ")}${items.length > 3 ? ` and ${items.length - 3} more` : ""}`;

function listProfileTodos({ profile, settings }: Cv): string[] {
  return [
    ...(profile.emails.length === 0 ? ["profile.emails: how to reach you"] : []),
    ...(profile.orcid === undefined ? ["profile.orcid: your ORCID iD"] : []),
    ...(profile.interests.length === 0 ? ["profile.interests: what you work on"] : []),
    ...(profile.links.length === 0 ? ["profile.links: your pages elsewhere"] : []),
    ...(settings.url === undefined ? ["settings.url: the address your site will have"] : []),
  ];
}

function listWorkTodos({ publications }: Cv): string[] {
  const lacking = (what: string, isLacking: (work: Cv["publications"][number]) => boolean) => {
    const ids = publications.filter(isLacking).map(({ id }) => id);
    return ids.length === 0 ? [] : [`${what}: ${some(ids)}`];
  };
  return [
    ...lacking("works without a date", ({ appearances }) => appearances[0]?.date === undefined),
    ...lacking("works with no way to read them (doi, arxiv or links)", ({ appearances }) =>
      appearances.every(
        ({ doi, arxiv, links }) => doi === undefined && arxiv === undefined && links.length === 0,
      ),
    ),
    ...lacking("works without an abstract", ({ abstract }) => abstract === undefined),
  ];
}

/** What the owner of a young record should complete, the most visible first. */
export function listTodos(cv: Cv): string[] {
  const lists = ["positions", "education", "publications"] as const;
  return [
    ...(cv.profile.name === PLACEHOLDER
      ? ["profile.name: your name, which stands as a placeholder"]
      : []),
    ...listProfileTodos(cv),
    ...lists.flatMap((list) => (cv[list].length === 0 ? [`${list}: none yet`] : [])),
    ...listWorkTodos(cv),
  ];
}

/** Stands for a name that nobody has given. */
export const PLACEHOLDER = "Your Name";
