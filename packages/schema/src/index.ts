export { isAccepted } from "./acceptance.ts";
export { Award, Education, Grant, Position } from "./career.ts";
export {
  Course,
  MediaItem,
  Mentee,
  Organisation,
  Service,
  ServiceKind,
  Talk,
  Tutorial,
} from "./activity.ts";
export { crossCheck } from "./cross-check.ts";
export type { CrossFault } from "./cross-fault.ts";
export { Cv, type CvInput } from "./cv.ts";
export { Isbn } from "./isbn.ts";
export { cvJsonSchema } from "./json-schema.ts";
export { Institution } from "./institution.ts";
export { Money } from "./money.ts";
export { nearestWord } from "./nearest.ts";
export { comparePartialDates, PartialDate, Period } from "./partial-date.ts";
export { Person, PrintedName, printedForm } from "./person.ts";
export {
  Certificate,
  Consulting,
  Exhibition,
  Language,
  Membership,
  Project,
  Reference,
  SkillArea,
} from "./practice.ts";
export { listPrintedNames, type PlacedName } from "./printed-name.ts";
export { Profile, type ProfileSite } from "./profile.ts";
export { Measure, ReportedFigure } from "./reported-figure.ts";
export { createRoster, type Resolved, type Roster } from "./roster.ts";
export {
  readSchemaDefinitions,
  readSchemaParts,
  type SchemaNode,
  type SchemaProperty,
} from "./schema-node.ts";
export { SCHEMA_VERSION } from "./schema-version.ts";
export {
  isDatedSection,
  LIST_IDS,
  LISTS,
  type ListId,
  listsOfSection,
  SectionId,
  sectionOfList,
} from "./section.ts";
export { Variant, WorkSelection } from "./variant.ts";
export { Settings } from "./settings.ts";
export { Venue, type VenueKind } from "./venue.ts";
export { listMakers, type Makers } from "./makers.ts";
export { groupOfWork, orderWorks } from "./work-order.ts";
export {
  type AppearanceKind,
  type Container,
  hasBookEdition,
  isWholeBook,
  KIND_ORDER,
  type MakerRole,
  venueKindOf,
  WORK_GROUP_IDS,
  WORK_KINDS,
  type WorkGroupId,
  type WorkKindFacts,
} from "./work-kind.ts";
export { type CitationKind, nameOfKind, readKindNames, type ReadFormat } from "./work-kind-name.ts";
export { Appearance, type AppearanceStatus, type Honour, type LinkType, Work } from "./work.ts";
