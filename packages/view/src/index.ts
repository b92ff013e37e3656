// Rooms, each importing only from those before it: text, works, document, then site and digest.

export { abstractLead } from "./text/abstract-lead.ts";
export { isDrawn, writeRanges } from "./text/drawn.ts";
export { formatDate } from "./text/date.ts";
export { isolate, isolatesAround, isRightToLeft } from "@triptych/words/direction";
export { isolateTexts } from "./text/direction.ts";
export {
  groupSpans,
  isolatedText,
  plainText,
  type Span,
  type SpanRole,
  type SpanTarget,
} from "./text/span.ts";

export { equalContributionLegend, isLedByOwner, type OwnerPosition } from "./works/author-list.ts";
export {
  filePublications,
  type FiledPublications,
  newestPublications,
} from "./works/publication-order.ts";
export { publicationLinks } from "./works/publication-links.ts";
export {
  groupPublications,
  listedKind,
  type PublicationGroup,
  type PublicationGrouping,
} from "./works/publication-groups.ts";
export { type AppearanceView, composePublications, type Publication } from "./works/publication.ts";
export { relatedFinder } from "./works/related.ts";
export { selectedPublications } from "./works/selected.ts";
export { listTopics, type Topic } from "./works/topic.ts";

export { composeDocument, type CvDocument } from "./document/document.ts";
export type { Contact } from "./document/header/contact.ts";
export { composeHeader, type Header } from "./document/header/header.ts";
export { lastUpdatedDay } from "./document/header/last-updated.ts";
export { describeOmissions } from "./document/omission.ts";
export { composeRunningHead, type RunningHead } from "./document/running-head.ts";
export type { Entry, Group, Line, LineRole, Section } from "./document/sections/entry.ts";
export { documentRecord } from "./document/selection/document-record.ts";
export { publishedRecord } from "./document/selection/published-record.ts";
export { selectRecord } from "./document/selection/selected-record.ts";
export {
  fullVariant,
  listVariants,
  narrowVariant,
  pdfFileName,
} from "./document/selection/variant.ts";

export {
  type Chart,
  type ChartColumn,
  type ChartDot,
  composeChart,
  type DotMark,
} from "./site/chart.ts";
export {
  type Coauthor,
  type CoauthorGroup,
  coauthorsLead,
  composeCoauthors,
  groupCoauthors,
} from "./site/coauthors/coauthor.ts";
export { type Companion, companyComposer } from "./site/coauthors/companion.ts";
export {
  type CoauthorEdge,
  type CoauthorGraph,
  type CoauthorNode,
  composeCoauthorGraph,
} from "./site/coauthors/network.ts";
export { composeFacets, type FacetOption, type Facets } from "./site/facets.ts";
export { composeFeed, type Feed, type FeedEntry } from "./site/feed.ts";
export { recentItems } from "./site/recent/recent.ts";
export type { RecentItem, RecentPlace } from "./site/recent/recent-item.ts";
export {
  composeSchemaReference,
  type DefinitionReference,
  type FieldReference,
  type SchemaReference,
} from "./site/schema-reference.ts";
export { composeSectionPages, type SectionPage, type SectionPageId } from "./site/section-page.ts";
export { composeYearTable, type YearRow, type YearTable } from "./site/year-table.ts";

export { listAnnounceable, milestonesBefore } from "./digest/announceable.ts";
export { changesMarkdown, changesText } from "./digest/changes/changes-text.ts";
export type { Changes } from "./digest/changes/changes.ts";
export { compareRecords, composePeriod } from "./digest/changes/compare.ts";
export type { SectionChanges } from "./digest/changes/section-changes.ts";
export { composeEdition, composeExampleEdition, type Edition } from "./digest/edition.ts";
export { type EditionEvent, listEventKeys } from "./digest/event.ts";
export { listMilestones, type Milestone, type MilestoneKind } from "./digest/milestone.ts";
export type { EditionUpdate } from "./digest/news.ts";
export { type EditionOutline, outlineEdition, type OutlineItem } from "./digest/outline.ts";
export {
  frequencyOptions,
  listFrequencies,
  type Option,
  topicOptions,
} from "./digest/preference.ts";
export { digestOutlook, digestPromise } from "./digest/promise.ts";
