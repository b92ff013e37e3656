/** Turns text into an id that is unique among those it has given out. */
export type Slugger = (text: string) => string;

/**
 * Small Latin letters, digits and hyphens; accents are dropped, other scripts too. At most 60
 * characters.
 */
export function slugify(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-");
  return plain.slice(0, 60).replaceAll(/^-+|-+$/g, "");
}

export function createSlugger(): Slugger {
  const given = new Set<string>();
  return (text) => {
    const base = slugify(text) || "entry";
    let id = base;
    // A numbered id may be another text's own slug, given out already.
    for (let count = 2; given.has(id); count += 1) id = `${base}-${count}`;
    given.add(id);
    return id;
  };
}
