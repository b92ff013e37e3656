import type {
  AppearanceKind,
  AppearanceStatus,
  Honour,
  LinkType,
  Measure,
  ProfileSite,
  SectionId,
} from "@triptych/schema";

/** The one home of words that name values of the schema. */

export const SECTION_TITLES = {
  education: "Education",
  positions: "Professional experience",
  projects: "Projects",
  consulting: "Consulting",
  interests: "Research interests",
  awards: "Awards and honours",
  grants: "Grants",
  certificates: "Licences and certificates",
  talks: "Invited talks",
  exhibitions: "Exhibitions",
  teaching: "Teaching and mentoring",
  service: "Service",
  organisation: "Organisation",
  memberships: "Memberships",
  media: "Media coverage",
  publications: "Publications",
  skills: "Skills",
  languages: "Languages",
  references: "References",
} as const satisfies Record<SectionId, string>;

/** Each kind of work, one and many; the only home of these words. */
const KIND_WORDS = {
  conference: ["Conference paper", "Conference papers"],
  workshop: ["Workshop paper", "Workshop papers"],
  journal: ["Journal article", "Journal articles"],
  preprint: ["Preprint", "Preprints"],
  thesis: ["PhD thesis", "PhD theses"],
  "master-thesis": ["Master’s thesis", "Master’s theses"],
  book: ["Book", "Books"],
  "edited-book": ["Edited book", "Edited books"],
  translation: ["Translation", "Translations"],
  chapter: ["Book chapter", "Book chapters"],
  review: ["Review", "Reviews"],
  report: ["Report", "Reports"],
  patent: ["Patent", "Patents"],
  dataset: ["Dataset", "Datasets"],
  software: ["Software", "Software"],
  poster: ["Poster", "Posters"],
  other: ["Other work", "Other works"],
} as const satisfies Record<AppearanceKind, readonly [one: string, many: string]>;

/** The kinds in the order in which lists and bars show them. */
export const KIND_ORDER: readonly AppearanceKind[] = [
  "book",
  "edited-book",
  "translation",
  "conference",
  "workshop",
  "journal",
  "chapter",
  "review",
  "preprint",
  "report",
  "patent",
  "dataset",
  "software",
  "poster",
  "thesis",
  "master-thesis",
  "other",
];

/** `Journal article`. */
export function kindName(kind: AppearanceKind): string {
  return KIND_WORDS[kind][0];
}

/** The title of so many works of a kind: `Journal articles`. */
export function kindTitle(kind: AppearanceKind, count: number): string {
  return KIND_WORDS[kind][count === 1 ? 0 : 1];
}

/**
 * `2 journal articles`, `1 PhD thesis`: inside a sentence only words that always have capitals keep
 * them.
 */
export function countKind(kind: AppearanceKind, count: number): string {
  const title = kindTitle(kind, count);
  const small = /^\p{Lu}\p{Ll}+(?!\p{L})/u.test(title)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;
  return `${count} ${small}`;
}

export const STATUS_NAMES = {
  published: "Published",
  accepted: "Accepted",
  "under-review": "Under review",
} as const satisfies Record<AppearanceStatus, string>;

export const HONOUR_NAMES = {
  "best-paper": "Best paper award",
  "best-paper-runner-up": "Best paper runner-up",
  "outstanding-paper": "Outstanding paper award",
  oral: "Oral",
  spotlight: "Spotlight",
} as const satisfies Record<Honour, string>;

export const LINK_NAMES = {
  paper: "Paper",
  preprint: "Preprint",
  code: "Code",
  data: "Data",
  slides: "Slides",
  poster: "Poster",
  video: "Video",
  project: "Project page",
  review: "Reviews",
} as const satisfies Record<LinkType, string>;

export const SITE_NAMES = {
  website: "Website",
  "google-scholar": "Google Scholar",
  orcid: "ORCID",
  dblp: "DBLP",
  openalex: "OpenAlex",
  "semantic-scholar": "Semantic Scholar",
  arxiv: "arXiv",
  openreview: "OpenReview",
  github: "GitHub",
  gitlab: "GitLab",
  linkedin: "LinkedIn",
  mastodon: "Mastodon",
  bluesky: "Bluesky",
  x: "X",
  youtube: "YouTube",
  huggingface: "Hugging Face",
} as const satisfies Record<ProfileSite, string>;

export const MEASURE_NAMES = {
  works: ["paper", "papers"],
  "core-a-star-papers": ["CORE A* conference paper", "CORE A* conference papers"],
  "core-a-papers": ["CORE A conference paper", "CORE A conference papers"],
  "journal-papers": ["journal paper", "journal papers"],
  "first-author-papers": ["first-author paper", "first-author papers"],
  "last-author-papers": ["last-author paper", "last-author papers"],
  citations: ["citation", "citations"],
  "h-index": ["h-index", "h-index"],
  "i10-index": ["i10-index", "i10-index"],
  "grants-total": ["in grants", "in grants"],
} as const satisfies Record<Measure, readonly [string, string]>;

/** `1st`, `2nd`, `37th`: editions of a venue. */
export function ordinal(value: number): string {
  const tens = value % 100;
  const suffix = tens > 10 && tens < 14 ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th");
  return `${value}${suffix}`;
}
