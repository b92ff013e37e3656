// Rooms, each importing only from those before it: text, works, document, then site and digest.

export { abstractLead } from "./text/abstract-lead.ts";
export { equalContributionLegend, type OwnerPosition } from "./works/author-list.ts";
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
  type Companion,
  companyComposer,
  composeCoauthors,
  groupCoauthors,
} from "./site/coauthor.ts";
export {
  type CoauthorEdge,
  type CoauthorGraph,
  type CoauthorNode,
  composeCoauthorGraph,
} from "./site/coauthor-graph.ts";
export {
  type Changes,
  compareRecords,
  composePeriod,
  type SectionChanges,
} from "./digest/changes.ts";
export { changesMarkdown, changesText } from "./digest/changes-text.ts";
export { digestOutlook, digestPromise } from "./digest/promise.ts";
export {
  composeDocument,
  type CvDocument,
  FULL_VARIANT,
  listVariants,
  pdfFileName,
  narrowVariant,
} from "./document/document.ts";
export {
  composeEdition,
  composeExampleEdition,
  type Edition,
  type EditionUpdate,
  listAnnounceable,
  milestonesBefore,
} from "./digest/edition.ts";
export { type EditionEvent, listEventKeys } from "./digest/event.ts";
export { type EditionOutline, outlineEdition, type OutlineItem } from "./digest/outline.ts";
export type { Entry, Group, Line, LineRole, Section } from "./document/entry.ts";
export { formatDate } from "./text/date.ts";
export { composeFacets, type FacetOption, type Facets, isFirstAuthored } from "./site/facets.ts";
export { composeFeed, type Feed, type FeedEntry } from "./site/feed.ts";
export { composeHeader, type Contact, type Header } from "./document/header.ts";
export { lastUpdatedDay } from "./document/last-updated.ts";
export { listMilestones, type Milestone, type MilestoneKind } from "./digest/milestone.ts";
export { frequencyOptions, type Option, topicOptions } from "./digest/preference.ts";
export {
  groupPublications,
  type PublicationGroup,
  type PublicationGrouping,
} from "./works/publication-groups.ts";
export {
  type AppearanceView,
  composePublications,
  type FiledPublications,
  filePublications,
  newestPublications,
  type Publication,
  publicationLinks,
} from "./works/publication.ts";
export { recentItems, type RecentItem, type RecentPlace } from "./site/recent.ts";
export { relatedFinder } from "./works/related.ts";
export {
  composeSchemaReference,
  type DefinitionReference,
  type FieldReference,
  type SchemaReference,
} from "./site/schema-reference.ts";
export { composeSectionPages, type SectionPage, type SectionPageId } from "./site/section-page.ts";
export { composeRunningHead, type RunningHead } from "./document/running-head.ts";
export { selectRecord } from "./document/selected-record.ts";
export { selectedPublications } from "./works/selected.ts";
export { describeOmissions } from "./document/omission.ts";
export { plainText, type Span, type SpanRole, type SpanTarget } from "./text/span.ts";
export { composeYearTable, type YearRow, type YearTable } from "./site/year-table.ts";
export { listTopics, type Topic } from "./works/topic.ts";
