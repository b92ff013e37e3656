export { abstractLead } from "./abstract-lead.ts";
export { equalContributionLegend, type OwnerPosition } from "./author-list.ts";
export {
  type Chart,
  type ChartColumn,
  type ChartDot,
  composeChart,
  type DotMark,
} from "./chart.ts";
export {
  type Coauthor,
  type CoauthorGroup,
  coauthorsLead,
  type Companion,
  companyComposer,
  composeCoauthors,
  groupCoauthors,
} from "./coauthor.ts";
export {
  type CoauthorEdge,
  type CoauthorGraph,
  type CoauthorNode,
  composeCoauthorGraph,
} from "./coauthor-graph.ts";
export { type Changes, compareRecords, composePeriod, type SectionChanges } from "./changes.ts";
export { changesMarkdown, changesText } from "./changes-text.ts";
export { digestOutlook, digestPromise } from "./digest-promise.ts";
export {
  composeDocument,
  type CvDocument,
  FULL_VARIANT,
  listVariants,
  narrowVariant,
} from "./document.ts";
export {
  composeEdition,
  composeExampleEdition,
  type Edition,
  type EditionUpdate,
  listAnnounceable,
  milestonesBefore,
} from "./edition.ts";
export { type EditionEvent, listEventKeys } from "./edition-event.ts";
export { type EditionOutline, outlineEdition, type OutlineItem } from "./edition-outline.ts";
export type { Entry, Group, Line, LineRole, Section } from "./entry.ts";
export { formatDate } from "./partial-date-text.ts";
export { composeFacets, type FacetOption, type Facets, isFirstAuthored } from "./facets.ts";
export { composeFeed, type Feed, type FeedEntry } from "./feed.ts";
export { composeHeader, type Contact, type Header } from "./header.ts";
export { lastUpdatedDay } from "./last-updated.ts";
export { listMilestones, type Milestone, type MilestoneKind } from "./milestone.ts";
export { frequencyOptions, type Option, topicOptions } from "./preference-text.ts";
export {
  groupPublications,
  type PublicationGroup,
  type PublicationGrouping,
} from "./publication-groups.ts";
export {
  type AppearanceView,
  composePublications,
  type FiledPublications,
  filePublications,
  newestPublications,
  type Publication,
  publicationLinks,
} from "./publication.ts";
export { recentItems, type RecentItem, type RecentPlace } from "./recent.ts";
export { relatedFinder } from "./related.ts";
export {
  composeSchemaReference,
  type DefinitionReference,
  type FieldReference,
  type SchemaReference,
} from "./schema-reference.ts";
export { composeSectionPages, type SectionPage, type SectionPageId } from "./section-page.ts";
export { composeRunningHead, type RunningHead } from "./running-head.ts";
export { selectRecord } from "./selected-record.ts";
export { selectedPublications } from "./selected.ts";
export { describeOmissions } from "./omission.ts";
export { plainText, type Span, type SpanRole, type SpanTarget } from "./span.ts";
export { composeYearTable, type YearRow, type YearTable } from "./year-table.ts";
export { listTopics, type Topic } from "./topic.ts";
