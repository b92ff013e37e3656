import type { AppearanceKind, AppearanceStatus, Honour, LinkType, Measure, ProfileSite, SectionId } from "@triptych/schema";

/** The one home of words that name values of the schema. */

export const SECTION_TITLES = {
  education: "Education",
  positions: "Professional experience",
  interests: "Research interests",
  awards: "Awards and honours",
  grants: "Grants",
  talks: "Invited talks",
  teaching: "Teaching and mentoring",
  service: "Service",
  organisation: "Organisation",
  media: "Media coverage",
  publications: "Publications",
} as const satisfies Record<SectionId, string>;

export const KIND_NAMES = {
  conference: "Conference paper",
  workshop: "Workshop paper",
  journal: "Journal article",
  preprint: "Preprint",
  thesis: "PhD thesis",
} as const satisfies Record<AppearanceKind, string>;

/** Titles of groups of works. */
export const KIND_TITLES = {
  conference: "Conference papers",
  workshop: "Workshop papers",
  journal: "Journal articles",
  preprint: "Preprints",
  thesis: "PhD thesis",
} as const satisfies Record<AppearanceKind, string>;

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
