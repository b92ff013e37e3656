import type { Cv } from "@triptych/schema";

/** A topic of the record, and how many works have it. */
export interface Topic {
  name: string;
  works: number;
}

/** Upper and lower case make no difference between topics. */
const fold = (topic: string) => topic.normalize("NFKC").toLowerCase();

/** The topics the works name, the most frequent first; spelt as they are first. */
export function listTopics(cv: Cv): Topic[] {
  const topics = new Map<string, Topic>();
  for (const work of cv.publications) {
    const own = new Map(work.topics.map((name) => [fold(name), name]));
    for (const [key, name] of own) {
      const known = topics.get(key);
      topics.set(key, { name: known?.name ?? name, works: (known?.works ?? 0) + 1 });
    }
  }
  return [...topics.values()].sort((a, b) => b.works - a.works || (a.name < b.name ? -1 : 1));
}

/**
 * Whether a work is for someone who reads about these topics only. A work that names no topic is
 * for everybody: nobody should miss a paper because a field was left empty.
 */
export function isAbout(workTopics: readonly string[], wanted: readonly string[]): boolean {
  const own = new Set(workTopics.map(fold));
  return own.size === 0 || wanted.some((topic) => own.has(fold(topic)));
}
