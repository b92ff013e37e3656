export { isAccepted } from "./work/acceptance.ts";
export { Award, Education, Grant, Position } from "./entry/career.ts";
export {
  Course,
  MediaItem,
  Mentee,
  Organisation,
  Service,
  ServiceKind,
  Talk,
  Tutorial,
} from "./entry/activity.ts";
export { crossCheck } from "./check/cross-check.ts";
export type { CrossFault } from "./check/cross-fault.ts";
export { Cv, type CvInput } from "./cv.ts";
export { Isbn } from "./value/isbn.ts";
export { cvJsonSchema } from "./json-schema/json-schema.ts";
export { Institution } from "./value/institution.ts";
export { Money } from "./value/money.ts";
export { nearestWord } from "./check/nearest.ts";
export { comparePartialDates, PartialDate, Period } from "./value/partial-date.ts";
export { Person, PrintedName, printedForm } from "./entry/person.ts";
export {
  Certificate,
  Consulting,
  Exhibition,
  Language,
  Membership,
  Project,
  Reference,
  SkillArea,
} from "./entry/practice.ts";
export { listPrintedNames, mapPrintedNames, type PlacedName } from "./people/printed-name.ts";
export { Profile, type ProfileSite } from "./entry/profile.ts";
export type { RefusedWork } from "./work/refused-work.ts";
export { Measure, ReportedFigure } from "./entry/reported-figure.ts";
export { createRoster, type Resolved, type Roster } from "./people/roster.ts";
export {
  readSchemaDefinitions,
  readSchemaParts,
  type SchemaNode,
  type SchemaProperty,
} from "./json-schema/schema-node.ts";
export { SCHEMA_VERSION } from "./schema-version.ts";
export {
  isDatedSection,
  LIST_IDS,
  LISTS,
  type ListId,
  SectionId,
  sectionOfList,
} from "./section.ts";
export { Variant, WorkSelection } from "./variant.ts";
export { Settings } from "./settings.ts";
export { basePath, SiteAddress } from "./value/site-address.ts";
export { Venue, type VenueKind } from "./entry/venue.ts";
export { listMakers, type Makers } from "./work/makers.ts";
export { groupOfWork, orderWorks } from "./work/work-order.ts";
export {
  type AppearanceKind,
  type Container,
  hasBookEdition,
  isWholeBook,
  KIND_ORDER,
  venueKindOf,
  WORK_GROUP_IDS,
  WORK_KINDS,
  type WorkGroupId,
} from "./work-kind.ts";
export { type CitationKind, nameOfKind, readKindNames } from "./work-kind-name.ts";
export { Appearance, type AppearanceStatus, type Honour, LinkType, Work } from "./work/work.ts";
