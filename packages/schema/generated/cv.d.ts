// Generated from packages/schema/src by `pnpm generate`. Do not edit.

/**
 * A year, month or day: 2024, 2024-06 or 2024-06-12.
 */
export type PartialDate = string;
/**
 * A year, month or day, or `present` for what goes on. Leave the end out where it is not known.
 */
export type PeriodEnd = string;
/**
 * A name as printed; people are found by their names and aliases.
 */
export type PrintedName =
  | string
  | {
      /**
       * The name as printed.
       */
      name: string;
      /**
       * Title before the name, such as Prof. Dr.
       */
      title?: string;
      /**
       * Id in `people`, needed only where two people share a printed name.
       */
      person?: string;
    };

/**
 * One person’s record, from which the site, the PDF and the digest are made.
 */
export interface Cv {
  profile: Profile;
  /**
   * A list. Each entry: A degree.
   */
  education?: Education[];
  /**
   * A list. Each entry: A post held.
   */
  positions?: Position[];
  /**
   * A list. Each entry: An award, prize, scholarship or other honour of the person.
   */
  awards?: Award[];
  /**
   * A list. Each entry: Money granted for research.
   */
  grants?: Grant[];
  /**
   * A list. Each entry: An invited talk. It needs a title, a series or a host.
   */
  talks?: Talk[];
  /**
   * A list. Each entry: A course taught.
   */
  courses?: Course[];
  /**
   * A list. Each entry: A tutorial given. Those one (co-)organised are also listed under organisation.
   */
  tutorials?: Tutorial[];
  /**
   * A list. Each entry: Students mentored; several names where they were mentored together.
   */
  mentees?: Mentee[];
  /**
   * A list. Each entry: Reviewing, chairing and other service in one year.
   */
  service?: Service[];
  /**
   * A list. Each entry: An event organised, or a panel sat on.
   */
  organisation?: Organisation[];
  /**
   * A list. Each entry: Coverage in the press or on an institution's news page.
   */
  media?: MediaItem[];
  /**
   * A list. Each entry: An exhibition in which the owner showed work, or which the owner curated.
   */
  exhibitions?: Exhibition[];
  /**
   * A list. Each entry: A project worked on: a product, a building, open source, an edition.
   */
  projects?: Project[];
  /**
   * A list. Each entry: Advice or an expert opinion given to a company or a public body.
   */
  consulting?: Consulting[];
  /**
   * A list. Each entry: A licence or certificate.
   */
  certificates?: Certificate[];
  /**
   * A list. Each entry: Membership of a learned or professional body.
   */
  memberships?: Membership[];
  /**
   * A list. Each entry: Skills of one area.
   */
  skills?: SkillArea[];
  /**
   * A list. Each entry: A language the owner speaks or reads.
   */
  languages?: Language[];
  /**
   * A list. Each entry: Someone who can be asked about the owner. Whatever stands here is public.
   */
  references?: Reference[];
  /**
   * Publications: papers, books, software and all else that came out.
   */
  publications?: Work[];
  /**
   * People who occur under more than one name, or who need a link.
   */
  people?: Person[];
  /**
   * Journals, conferences and other places where works appear.
   */
  venues?: Venue[];
  /**
   * Works that services take for yours and that are not; never published.
   */
  refused?: RefusedWork[];
  /**
   * Figures as others reported them, such as an h-index.
   */
  figures?: ReportedFigure[];
  /**
   * Documents that show a part of the record, such as a short CV.
   */
  variants?: Variant[];
  /**
   * How the record is published.
   */
  settings?: Settings;
  /**
   * Version of the schema the files are written for. `cv migrate` brings older files to it.
   */
  schemaVersion?: 2;
}
/**
 * Who the CV is about and how to reach them.
 */
export interface Profile {
  /**
   * Stable name of the owner in this record.
   */
  id?: string;
  /**
   * The owner's name in its full, usual form.
   */
  name: string;
  /**
   * Other forms in which the owner's name is printed. They serve to recognise the owner among authors and are never published; names of authors are published as they stand.
   */
  aliases?: string[];
  /**
   * Family name, where the last word of the name is not it.
   */
  family?: string;
  /**
   * What you are in a few words, such as Editor and translator. It stands before current positions.
   */
  headline?: string;
  /**
   * Who you are in a sentence or two, at the head of the CV.
   */
  summary?: string;
  /**
   * Where you are based: city, country, or both.
   */
  place?: string;
  /**
   * As it is to be printed. It will be public.
   */
  phone?: string;
  /**
   * The first one is shown first.
   */
  emails?: string[];
  /**
   * Your ORCID iD, such as 0000-0002-1825-0097.
   */
  orcid?: string;
  /**
   * Your profiles and home pages elsewhere.
   */
  links?: ProfileLink[];
  /**
   * Research interests, one a line.
   */
  interests?: string[];
}
/**
 * A profile or home page of the owner elsewhere.
 */
export interface ProfileLink {
  /**
   * Which site it is, such as github.
   */
  site:
    | "website"
    | "google-scholar"
    | "orcid"
    | "dblp"
    | "openalex"
    | "semantic-scholar"
    | "arxiv"
    | "openreview"
    | "github"
    | "gitlab"
    | "linkedin"
    | "mastodon"
    | "bluesky"
    | "x"
    | "youtube"
    | "huggingface"
    | "zotero";
  /**
   * Address of your page there.
   */
  url: string;
}
/**
 * A degree.
 */
export interface Education {
  /**
   * Such as Ph.D. or M.A.
   */
  degree: string;
  /**
   * Subject of the degree.
   */
  field?: string;
  /**
   * Where the degree was taken.
   */
  institution: Institution;
  /**
   * From when to when you studied.
   */
  period: Period;
  /**
   * Such as summa cum laude.
   */
  distinction?: string;
  /**
   * Who supervised the thesis.
   */
  supervisors?: PrintedName[];
}
/**
 * A university, company or other body.
 */
export interface Institution {
  /**
   * Full name, such as University of Oxford.
   */
  name: string;
  /**
   * Short form, such as ETH.
   */
  acronym?: string;
  /**
   * Department, institute or group within it.
   */
  unit?: string;
  /**
   * City, country, or both.
   */
  place?: string;
}
/**
 * From when to when. `end: present` goes on; no end means the end is not known.
 */
export interface Period {
  /**
   * When it began: 2024, 2024-06 or 2024-06-12.
   */
  start: PartialDate;
  /**
   * When it ended, or `present`; left out, it is not known.
   */
  end?: PeriodEnd;
}
/**
 * A post held.
 */
export interface Position {
  /**
   * What the post is called, such as Lecturer.
   */
  title: string;
  /**
   * Where the post is or was.
   */
  institution: Institution;
  /**
   * From when to when.
   */
  period: Period;
  /**
   * Whose guest you were.
   */
  hosts?: PrintedName[];
  /**
   * Who led you there.
   */
  supervisors?: PrintedName[];
  /**
   * What was done or achieved there, one a line.
   */
  highlights?: string[];
}
/**
 * An award, prize, scholarship or other honour of the person.
 */
export interface Award {
  /**
   * Name of the award.
   */
  title: string;
  /**
   * Who gave it.
   */
  bodies?: string[];
  /**
   * Where it was given, such as Stockholm.
   */
  place?: string;
  /**
   * When it was given.
   */
  date: PartialDate;
  /**
   * Share of candidates who received it, in per cent.
   */
  selectivity?: number;
  /**
   * A page about the award.
   */
  url?: string;
}
/**
 * Money granted for research.
 */
export interface Grant {
  /**
   * Name of the grant or of its project.
   */
  title: string;
  /**
   * Who gives the money, such as [European Research Council].
   *
   * @minItems 1
   */
  funders: string[];
  /**
   * Left out where it is not known or not public.
   */
  amount?: Money;
  /**
   * The amount in another currency, as reported.
   */
  equivalent?: Money;
  /**
   * From when to when it runs.
   */
  period: Period;
  /**
   * Left out where it is not known.
   */
  role?: "pi" | "co-pi" | "co-investigator" | "collaborator";
  /**
   * Who holds it with you.
   */
  coInvestigators?: PrintedName[];
  /**
   * Offered and turned down.
   */
  declined?: boolean;
  /**
   * A page about the grant.
   */
  url?: string;
}
/**
 * An amount of money with its currency (ISO 4217).
 */
export interface Money {
  /**
   * Amount in the main unit of the currency.
   */
  value: number;
  /**
   * Code of three capitals, such as EUR (ISO 4217).
   */
  currency: string;
}
/**
 * An invited talk. It needs a title, a series or a host.
 */
export interface Talk {
  /**
   * Title of the talk.
   */
  title?: string;
  /**
   * Seminar series or symposium.
   */
  series?: string;
  /**
   * University, company, workshop or group that invited.
   */
  host?: string;
  /**
   * Who organised the event.
   */
  organisers?: PrintedName[];
  /**
   * City, country, or both.
   */
  place?: string;
  /**
   * When it was given.
   */
  date: PartialDate;
  /**
   * A page about the talk, or its slides.
   */
  url?: string;
}
/**
 * A course taught.
 */
export interface Course {
  /**
   * Title of the course.
   */
  title: string;
  /**
   * Its number in the catalogue, such as CS101.
   */
  code?: string;
  /**
   * Such as MSc students.
   */
  audience?: string;
  /**
   * Where it was taught.
   */
  institution: string;
  /**
   * When it was taught, such as 2024.
   */
  date: PartialDate;
  /**
   * Home page of the course.
   */
  url?: string;
}
/**
 * A tutorial given. Those one (co-)organised are also listed under organisation.
 */
export interface Tutorial {
  /**
   * Title of the tutorial.
   */
  title: string;
  /**
   * Where it was given, such as ICASSP 2024.
   */
  event: string;
  /**
   * City, country, or both.
   */
  place?: string;
  /**
   * When it was given.
   */
  date: PartialDate;
  /**
   * What you were, such as [organiser, presenter].
   *
   * @minItems 1
   */
  roles: ("organiser" | "co-organiser" | "presenter")[];
  /**
   * Length in minutes.
   */
  minutes?: number;
  /**
   * What it was about, in a sentence.
   */
  description?: string;
  /**
   * Home page of the tutorial.
   */
  url?: string;
}
/**
 * Students mentored; several names where they were mentored together.
 */
export interface Mentee {
  /**
   * Who was mentored, such as [Ann Example].
   *
   * @minItems 1
   */
  names: PrintedName[];
  /**
   * How far they were in their studies.
   */
  level: "phd" | "master" | "undergraduate";
  /**
   * Role of the owner, such as Research Advisor.
   */
  role?: string;
  /**
   * What they studied, such as MSc Physics.
   */
  programme?: string;
  /**
   * Where they studied.
   */
  institution: string;
  /**
   * From when to when.
   */
  period: Period;
  /**
   * What they did next.
   */
  outcome?: string;
}
/**
 * Reviewing, chairing and other service in one year.
 */
export interface Service {
  /**
   * The year, such as 2024.
   */
  year: string;
  /**
   * What was done; an area chair of a conference is `area-chair`.
   */
  kind:
    | "area-chair"
    | "programme-committee"
    | "conference-reviewer"
    | "journal-reviewer"
    | "book-reviewer"
    | "grant-reviewer"
    | "editor"
    | "examiner"
    | "committee";
  /**
   * Conferences, journals, funding bodies or institutions.
   *
   * @minItems 1
   */
  venues: string[];
}
/**
 * An event organised, or a panel sat on.
 */
export interface Organisation {
  /**
   * What was organised.
   */
  kind: "conference" | "competition" | "tutorial" | "meetup" | "panel";
  /**
   * Name of the event, such as ICML 2024.
   */
  event: string;
  /**
   * Name of the part organised, such as a competition or a panel.
   */
  title?: string;
  /**
   * Such as Programme Chair.
   */
  role?: string;
  /**
   * City, country, or both.
   */
  place?: string;
  /**
   * When it was held.
   */
  date: PartialDate;
  /**
   * Home page of the event.
   */
  url?: string;
}
/**
 * Coverage in the press or on an institution's news page.
 */
export interface MediaItem {
  /**
   * Title of the piece.
   */
  title: string;
  /**
   * Where it appeared, such as a newspaper.
   */
  outlet: string;
  /**
   * When it appeared.
   */
  date: PartialDate;
  /**
   * The piece itself.
   */
  url?: string;
}
/**
 * An exhibition in which the owner showed work, or which the owner curated.
 */
export interface Exhibition {
  /**
   * Title of the exhibition.
   */
  title: string;
  /**
   * Whether others showed work too.
   */
  form?: "solo" | "group";
  /**
   * Whether the owner showed work or curated.
   */
  role?: "artist" | "curator";
  /**
   * Museum, gallery or other house.
   */
  institution: string;
  /**
   * City, country, or both.
   */
  place?: string;
  /**
   * From its opening to its end.
   */
  period: Period;
  /**
   * Who showed or curated with the owner.
   */
  partners?: PrintedName[];
  /**
   * A page about the exhibition.
   */
  url?: string;
}
/**
 * A project worked on: a product, a building, open source, an edition.
 */
export interface Project {
  /**
   * Name of the project.
   */
  title: string;
  /**
   * What you are or were in it, such as Maintainer.
   */
  role?: string;
  /**
   * Whose project it is or was.
   */
  organisation?: string;
  /**
   * From when to when.
   */
  period: Period;
  /**
   * What it is, in a sentence.
   */
  description?: string;
  /**
   * What came of it, one a line.
   */
  highlights?: string[];
  /**
   * Home page of the project.
   */
  url?: string;
}
/**
 * Advice or an expert opinion given to a company or a public body.
 */
export interface Consulting {
  /**
   * Who was advised.
   */
  client: string;
  /**
   * What about.
   */
  title?: string;
  /**
   * City, country, or both.
   */
  place?: string;
  /**
   * From when to when.
   */
  period: Period;
  /**
   * What the advice was, in a sentence.
   */
  description?: string;
  /**
   * A page about it.
   */
  url?: string;
}
/**
 * A licence or certificate.
 */
export interface Certificate {
  /**
   * Name of the licence or certificate.
   */
  title: string;
  /**
   * Who issued it.
   */
  body?: string;
  /**
   * When it was issued.
   */
  date: PartialDate;
  /**
   * When it ends.
   */
  expires?: PartialDate;
  /**
   * A page on which it can be verified.
   */
  url?: string;
}
/**
 * Membership of a learned or professional body.
 */
export interface Membership {
  /**
   * Society, academy or association.
   */
  body: string;
  /**
   * Such as Fellow or Treasurer; left out for a member.
   */
  role?: string;
  /**
   * From when to when.
   */
  period: Period;
  /**
   * Home page of the body.
   */
  url?: string;
}
/**
 * Skills of one area.
 */
export interface SkillArea {
  /**
   * What the skills have in common, such as Programming.
   */
  area: string;
  /**
   * The skills, such as [Python, R].
   *
   * @minItems 1
   */
  skills: string[];
  /**
   * How well, in your own words.
   */
  level?: string;
}
/**
 * A language the owner speaks or reads.
 */
export interface Language {
  /**
   * Name of the language, such as German.
   */
  language: string;
  /**
   * Level of the Common European Framework of Reference, or native.
   */
  level?: "native" | "c2" | "c1" | "b2" | "b1" | "a2" | "a1";
  /**
   * Such as reading only.
   */
  note?: string;
}
/**
 * Someone who can be asked about the owner. Whatever stands here is public.
 */
export interface Reference {
  /**
   * Who can be asked.
   */
  name: PrintedName;
  /**
   * What they are, such as Professor.
   */
  position?: string;
  /**
   * Where they work.
   */
  institution?: string;
  /**
   * It will be public; ask first.
   */
  email?: string;
  /**
   * What they wrote, as they wrote it.
   */
  statement?: string;
  /**
   * Their home page.
   */
  url?: string;
}
/**
 * A publication: one work with one or more appearances.
 */
export interface Work {
  /**
   * Stable name of the work; part of its address for ever.
   */
  id: string;
  /**
   * Title as printed.
   */
  title: string;
  /**
   * In the order of the print; of an edited book its editors, of a translation its translators.
   *
   * @minItems 1
   */
  authors: PrintedName[];
  /**
   * Groups of authors, by printed name, who contributed equally.
   */
  equalContribution?: string[][];
  /**
   * The first is the one the work is cited by.
   *
   * @minItems 1
   */
  appearances: Appearance[];
  /**
   * Summary of the work; an empty line parts paragraphs.
   */
  abstract?: string;
  /**
   * What it is about, such as [sleep, memory].
   */
  topics?: string[];
  /**
   * How often it was cited, and who says so.
   */
  citations?: CitationCount;
}
/**
 * One form in which a work was made public or handed in.
 */
export interface Appearance {
  /**
   * What form it is. A review is one of a book or an exhibition; `other` is for what fits nowhere else.
   */
  kind:
    | "conference"
    | "workshop"
    | "journal"
    | "preprint"
    | "thesis"
    | "master-thesis"
    | "book"
    | "edited-book"
    | "translation"
    | "chapter"
    | "review"
    | "report"
    | "patent"
    | "dataset"
    | "software"
    | "poster"
    | "other";
  /**
   * Id in `venues`; for a workshop, the conference it was held at.
   */
  venue?: string;
  /**
   * Name of the workshop.
   */
  workshop?: string;
  /**
   * Part of the venue other than its main track, such as Doctoral Consortium.
   */
  track?: string;
  /**
   * Which one in the series: 41 for the forty-first.
   */
  edition?: number;
  /**
   * When it appeared. Leave it out where it is not known; nothing is guessed.
   */
  date?: PartialDate;
  /**
   * How far it is; left out, it is published.
   */
  status?: "published" | "accepted" | "under-review";
  /**
   * Distinctions it got there, such as [best-paper].
   */
  honours?: ("best-paper" | "best-paper-runner-up" | "outstanding-paper" | "oral" | "spotlight")[];
  /**
   * Title of the book a chapter stands in.
   */
  book?: string;
  /**
   * Editors of the book a chapter stands in.
   */
  editors?: PrintedName[];
  /**
   * Book series, such as Lecture Notes in Computer Science.
   */
  series?: string;
  /**
   * Of a translation, the original.
   */
  translationOf?: Original;
  /**
   * Publisher of a book, or the body that issued a report or a patent.
   */
  publisher?: string;
  /**
   * Where the conference was held, or the book published.
   */
  place?: string;
  /**
   * Number of a report or a patent, or version of a piece of software.
   */
  number?: string;
  /**
   * ISBN of the book, with or without hyphens.
   */
  isbn?: string;
  /**
   * Volume of the journal or series, such as 12.
   */
  volume?: string;
  /**
   * Issue within the volume, such as 3.
   */
  issue?: string;
  /**
   * First and last page joined by a hyphen, such as 1-16.
   */
  pages?: string;
  /**
   * DOI without https://doi.org/, such as 10.1000/182.
   */
  doi?: string;
  /**
   * arXiv identifier, such as 2201.11380.
   */
  arxiv?: string;
  /**
   * What there is to open: the paper, its code, slides.
   */
  links?: WorkLink[];
}
/**
 * What a translation is a translation of.
 */
export interface Original {
  /**
   * Title of the original.
   */
  title?: string;
  /**
   * Authors of the original; they are no co-authors of the translation.
   *
   * @minItems 1
   */
  authors: PrintedName[];
}
/**
 * Something to open: the paper, its code, slides and so on.
 */
export interface WorkLink {
  /**
   * What opens, such as code or slides.
   */
  type: "paper" | "preprint" | "code" | "data" | "slides" | "poster" | "video" | "project" | "review";
  /**
   * Where it is.
   */
  url: string;
}
/**
 * How often an index says a work was cited. It is shown nowhere; `cv stats` derives the h-index from it.
 */
export interface CitationCount {
  /**
   * How often it was cited.
   */
  count: number;
  /**
   * When it was read.
   */
  asOf: PartialDate;
  /**
   * Where it was read, such as OpenAlex; indexes count differently.
   */
  source: string;
}
/**
 * Someone who occurs in the record, under one or several printed names.
 */
export interface Person {
  /**
   * Stable name of the person in this record.
   */
  id: string;
  /**
   * The name in its full, usual form.
   */
  name: string;
  /**
   * Other forms in which the name is printed, such as initials or capitals. They serve to recognise the person and are never published.
   */
  aliases?: string[];
  /**
   * Family name, where the last word of the name is not it; the whole name where it has no parts, as that of a collaboration.
   */
  family?: string;
  /**
   * Home page.
   */
  url?: string;
  /**
   * Their ORCID iD, such as 0000-0002-1825-0097.
   */
  orcid?: string;
}
/**
 * Where works appear: a conference series, a journal, a repository, or an institution for theses.
 */
export interface Venue {
  /**
   * Stable name that works refer to, such as icml.
   */
  id: string;
  /**
   * Full name, without year or ordinal.
   */
  name: string;
  /**
   * Short form, such as ICML.
   */
  acronym?: string;
  /**
   * What it is; publishers and universities are institutions.
   */
  kind: "conference" | "journal" | "repository" | "institution";
  /**
   * The venue's own home page.
   */
  url?: string;
  /**
   * Its rank in the CORE conference ranking.
   */
  core?: CoreRank;
}
/**
 * Rank in the CORE conference ranking, with the edition it was read from.
 */
export interface CoreRank {
  /**
   * The rank, such as "A*".
   */
  rank: "A*" | "A" | "B" | "C";
  /**
   * Edition of the ranking, such as ICORE2023.
   */
  edition: string;
}
/**
 * A work that services or files take for yours and that is not. It is never added, and nothing of this list is published.
 */
export interface RefusedWork {
  /**
   * Its title; every work of this title is refused, unless its identifier is another.
   */
  title?: string;
  /**
   * Its DOI without https://doi.org/, such as 10.1000/182.
   */
  doi?: string;
  /**
   * Its arXiv identifier, such as 2201.11380.
   */
  arxiv?: string;
  /**
   * When you refused it.
   */
  date?: PartialDate;
  /**
   * Why, such as: by another person of my name.
   */
  reason?: string;
}
/**
 * A figure as someone reported it; it is shown as reported and compared with the record.
 */
export interface ReportedFigure {
  /**
   * What was counted.
   */
  measure:
    | "works"
    | "core-a-star-papers"
    | "core-a-papers"
    | "journal-papers"
    | "first-author-papers"
    | "last-author-papers"
    | "citations"
    | "h-index"
    | "i10-index"
    | "grants-total";
  /**
   * The figure, in plain digits such as 1250.
   */
  value: number;
  /**
   * Of money, the code of the currency, such as USD (ISO 4217).
   */
  currency?: string;
  /**
   * The day the figure was read.
   */
  asOf?: PartialDate;
  /**
   * The day as the source prints it, where that can be read in two ways.
   */
  asOfPrinted?: string;
  /**
   * Where the figure was reported.
   */
  source: string;
}
/**
 * A selection of the record under a name of its own, such as a short CV.
 */
export interface Variant {
  /**
   * Stable name; it becomes part of the address.
   */
  id: string;
  /**
   * What the document is called, such as Short CV.
   */
  title: string;
  /**
   * In this order; left out, all of them in the usual order.
   *
   * @minItems 1
   */
  sections?: (
    | "education"
    | "positions"
    | "projects"
    | "consulting"
    | "interests"
    | "awards"
    | "grants"
    | "certificates"
    | "talks"
    | "exhibitions"
    | "teaching"
    | "service"
    | "organisation"
    | "memberships"
    | "media"
    | "publications"
    | "skills"
    | "languages"
    | "references"
  )[];
  /**
   * Which works it shows; left out, all of them.
   */
  works?: WorkSelection;
  /**
   * Only what is dated then or later, or goes on.
   */
  since?: PartialDate;
  /**
   * Only what is dated then or earlier.
   */
  until?: PartialDate;
  /**
   * How many pages the PDF may have at most.
   */
  pages?: number;
}
/**
 * Which works a variant shows; all conditions must hold.
 */
export interface WorkSelection {
  /**
   * These works and no others.
   */
  ids?: string[];
  /**
   * Kinds of the appearance a work is cited by.
   *
   * Items: What form it is. A review is one of a book or an exhibition; `other` is for what fits nowhere else.
   */
  kinds?: (
    | "conference"
    | "workshop"
    | "journal"
    | "preprint"
    | "thesis"
    | "master-thesis"
    | "book"
    | "edited-book"
    | "translation"
    | "chapter"
    | "review"
    | "report"
    | "patent"
    | "dataset"
    | "software"
    | "poster"
    | "other"
  )[];
  /**
   * Works with at least one of these.
   */
  honours?: ("best-paper" | "best-paper-runner-up" | "outstanding-paper" | "oral" | "spotlight")[];
  /**
   * Where the owner stands in the author list.
   */
  author?: ("first" | "last")[];
  /**
   * Only so many, the first ones of the record.
   */
  atMost?: number;
}
/**
 * How the record is published. Nothing here is a fact about the person.
 */
export interface Settings {
  /**
   * Public address of the site, such as https://example.org or https://example.org/cv/.
   */
  url?: string;
  /**
   * Ids of the works the home page shows first, in this order; left out, those with honours.
   */
  selected?: string[];
  /**
   * Says that references are available on request, instead of naming them.
   */
  referencesOnRequest?: boolean;
  /**
   * When the e-mail digest goes out, and with which note.
   */
  digest?: DigestSettings;
}
/**
 * When the e-mail digest goes out.
 */
export interface DigestSettings {
  /**
   * weekly (Mondays), monthly and quarterly (first day), each at 09:00; or five cron fields.
   */
  schedule?: ("weekly" | "monthly" | "quarterly") | string;
  /**
   * Time zone of the schedule, such as Europe/Amsterdam.
   */
  timeZone?: string;
  /**
   * For how many days an edition is still made whose time passed while the service was off; left out, 7.
   */
  catchUpDays?: number;
  /**
   * Where readers subscribe: same (with the site, as where it is left out), none, or the https address of a service elsewhere, such as https://digest.example.org. With none the site offers feeds alone.
   */
  service?: string;
  /**
   * A line from you at the head of the next edition.
   */
  note?: string;
}
