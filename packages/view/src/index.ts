export { authorSpans, equalContributionLegend, nameSpan, type OwnerPosition, ownerPosition } from "./author-list.ts";
export { type Chart, type ChartColumn, type ChartDot, composeChart, type DotMark } from "./chart.ts";
export { digestPromise } from "./digest-promise.ts";
export { composeDocument, type CvDocument, FULL_VARIANT, listVariants } from "./document.ts";
export { composeEdition, type Edition, type EditionUpdate, milestonesBefore } from "./edition.ts";
export type { Entry, Group, Line, LineRole, Section } from "./entry.ts";
export { composeHeader, type Contact, type Header, lastUpdated } from "./header.ts";
export { listMilestones, type Milestone, type MilestoneKind } from "./milestone.ts";
export { earliestDay, formatDate, formatPeriod, latestDay } from "./partial-date-text.ts";
export {
  type AppearanceView,
  composePublications,
  type FiledPublications,
  filePublications,
  newestPublications,
  type Publication,
  PUBLICATION_GROUPS,
} from "./publication.ts";
export { recentItems, type RecentItem } from "./recent.ts";
export { joinSpans, plainText, type Span, type SpanRole, type SpanTarget } from "./span.ts";
export { HONOUR_NAMES, KIND_NAMES, LINK_NAMES, SECTION_TITLES } from "./wording.ts";
