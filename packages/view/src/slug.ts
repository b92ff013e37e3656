/** Turns text into an id that is unique among those it has given out. */
export type Slugger = (text: string) => string;

/** Small Latin letters, digits and hyphens; accents are dropped, other scripts too. At most 60 characters. */
export function slugify(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-");
  return plain.slice(0, 60).replaceAll(/^-+|-+$/g, "");
}

export function createSlugger(): Slugger {
  const given = new Map<string, number>();
  return (text) => {
    const base = slugify(text) || "entry";
    const count = (given.get(base) ?? 0) + 1;
    given.set(base, count);
    const id = count === 1 ? base : `${base}-${count}`;
    // A numbered id may be another text's own slug; taking it here keeps that one unique too.
    if (count > 1) given.set(id, (given.get(id) ?? 0) + 1);
    return id;
  };
}
