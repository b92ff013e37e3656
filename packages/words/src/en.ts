import {
  capitalise,
  choose,
  counted,
  list,
  money,
  monthName,
  type Noun,
  noun,
  number,
  ordinal,
  within,
} from "./english.ts";
import { isolate, say } from "./direction.ts";
import { link, type Parts, type Phrase } from "./phrase.ts";
import { stop } from "./sentence.ts";

/** Keeps the parts of a date, a number or a name on one line. */
const NBSP = "\u00a0";

/** A date as precise as it is known; `month` and `day` from 1. */
interface DateParts {
  year: string;
  month?: number | undefined;
  day?: number | undefined;
}

const date = ({ year, month, day }: DateParts): string =>
  [day?.toString(), month === undefined ? undefined : monthName(month), year]
    .filter((part) => part !== undefined)
    .join(NBSP);

/** An amount that was reported: `12 citations`, `$481,746 in grants`. */
const measured =
  (one: string, other: string) =>
  ({ amount, count }: { amount: string; count: number }) =>
    `${amount} ${choose(count, one, other)}`;

const index =
  (name: string) =>
  ({ amount }: { amount: string; count: number }) =>
    `${name} ${amount}`;

/** How many days things are kept, by what they are. */
type Days = Record<
  "forms" | "unconfirmed" | "ended" | "limits" | "confirmations" | "notices" | "alarms",
  number
>;

/** A time that depends on no number of days. */
const always =
  (text: string): ((kept: Days) => string) =>
  () =>
    text;

const days = (count: number) => (count === 1 ? "one day" : `${count} days`);

/**
 * Every word a reader can see, in English. A translator opens this one file: a second language is
 * a second object of the type `Words`, and does not compile before it is complete.
 *
 * A sentence is a function with named arguments, so that a language may order its parts as it
 * needs. Where a part is more than text, such as names with links, the sentence is a list of its
 * parts; where some of its own words lead somewhere, they are a `link` and say to what. Messages
 * for the owner in a terminal are not here.
 */
export const en = {
  /** What the record names: sections, kinds of works, statuses, honours, links, measures. */
  record: {
    sections: {
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
    },
    kinds: {
      conference: noun("conference paper", "conference papers"),
      workshop: noun("workshop paper", "workshop papers"),
      journal: noun("journal article", "journal articles"),
      preprint: noun("preprint", "preprints"),
      thesis: noun("PhD thesis", "PhD theses"),
      "master-thesis": noun("master’s thesis", "master’s theses"),
      book: noun("book", "books"),
      "edited-book": noun("edited book", "edited books"),
      translation: noun("translation", "translations"),
      chapter: noun("book chapter", "book chapters"),
      review: noun("review", "reviews"),
      report: noun("report", "reports"),
      patent: noun("patent", "patents"),
      dataset: noun("dataset", "datasets"),
      software: noun("software", "software"),
      poster: noun("poster", "posters"),
      other: noun("other work", "other works"),
    },
    /** Works of several kinds together. */
    works: {
      papers: noun("paper", "papers"),
      works: noun("work", "works"),
      manuscripts: noun("manuscript under review", "manuscripts under review"),
    },
    /**
     * Titles of the groups of the publication list. A group of one kind alone is called by the
     * kind; none claims a review, which the record does not hold.
     */
    workGroups: {
      conference: "Conference and workshop papers",
      journal: "Journal articles",
      preprint: "Preprints and under review",
      thesis: "PhD thesis",
      "master-thesis": "Master’s thesis",
      book: "Books",
      "edited-book": "Edited books",
      translation: "Translations",
      chapter: "Book chapters",
      review: "Reviews",
      report: "Reports",
      patent: "Patents",
      dataset: "Datasets",
      software: "Software",
      poster: "Posters",
      other: "Other works",
    },
    statuses: {
      published: "Published",
      accepted: "Accepted",
      "under-review": "Under review",
      /** A patent under review. */
      pending: "Pending",
      undated: "Undated",
    },
    honours: {
      "best-paper": "Best paper award",
      "best-paper-runner-up": "Best paper runner-up",
      "outstanding-paper": "Outstanding paper award",
      oral: "Oral",
      spotlight: "Spotlight",
    },
    links: {
      paper: "Paper",
      preprint: "Preprint",
      code: "Code",
      data: "Data",
      slides: "Slides",
      poster: "Poster",
      video: "Video",
      project: "Project page",
      review: "Reviews",
    },
    sites: {
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
      zotero: "Zotero",
    },
    homePage: "Home page",
    orcid: ({ id }: { id: string }) => `ORCID ${id}`,
    measures: {
      works: measured("paper", "papers"),
      "core-a-star-papers": measured("CORE A* conference paper", "CORE A* conference papers"),
      "core-a-papers": measured("CORE A conference paper", "CORE A conference papers"),
      "journal-papers": measured("journal paper", "journal papers"),
      "first-author-papers": measured("first-author paper", "first-author papers"),
      "last-author-papers": measured("last-author paper", "last-author papers"),
      citations: measured("citation", "citations"),
      "h-index": index("h-index"),
      "i10-index": index("i10-index"),
      "grants-total": measured("in grants", "in grants"),
    },
    grantRoles: {
      pi: "Principal investigator",
      "co-pi": "Co-principal investigator",
      "co-investigator": "Co-investigator",
      collaborator: "Collaborator",
    },
    /** Within a sentence; see `document.tutorialRoles`. */
    tutorialRoles: {
      organiser: "organiser",
      "co-organiser": "co-organiser",
      presenter: "presenter",
    },
    serviceKinds: {
      "area-chair": "Area chair",
      "programme-committee": "Programme committee",
      "conference-reviewer": "Conference reviewer",
      "journal-reviewer": "Journal reviewer",
      "book-reviewer": "Book reviewer",
      "grant-reviewer": "Grant reviewer",
      editor: "Editor",
      examiner: "Examiner",
      committee: "Committee member",
    },
    menteeLevels: {
      phd: "PhD students",
      master: "Master students",
      undergraduate: "Undergraduate students",
    },
    organisationKinds: {
      conference: "Conferences",
      competition: "Competitions",
      tutorial: "Tutorials",
      meetup: "Meetups",
      panel: "Panels",
    },
    exhibitionForms: {
      solo: "solo exhibition",
      group: "group exhibition",
    },
    /** Levels of the Common European Framework as readers know them. */
    languageLevels: {
      native: "native",
      c2: "C2",
      c1: "C1",
      b2: "B2",
      b1: "B1",
      a2: "A2",
      a1: "A1",
    },
  },
  /** Dates, money, counts, lists, lists of authors, venues. */
  text: {
    /** `2024`, `Jun 2024` or `12 Jun 2024`. */
    date,
    /** `Mar 2018 – Apr 2022`, `Jan 2024 – present`; both ends are finished text. */
    period: ({ start, end }: { start: string; end: string }) => `${start}${NBSP}– ${end}`,
    present: "present",
    number,
    money,
    quoted: ({ text }: { text: string }): Parts => ["“", text, "”"],
    /** `Eindhoven University of Technology (TU/e)`. */
    withAcronym: ({ name, acronym }: { name: Parts; acronym: string }): Parts => [
      ...name,
      " (",
      acronym,
      ")",
    ],

    authors: {
      /** Behind the names of those who made a work that is not their own. */
      editors: ({ count }: { count: number }) => choose(count, "(ed.)", "(eds)"),
      translators: ({ count }: { count: number }) => choose(count, "(translator)", "(translators)"),
      /** Between the names of a list that is shortened. */
      omitted: ({ count }: { count: number }) => `…${NBSP}${number(count)}${NBSP}more${NBSP}…`,
      equal: "equal contribution",
      /** The further groups of a work that has more than one; `group` from 2. */
      equalGroup: ({ group }: { group: number }) =>
        `equal contribution within the ${ordinal(group)} group`,
    },

    venue: {
      /** `41st International Conference on Machine Learning`. */
      numbered: ({ edition, name }: { edition: number; name: string }): Parts => [
        `${ordinal(edition)} `,
        name,
      ],
      /** `2nd edition`, of a book. */
      edition: ({ edition }: { edition: number }) => `${ordinal(edition)} edition`,
      workshop: ({ workshop, venue }: { workshop: string; venue: Parts }): Parts => [
        workshop,
        " at the ",
        ...venue,
      ],
      volume: ({ volume }: { volume: string }) => `vol. ${volume}`,
      issue: ({ issue }: { issue: string }) => `no. ${issue}`,
      pages: ({ pages }: { pages: string }) => `pp. ${pages}`,
      isbn: ({ isbn }: { isbn: string }) => `ISBN ${isbn}`,
      editedBy: ({ names }: { names: Parts }): Parts => ["edited by ", ...names],
      inBook: ({ book }: { book: string }): Parts => ["In ", book],
      /** `Translation of “Der Hut” by A, B`. */
      translation: ({ title, names }: { title?: string | undefined; names: Parts }): Parts => [
        "Translation",
        ...(title === undefined ? [] : [" of “", title, "”"]),
        " by ",
        ...names,
      ],
      /** `Patent EP 1 234 567`. */
      withNumber: ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`,
      /** `Software, version 2.1`. */
      withVersion: ({ kind, version }: { kind: string; version: string }) =>
        `${kind}, version ${version}`,
    },
  },
  /** Publications and what stands around one. */
  works: {
    noVenue: "No venue yet",
    /** Links of a work in a list. */
    pdf: "PDF",
    doi: "DOI",
    anyHonour: "Any honour",
    firstAuthor: "First author",
    /** `Oral (3)`: something a list can be narrowed by. */
    choice: ({ name, count }: { name: string; count: number }) => say`${name} (${counted(count)})`,
    coauthors: {
      none: "The record names no co-authors yet.",
      /** `155 people on 61 papers, those with most papers first.` */
      lead: ({ people, works, most }: { people: number; works: string; most: string }) =>
        people === 1
          ? `One person on ${works}.`
          : `${counted(people)} people on ${works}, those with most ${most} first.`,
    },
  },
  /** Sections, entries and the header of a CV. */
  document: {
    /** The variant with everything, where the record does not name it. */
    full: "Curriculum vitae",
    since: ({ title, date: start }: { title: string; date: string }) => `${title} since ${start}`,
    /** The titles of sections that share a page, as one. */
    joinedTitles: ({ titles: [first = "", ...rest] }: { titles: readonly string[] }) =>
      list([first, ...rest.map(within)]),

    courses: "Courses",
    tutorials: "Tutorials given",
    forAudience: ({ audience }: { audience: string }): Parts => ["for ", audience],
    minutes: ({ count }: { count: number }) =>
      `${counted(count)} ${choose(count, "minute", "minutes")}`,
    tutorialRoles: ({ roles }: { roles: readonly string[] }) => capitalise(list(roles)),
    awardedTo: ({ percent }: { percent: number }) => `awarded to ${percent}%`,
    declined: ({ title }: { title: string }): Parts => [title, " (declined)"],
    curator: "as curator",
    validUntil: ({ date: end }: { date: string }) => `valid until ${end}`,
    onRequest: "Available on request",

    /** Names with what these people are. */
    organisers: <Names>({ names, count }: { names: Names; count: number }) => [
      choose(count, "Organiser: ", "Organisers: "),
      names,
    ],
    supervisors: <Names>({ names, count }: { names: Names; count: number }) => [
      choose(count, "Supervisor: ", "Supervisors: "),
      names,
    ],
    hosts: <Names>({ names, count }: { names: Names; count: number }) => [
      choose(count, "Host: ", "Hosts: "),
      names,
    ],
    withPeople: <Names>({ names }: { names: Names }) => ["With ", names],
    /** `Principal investigator, with A, B`. */
    roleWithPeople: <Names>({ role, names }: { role: string; names: Names }) => [
      `${role}, with `,
      names,
    ],

    /** `Reported as of 9 Jul 2024 (printed 07-09-2024): 12 papers (DBLP)`. */
    reported: ({
      figures,
      source,
      date: day,
      printed,
    }: {
      figures: string;
      source: string;
      date?: string | undefined;
      printed?: string | undefined;
    }): Parts => [
      "Reported",
      day === undefined ? "" : ` as of ${day}`,
      day === undefined || printed === undefined ? "" : ` (printed ${printed})`,
      `: ${figures} (`,
      source,
      ")",
    ],
    /** `CORE ranks (ICORE2023): A* ICLR, ICML; A Interspeech`. */
    ranks: ({ edition, ranks }: { edition: string; ranks: Parts }): Parts => [
      "CORE ranks (",
      edition,
      "): ",
      ...ranks,
    ],

    page: ({ page, pages }: { page: number; pages: number }) => `Page ${page} of ${pages}`,
    asOf: ({ date: day }: { date: string }) => `As of ${day}`,

    /** What a variant leaves out. */
    omitted: ({ left, all, title }: { left: number; all: number; title: string }) =>
      `${counted(left)} of ${counted(all)} in ${title}`,
    omittedWhole: ({ titles }: { titles: string }) => `all of ${titles}`,

    /** Pages of sections, short, for the navigation. */
    pages: {
      projects: "Projects",
      exhibitions: "Exhibitions",
      talks: "Talks",
      teaching: "Teaching",
      service: "Service",
      awards: "Awards",
    },

    recent: {
      talk: <What>({ what }: { what: What }) => ["Talk: ", what],
      exhibition: <What>({ what }: { what: What }) => ["Exhibition: ", what],
      project: <What>({ what }: { what: What }) => ["Project: ", what],
      media: <What>({ what }: { what: What }) => ["In the press: ", what],
      joined: ({ organisation, title }: { organisation: Parts; title: string }): Parts => [
        "Joined ",
        ...organisation,
        ", as ",
        title,
      ],
      /** A post at a place where one has been before. */
      became: ({ organisation, title }: { organisation: Parts; title: string }): Parts => [
        "Became ",
        title,
        " at ",
        ...organisation,
      ],
      /** `12 papers, among them “One” and “Two”`, `One paper: “One”`. */
      works: <Title>({ count, of, titles }: { count: number; of: Noun; titles: Title[] }) => [
        [
          count === 1 ? `One ${of.name({ count })}` : of.counted({ count }),
          count > titles.length ? ", among them " : ": ",
        ].join(""),
        ...titles.flatMap((title, at) => (at === 0 ? [title] : [" and ", title])),
      ],
    },
  },
  /** Charts and the network of co-authors. */
  chart: {
    /** `61 papers by year`. */
    byYear: ({ works }: { works: string }) => `${works} by year`,
    /** Where a dot stands for several works. */
    each: ({ title, count }: { title: string; count: number }) =>
      `${title}; a dot stands for up to ${counted(count)}`,
    more: ({ count }: { count: number }) => `and ${counted(count)} more`,
    marks: {
      first: "first author",
      coauthor: "co-author",
      pending: "preprint or under review",
    },
    /** Where there is room for four or six letters only. */
    short: {
      "under-review": "review",
      undated: "n.d.",
    },
    network: {
      title: "Who wrote with whom",
      all: ({ count }: { count: number }) =>
        choose(count, "The one co-author", `All ${counted(count)} co-authors`),
      first: ({ count, all }: { count: number; all: number }) =>
        `${counted(count)} of the ${counted(all)} co-authors, the first of the list`,
      /** `The 12 people with 3 papers or more`. */
      atLeast: ({ count, works }: { count: number; works: string }) =>
        `${choose(count, "The one person", `The ${counted(count)} people`)} with ${works} or more`,
      noPairs: ({ work }: { work: string }) => `None of them wrote a listed ${work} together.`,
      pairs: ({
        count,
        works,
        names,
        most,
      }: {
        count: number;
        works: string;
        names: readonly [string, string];
        most: string;
      }) =>
        `${counted(count)} ${choose(count, "pair", "pairs")} of them share ${works}; ` +
        `${names.map(isolate).join(" and ")} share ${most}, no pair more.`,
      recent: ({ work, year }: { work: string; year?: string | undefined }) =>
        year === undefined
          ? `a ${work} together under review`
          : `a ${work} together in ${year}, or under review`,
      notRecent: ({ year }: { year?: string | undefined }) =>
        year === undefined ? "none under review" : "none of either",
    },
  },
  /** Feeds of the site. */
  feeds: {
    title: ({ name }: { name: string }) => `Publications, ${name}`,
  },
  /** The reference of the record’s schema. */
  schema: {
    record: "The record",
    types: {
      text: "text",
      integer: "whole number",
      number: "number",
      boolean: "true or false",
      keys: "group of keys",
      address: "web address",
      email: "e-mail address",
      value: "value",
    },
    always: "always",
    oneOf: "one of",
    listOf: <Items>({ items }: { items: Items }) => ["list of: ", items],
    either: <Form>({ forms }: { forms: readonly Form[] }) =>
      forms.flatMap((form, at) => (at === 0 ? [form] : [", or ", form])),
  },
  /** What an edition of the digest says of works and events. */
  digest: {
    talk: "Talk",
    award: "Award",
    nowAt: <Venue>({ venue }: { venue: Venue }) => ["Now at ", venue],
    honouredAt: <Venue>({ honours, venue }: { honours: string; venue: Venue }) => [
      `${honours} at `,
      venue,
    ],
    newWorks: ({ count, of }: { count: number; of: Noun }) =>
      `${counted(count)} new ${of.name({ count })}`,
    updates: ({ count }: { count: number }) =>
      `${counted(count)} ${choose(count, "update", "updates")}`,
    subject: ({ name, news }: { name: string; news: string }) => say`${name}: ${news}`,
    event: <Part>({ label, date: day, text }: { label: string; date: string; text: Part }) => [
      `${label}, ${day}: `,
      text,
    ],
    /** How often at most, by the schedule. */
    rhythms: {
      weekly: "at most once a week",
      monthly: "at most once a month",
      quarterly: "at most once a quarter",
      other: "now and then",
    },
    promise: ({ works, name, rhythm }: { works: string; name: string; rhythm: string }) =>
      say`New ${works} by ${name}, ${rhythm}, and only when there are some. One click ends it.`,
    outlook: ({ date: day }: { date: string }) =>
      `The next one can come on ${day}, if there is something new by then; otherwise nothing ` +
      "is sent.",
    frequencies: {
      every: "Every edition",
      quarterly: "Once a quarter",
      yearly: "Once a year",
    },
    everyEdition: {
      weekly: "At most once a week.",
      monthly: "At most once a month.",
      quarterly: "At most once a quarter.",
      other: "As they come.",
    },
    inOne: "What is new since your last mail, in one.",
    worksSoFar: ({ count }: { count: number }) =>
      `${counted(count)} ${choose(count, "work", "works")} so far`,
  },
  /** What changed between two records. */
  changes: {
    nothing: "nothing new",
    added: "New",
    updated: "Accepted and honoured",
    corrected: "Corrected",
    removed: "Removed",
    entryEnded: ({ entry }: { entry: string }) => `Ended: ${entry}`,
    entryRemoved: ({ entry }: { entry: string }) => `Removed: ${entry}`,
    entryChanged: ({ before, after }: { before: string; after: string }) =>
      `${after} (was: ${before})`,
    corrections: ({ count }: { count: number }) =>
      `${counted(count)} ${choose(count, "correction", "corrections")}`,
    worksRemoved: ({ count }: { count: number }) =>
      `${counted(count)} ${choose(count, "work", "works")} removed`,
    entries: {
      added: ({ count }: { count: number }) => `${counted(count)} new`,
      ended: ({ count }: { count: number }) => `${counted(count)} ended`,
      changed: ({ count }: { count: number }) => `${counted(count)} changed`,
      removed: ({ count }: { count: number }) => `${counted(count)} removed`,
    },
    section: ({ title, changes }: { title: string; changes: string }) =>
      `${within(title)}: ${changes}`,
  },
  /** Pages of the website. */
  site: {
    /** What HTML and feeds call the language, and what Open Graph does. */
    language: "en",
    locale: "en_GB",
    pageTitle: ({ page, name }: { page: string; name: string }) => `${page}, ${name}`,
    /** What pages are called where they are linked. */
    pages: {
      home: "Home",
      publications: "Publications",
      kinds: "Publications by kind",
      venues: "Publications by venue",
      coauthors: "Co-authors",
      cv: "Curriculum vitae",
      cvInShort: "CV",
      digest: "New work by e-mail",
      digestInShort: "By e-mail",
      data: "Data",
      colophon: "Colophon",
      schema: "The schema of the record",
    },
    /** What stands around every page. */
    frame: {
      skip: "Skip to the content",
      navigation: "Main",
      subscribe: "Subscribe by e-mail",
      follow: "Follow new work with a feed reader",
      recordAsOf: ({ name, updated }: { name: string; updated: string }) =>
        `${stop(isolate(name))} The record as of ${updated}.`,
      colours: "Colours",
      themes: { system: "System", light: "Light", dark: "Dark" },
    },
    /** Links at the foot of every page. */
    foot: {
      label: "Foot",
      pdf: "CV, PDF",
      feed: "Feed",
    },
    /** The page of all files. */
    data: {
      description: ({ name }: { name: string }) =>
        say`The record of ${name} in every format: PDF, bibliographies, feeds and JSON.`,
      pdfs: "As PDF",
      feeds: "Feeds",
      record: "The record",
      json: "JSON",
      jsonResume: "JSON Resume",
      llms: "Text for language models (llms.txt)",
      schema: "JSON Schema",
      schemaExplained: "The schema, explained",
      atom: "Atom",
      jsonFeed: "JSON Feed",
    },
    signUp: {
      email: "E-mail address",
      subscribe: "Subscribe",
      /** At a field that people do not see. */
      leaveEmpty: "Leave this empty",
    },
    home: {
      description: ({ name }: { name: string }) => say`${name}: publications and curriculum vitae.`,
      interests: "Interests",
      pdf: "Curriculum vitae, PDF",
      feed: "Feed",
      selected: "Selected work",
      newest: "Newest work",
      all: ({ count }: { count: number }) =>
        count === 1 ? "The list of publications" : `All ${count} publications`,
      recently: "Recently",
      everything: "Everything, in the CV",
    },
    cv: {
      description: ({ name }: { name: string }) =>
        say`The curriculum vitae of ${name}, complete, and as a PDF.`,
      pdfFiles: "PDF files",
      pdf: ({ title }: { title: string }) => say`${title}, PDF`,
      sections: "Sections",
    },
    /** Pages of single sections of the CV. */
    section: {
      description: ({ title, name }: { title: string; name: string }) =>
        say`${title} of ${name}, as in the curriculum vitae.`,
      asInCv: ["As in the ", link("cv", "CV"), "."],
      empty: "Nothing here yet",
      whereElse: [
        "The record has nothing for this page. ",
        link("home", "The first page"),
        " shows what there is.",
      ],
    },
    /** Lists of all works. */
    works: {
      description: ({
        count,
        name,
        by,
      }: {
        count: number;
        name: string;
        by: "year" | "kind" | "venue";
      }) =>
        count === 1
          ? say`The publication by ${name}, with authors, venue and honours.`
          : say`All ${count} publications by ${name}, by ${by}, with authors, venues and honours.`,
      none: "Nothing is listed yet.",
      lead: ["Numbered as in the ", link("cv", "CV"), "."],
      allAs: ({ format }: { format: string }) => `All as ${format}`,
      groupings: "Grouping of the works",
      by: { year: "By year", kind: "By kind", venue: "By venue", coauthor: "By co-author" },
      /** The number of a work, shown alone; the rest is heard. */
      number: {
        before: "Number ",
        after: " in the CV. ",
        title: ({ number }: { number: number }) => `Number ${number} in the CV`,
      },
      bibtex: "BibTeX",
    },
    finder: {
      label: "Publications",
      search: "Search",
      hint: "Title, author, venue, year or topic",
      narrow: "Filter",
      year: { label: "Year", all: "All years" },
      kind: { label: "Kind", all: "All kinds" },
      venue: { label: "Venue", all: "All venues" },
      honour: { label: "Honour", all: "With or without" },
      with: { label: "Co-author", all: "Everyone" },
      clear: "Clear",
    },
    /** What the scripts of the site say. They are built with these words in them. */
    scripts: {
      copied: "Copied",
      copyingDenied: "Copying was not allowed",
      noMatch: "No work matches. Try fewer words, or clear the search.",
      /** Around the numbers of `3 of 61`: so many works match, of so many. */
      found: { before: "", between: " of ", after: "" },
    },
    /** The page of one work. */
    work: {
      appeared: "Appeared",
      links: "Links",
      searchScholar: "Search Google Scholar for this title",
      abstract: "Abstract",
      topics: "Topics",
      cite: "Cite",
      copy: "Copy",
      /** After the word on the button, heard alone. */
      copyWhat: ({ name, what }: { name: string; what: "citation" | "entry" }) =>
        ` the ${name} ${what}`,
      citationLabel: ({ name, what }: { name: string; what: "citation" | "entry" }) =>
        `${name} ${what}`,
      download: "Download",
      related: "With the same authors",
      number: ({ number }: { number: number }) => `Number ${number}`,
      neighbours: "Neighbouring publications",
      previous: "Previous",
      next: "Next",
    },
    coauthors: {
      description: ({ name, lead }: { name: string; lead: string }) =>
        `${stop(say`Co-authors of ${name}`)} ${lead}`,
      together: "Together",
      network: ({ caption }: { caption: string }) =>
        `${caption}, by the year of the first shared paper. Arcs join people who are on a paper ` +
        "together.",
      table: "As a table, with kinds and co-authors",
      year: "Year",
      kinds: "Kinds",
      coauthors: "Co-authors",
    },
    coauthor: {
      title: ({ coauthor, name }: { coauthor: string; name: string }) =>
        say`${coauthor}, co-author of ${name}`,
      description: ({ coauthor, lead }: { coauthor: string; lead: string }) =>
        say`${coauthor}: ${lead}`,
      /** `years` is empty where none is known. */
      lead: ({ count, name, years }: { count: string; name: string; years: string }) =>
        stop(say`${count} with ${name}${years === "" ? "" : `, ${years}`}`),
      all: "All co-authors",
      company: "Also on these works",
      none: "No co-authors",
      noneNamed: "The record names no co-authors yet.",
    },
    digest: {
      description: ({ name }: { name: string }) =>
        stop(say`Subscribe to new publications by ${name}`),
      subscribe: "Subscribe",
      whatHappens: "What happens",
      happens: [
        "You get one mail that asks you to confirm. Nothing else is sent before you do, and an " +
          "address that is not confirmed is forgotten after a week.",
        "Each mail lists the new work with authors and venue, and says when known work was " +
          "accepted or honoured. It has a link that ends the subscription at once.",
        "The mails hold no pixels and no rewritten links: nobody sees whether you read them.",
      ],
      example: "An example",
      exampleLead: ({ subject }: { subject: string }) =>
        say`If one mail told the whole of the last recorded year, it would be headed “${subject}” ` +
        "and begin like this. Mails as they were really sent are in the archive.",
      earlier: "Earlier mails",
      earlierMails: [
        link("latest", "The last one"),
        ", ",
        link("editions", "all editions as they were sent"),
        ", or ",
        link("next", "what the next one holds so far"),
      ],
      readers: "Readers",
      forReaders: [
        link("manage", "Change or end a subscription"),
        ", or read ",
        link("privacy", "what is stored about you"),
      ],
    },
    schema: {
      description: "What a Triptych record may hold: every entry, every key and what it means.",
      lead: ({ version }: { version: number }) => [
        `Version ${version}. A record is one or more YAML files; together they hold the keys ` +
          "below, each key in one of them. Keys that are not required may be left out, and keys " +
          "that are not listed are faults. The same as ",
        link("schema", "JSON Schema"),
        ", for editors and programs.",
      ],
      definitions: "Definitions",
      required: "required",
    },
    colophon: {
      description: ({ name }: { name: string }) =>
        say`How the site of ${name} is made, and what it does not do.`,
      privacy: "Nobody watches",
      noTracking:
        "These pages set no cookies, count no visits and load nothing from other sites. If you " +
        "choose light or dark, your own browser keeps that choice; it is sent to nobody.",
      addresses: [
        "An e-mail address is kept only if you give it in the form that ",
        link("digest", "signs you up"),
        ", and only to send you what you asked for.",
      ],
      origin: "Where it comes from",
      oneRecord: ({ name, hasMails }: { name: string; hasMails: boolean }) => [
        say`Everything about ${name} comes from one record. These pages`,
        hasMails ? ", the " : " and the ",
        link("pdf", "PDF"),
        hasMails ? " and the mails" : "",
        " are made from it, so that they say the same. The record itself is ",
        link("json", "here as JSON"),
        ", and ",
        link("schema", "its schema is explained"),
        ".",
      ],
      figures:
        "The numbers of works are counted. Figures such as citations are quoted, with their " +
        "source and day. Nothing is guessed: what the record does not date has no date here.",
      making: "How it is made",
      plainFiles:
        "Triptych reads the record. Next.js lays out each page once; a last step then removes " +
        "the framework’s scripts, so that plain files remain. Everything can be read without " +
        "JavaScript.",
      type: "Type",
      fonts: [
        "The text is set in Source Serif 4, © Adobe, under the ",
        link("openFont", "SIL Open Font License 1.1"),
        ". Labels use the sans your system has. Light and dark follow your system until you " +
          "choose one at the foot of a page.",
      ],
      styles: [
        "Formatted citations follow styles of the ",
        link("csl", "Citation Style Language"),
        " project, under ",
        link("creativeCommons", "CC BY-SA 3.0"),
        ".",
      ],
    },
    notFound: {
      title: "Page not found",
      heading: "There is no such page",
      advice:
        "The address may have a typing error, or the page has moved. A paper is best found by " +
        "its title.",
      searchPublications: "Search the publications",
      search: "Search",
    },
    /** Titles of files that the head of every page names. */
    files: {
      atom: "Publications, Atom",
      jsonFeed: "Publications, JSON Feed",
      record: "The record as JSON",
    },
    /** The file for language models. */
    llms: {
      /** `updated` is left out where the record has no date. */
      source: ({ updated }: { updated?: string | undefined }) =>
        updated === undefined
          ? "Everything on this site comes from one record."
          : `Everything on this site comes from one record, as of ${updated}.`,
      pages: "Pages",
      files: "Files for machines",
      record: "Record as JSON",
      recordNote: "every fact of the site",
      schema: "JSON Schema of the record",
      schemaNote: "describes cv.json",
      jsonResume: "JSON Resume",
      publicationsAs: ({ format }: { format: string }) => `Publications as ${format}`,
      atom: "Atom feed of publications",
      jsonFeed: "JSON Feed of publications",
      pdf: "Curriculum vitae as PDF",
      publications: "Publications",
    },
  },
  /** The PDF. */
  pdf: {
    /** In which language the document says it is (BCP 47). */
    language: "en",
    title: ({ title, name }: { title: string; name: string }) => `${title}, ${name}`,
    keywords: ({ title, interests }: { title: string; interests: readonly string[] }) =>
      [title, ...interests].join("; "),
    attachment: "The record this document was made from",
    /** What a chart shows, for those who do not see it. */
    chart: ({ title, summary }: { title: string; summary: string }) => `${title}. ${summary}.`,
    /** Where a link leads, beside the words that are linked. */
    link: ({ words, address }: { words: string; address: string }) => `${words} (${address})`,
  },
  /** The letters of the digest and about subscriptions. */
  mail: {
    /** Under which mail programs gather what belongs together. */
    listName: ({ name }: { name: string }) => `New work by ${name}`,
    unsubscribe: "Unsubscribe",
    unsubscribeAt: ({ address }: { address: string }) => `Unsubscribe: ${address}`,
    earlier: "Earlier mails",
    digest: {
      fresh: "New",
      known: "Known work",
      events: "Talks and awards",
      more: ({ count }: { count: number }) => `${count} more on the site`,
      moreAt: ({ count, address }: { count: number; address: string }) =>
        `${count} more: ${address}`,
      lead: ({ name, summary }: { name: string; summary: string }) => say`${name}: ${summary}`,
      eventKind: ({ label, date }: { label: string; date: string }) => `${label}, ${date}`,
      why: ({ name }: { name: string }) => [
        "You get this because you subscribed to new work by ",
        link("site", name),
        ".",
      ],
      untracked: "It holds no pixel and no counted link.",
      questions: ({ contact }: { contact: string }) => [
        "Questions go to ",
        link("contact", contact),
        ".",
      ],
      onTheWeb: "On the web",
      onTheWebAt: ({ address }: { address: string }) => `On the web: ${address}`,
      change: "Change what you get",
      changeAt: ({ address }: { address: string }) => `Change what you get: ${address}`,
      privacy: "Privacy",
      privacyAt: ({ address }: { address: string }) => `Privacy: ${address}`,
    },
    confirmation: {
      subject: ({ name }: { name: string }) => `Confirm your subscription to new work by ${name}`,
      title: "Confirm your subscription",
      opening: ({ name }: { name: string }) =>
        stop(say`Confirm your subscription to new work by ${name}`),
      preview: "One click, and the subscription begins",
      lead: "Open this page and press the button there. The link works for two days.",
      button: "Confirm",
      why: ({ most }: { most: number }) =>
        "Someone, probably you, asked for new work at this address. If it was not you, do " +
        "nothing: the address is forgotten after a week, and nobody can have more than " +
        `${most} such mails a month sent here.`,
    },
    welcome: {
      subject: ({ name }: { name: string }) => `You are subscribed to new work by ${name}`,
      title: "You are subscribed",
      opening: ({ name }: { name: string }) => stop(say`You are subscribed to new work by ${name}`),
      choose: "Choose what you get and how often",
      chooseAt: ({ address }: { address: string }) =>
        `Choose what you get and how often (this link works for three days):\n${address}`,
      earlierAt: ({ address }: { address: string }) => `Earlier mails:\n${address}`,
      unsubscribeAt: ({ address }: { address: string }) => `Unsubscribe:\n${address}`,
    },
    /** Asked for: the link to a subscription. */
    manage: {
      subject: ({ name }: { name: string }) => `Change your subscription: new work by ${name}`,
      title: "Change your subscription",
      lead: "The link below leads to what you get and how often. It works for three days.",
      why: "Someone, probably you, asked for this link. Without it nothing is changed.",
      button: "What you get",
    },
    /** Instead of it, where somebody subscribed an address a second time. */
    reminder: {
      subject: ({ name }: { name: string }) => `You are subscribed already: new work by ${name}`,
      title: "You are subscribed already",
      lead: ({ name }: { name: string }) =>
        `${stop(say`This address already gets new work by ${name}`)} There is nothing to do. ` +
        "The link below leads to what you get and how often.",
      why: "Someone, probably you, typed this address into the form. Nothing was changed.",
      button: "What you get",
    },
  },
  /** Pages and notices of the digest service. */
  service: {
    skip: "Skip to the content",
    main: "Main",
    subscriptions: "Subscriptions",
    feed: "Editions, Atom",
    /** The title of a page in a list of windows. */
    titled: ({ title, name }: { title: string; name: string }) => `${title}, ${name}`,
    navigation: { publications: "Publications", cv: "CV", digest: "By e-mail" },
    foot: { editions: "Editions", manage: "Change or end a subscription", privacy: "Privacy" },
    todo: "What to do",
    done: "Done",
    oneClick: "One click",
    confirm: "Confirm",
    unsubscribe: "Unsubscribe",
    missing: { title: "There is no such page", home: "The first page" },
    broken: {
      title: "Something went wrong here",
      lead: "Nothing was changed. Try again in a moment.",
    },
    tooMany: "Too many requests from this network. Try again in a minute.",
    tooLong: {
      title: "That was too much",
      label: "Too long",
      unchanged: "Nothing was changed.",
      form: "The form was longer than it can be. Go back and try again.",
    },
    /** What is wrong with an address that somebody typed. */
    address: {
      empty: "No address was given.",
      control: "The address holds a line break or control character.",
      long: ({ most }: { most: number }) => `The address is longer than ${most} characters.`,
      shape: "That is not an e-mail address such as name@example.org.",
      office: "That is the address of an office. Give one that only you read.",
    },
    /** The forms into which an address is typed. */
    form: {
      email: "E-mail address",
      trap: "Leave this empty",
      fault: "That address does not work",
      sent: { title: "Look into your inbox", label: "Next" },
      subscribe: {
        title: "New work by e-mail",
        label: "Subscribe",
        button: "Subscribe",
        done:
          "If the address can be subscribed, a mail with a link is on its way. Open the link and " +
          "press the button there; nothing else is sent before you do.",
      },
      manage: {
        title: "Change or end a subscription",
        label: "Your address",
        button: "Mail me the link",
        lead: "Type the address that gets the mail. The link to change it or end it comes by mail.",
        done:
          "If the address is subscribed, a mail with a link is on its way. The link leads to " +
          "what " +
          "you get and how often, and works for three days.",
      },
    },
    /** What the links in mails lead to. */
    link: {
      unknown: {
        title: "This link does not work",
        lead: [
          "Nothing was changed. The link may be incomplete or too old: copy the whole address " +
            "from the mail. To leave the list, ",
          link("ask", "ask for a new link"),
          "; to get the digest, ",
          link("again", "subscribe again"),
          ".",
        ],
      },
      expired: {
        title: "This link has run out",
        lead: [
          "Confirmation links work for two days. ",
          link("again", "Subscribe again"),
          " to get a new one.",
        ],
      },
      confirmed: { title: "You are subscribed", label: "What comes" },
      confirm: { title: "Confirm your subscription" },
      left: {
        title: "You are unsubscribed",
        lead: [
          "Nothing more is sent. If it was a mistake, ",
          link("again", "subscribe again"),
          ".",
        ],
      },
      leave: {
        title: "Unsubscribe",
        lead: [
          "Nothing more is sent after it. To get less instead, ",
          link("change", "change your subscription"),
          ".",
        ],
      },
    },
    /** The page of one subscription. */
    manage: {
      title: "What you get",
      kept: "Your choice is kept",
      shown: "This is shown below and not yet kept. Press Save to keep it.",
      invalid: {
        expired: "This link has run out",
        unknown: "This link does not work",
        lead: [
          "Links to change a subscription work for three days. ",
          link("ask", "Ask for a new one."),
        ],
      },
      choice: "Your choice",
      next: "The next mail",
      nothing: "So far there is nothing new for it.",
      leave: "Leave",
      data: [
        link("file", "Everything that is stored about you"),
        ", as a file, or ",
        link("erase", "erase all of it"),
        ".",
      ],
      rhythm: "How often",
      scope: "About what",
      everything: { text: "Everything", note: "Every paper, whatever it is about." },
      some: {
        text: "Only papers on the topics ticked below",
        note: "Papers that name no topic come too.",
      },
      topics: "Topics",
      save: "Save",
      preview: "Show the next mail",
      erase: {
        title: "Erase everything",
        button: "Erase my address and all that belongs to it",
        lead:
          "The subscription ends. What stays is a number made from the address, from which it " +
          "cannot be read back; it keeps others from adding it again.",
      },
      erased: {
        title: "Your address is erased",
        lead: ["Nothing more is sent. ", link("privacy", "What is stored about subscribers")],
      },
    },
    /** The editions that were sent. */
    archive: {
      title: "Editions",
      sent: "As sent",
      none: "Nothing has been sent yet. The first edition comes when there is new work.",
      /** What stands below an edition, before the link to its text. */
      facts: ({ date, summary }: { date: string; summary: string }) => `${date} · ${summary} · `,
      asText: "as text",
      asTextLabel: ({ number }: { number: number }) => `Edition ${number} as text`,
      next: "Next",
      nextLink: "What the next one holds so far",
      follow: "Follow",
      ways: [
        link("email", "By e-mail"),
        ", or ",
        link("feed", "the editions as an Atom feed"),
        ".",
      ],
      missing: "There is no such edition",
      all: "All editions",
      feedTitle: ({ name }: { name: string }) => say`New work by ${name}, as mailed`,
    },
    /** What the next edition holds so far. */
    next: {
      title: "The next edition",
      soFar: "So far",
      soFarByTopic: "So far, by topic",
      nothing: "There is nothing new yet.",
      mail: "The mail as it would be sent",
      byTopic: "By topic",
      outline: ({ subject }: { subject: string }) => say`It would be headed “${subject}” and hold:`,
    },
    /** Pages that only whoever runs the service can see. */
    local: {
      mails: "Mail that would have been sent",
      newest: "Newest first",
      none: "None yet. Set SMTP_URL to send real mail.",
      to: ({ address }: { address: string }) => `to ${address}`,
      untitled: "Without a subject",
      asHtml: "As HTML",
      asHtmlLabel: "The mail as HTML",
      asText: "As plain text",
      headers: "Headers",
      nextMail: "The next mail",
      nothingNew: "Nothing new",
      noMail: "No mail would be sent.",
      since: ({ year }: { year: number }) => `One for everything since ${year}`,
    },
    /** What is kept about subscribers, and for how long. */
    privacy: {
      title: "Privacy",
      short: {
        label: "In short",
        needs:
          "The digest needs your e-mail address and your consent, and stores little more. It " +
          "sets " +
          "no cookies. Its mails hold no pixel and no counted link, so nobody can see whether " +
          "you " +
          "read them.",
        forgets: ({ unconfirmed, ended }: { unconfirmed: number; ended: number }) =>
          `An address that is not confirmed is forgotten after ${unconfirmed} days. After you ` +
          `leave, yours is forgotten after ${ended} days, or at once if you ask.`,
      },
      who: {
        label: "Who",
        lead: ({
          name,
          contact,
        }: {
          name: string;
          contact: string | undefined;
        }): Phrase<"contact"> =>
          contact === undefined
            ? [stop(say`The digest is sent by ${name}`)]
            : [say`The digest is sent by ${name}, `, link("contact", contact), "."],
      },
      rights: {
        label: "What you can do",
        lead: [
          link("ask", "Ask for the link to your subscription."),
          " It leads to everything that is stored about you, as a file; to what you get and how " +
            "often; and to the button that erases all of it. Each mail has a link that ends the " +
            "subscription at once.",
        ],
      },
      personal: "About you",
      impersonal: "About the digest",
      absent: {
        label: "Not stored",
        networks: ({ limits }: { limits: number }) =>
          "Network addresses: a form leaves a keyed hash of a whole network, for " +
          `${limits} days. What you read, open or click. Logs name the page that was asked for ` +
          "and how long it took; no e-mail address, no network address and no link of yours.",
        keyedHash:
          "A keyed hash is a number made from a text and a secret: it shows that two texts are " +
          "the same, and neither text can be read from it.",
      },
      holds: ({ columns }: { columns: readonly string[] }) => `Holds ${columns.join("; ")}.`,
      kept: ({ kept, table }: { kept: string; table: string }) => `Kept: ${kept} Table ${table}.`,
    },
    /** Every table of the service: what it is for, what its columns say, how long a row is kept. */
    stored: {
      subscribers: {
        purpose: "Who gets the digest, and the proof that they asked for it.",
        kept: ({ unconfirmed, ended }: Days) =>
          `Until you erase it. Unconfirmed, ${days(unconfirmed)}; after you leave, ${days(ended)}.`,
        columns: {
          id: "a random number for the subscription",
          address: "your e-mail address",
          status: "whether you confirmed or left",
          unsubscribe_hash: "how your link to leave is recognised",
          consent_text: "the sentence you agreed to",
          consent_at: "when you asked",
          consent_form: "the page you asked on",
          consent_locale: "the language of that page",
          confirmed_at: "when you confirmed",
          ended_at: "when you left",
          restored_at: "when you were brought back after mails had bounced",
          topics: "the topics you chose",
          frequency: "how often you want mail",
          is_tailored: "whether you chose anything",
          told_through: "the last edition you know",
          told_at: "when your last mail was planned",
        },
      },
      former_links: {
        purpose: "Links to leave in mails that were sent earlier, so that they go on working.",
        kept: always("A year."),
        columns: {
          hash: "how the link is recognised",
          subscriber_id: "whose it is; nobody's once the subscription is forgotten",
          until: "until when it works",
        },
      },
      tokens: {
        purpose: "Links in mails that confirm or change a subscription.",
        kept: ({ unconfirmed }: Days) => `Until ${days(unconfirmed)} after they have run out.`,
        columns: {
          hash: "how the link is recognised",
          purpose: "what it opens",
          subscriber_id: "whose it is",
          expires_at: "until when it works",
        },
      },
      notices: {
        purpose: "Mails about a subscription itself, such as the one that asks you to confirm.",
        kept: ({ notices }: Days) => `${days(notices)}.`,
        columns: {
          id: "a number",
          subscriber_id: "to whom",
          kind: "which mail",
          created_at: "when",
        },
      },
      deliveries: {
        purpose: "Which edition went to whom, so that nothing is sent twice.",
        kept: always("As long as the subscription."),
        columns: {
          edition: "which edition",
          variant: "which variant of it",
          subscriber_id: "to whom",
          state: "how far it came",
          message_id: "the mail's own id",
          attempts: "how often it was tried",
          due_at: "when it may be sent",
          worker: "which process sent it",
          reply: "what the mail server said, without addresses",
          code: "its code for a refusal",
          settled_at: "when it was over",
          route: "the domain of the address, while the mail waits",
          resends: "how often it was sent again on demand",
          alarms: "how often it was refused because of the sender",
        },
      },
      reports: {
        purpose: "What mail servers reported about mails later: bounces and complaints.",
        kept: always("As long as the subscription."),
        columns: {
          edition: "which edition",
          subscriber_id: "to whom",
          kind: "what kind of report",
          status: "its code",
          reply: "what the mail server said, without addresses",
          at: "when",
        },
      },
      bounce_brakes: {
        purpose: "Domains of which too many addresses bounced at once to be believed.",
        kept: always("For ever; it belongs to the archive."),
        columns: {
          edition: "in which edition",
          domain: "which domain, or all",
          reason: "what happened",
          at: "when",
          released_at: "when mail went on",
        },
      },
      sign_ups: {
        purpose: "Forms that were sent and not yet looked at.",
        kept: ({ forms }: Days) => `A few seconds; at most ${days(forms)}.`,
        columns: {
          id: "a random number",
          kind: "which form",
          address: "the address typed into it",
          network: "a keyed hash of the network it came from",
          is_timed: "whether it had been open for a moment",
          consent_text: "the sentence beside the form",
          form: "the page of the form",
          at: "when",
        },
      },
      limited_mails: {
        purpose: "Counts mails that forms caused, so that nobody can flood an address.",
        kept: ({ limits, confirmations }: Days) =>
          `${days(limits)}; how often an address was asked to confirm, ` +
          `${days(confirmations)}, without network and domain.`,
        columns: {
          id: "a number",
          kind: "which mail",
          address_hash: "a keyed hash of the address",
          network: "a keyed hash of the network",
          domain_hash: "a keyed hash of the domain",
          is_timed: "whether the form had been open for a moment",
          at: "when",
        },
      },
      suppressions: {
        purpose: "Addresses that must not be written to, without the addresses.",
        kept: always(
          "Until the owner confirms again. The same hash is noted in a file beside the " +
            "database and kept, so that no backup brings the address back.",
        ),
        columns: {
          hash: "a keyed hash of the address, from which it cannot be read back",
          reason: "why",
          at: "since when",
        },
      },
      spent_nonces: {
        purpose: "Forms that were used, so that a program cannot send one twice.",
        kept: always("Two hours."),
        columns: { hash: "a hash of the form's number", expires_at: "until when it counts" },
      },
      due_purges: {
        purpose: "That somebody was erased whose last bytes the database still has to let go of.",
        kept: always("Until it has, within the hour."),
        columns: { id: "a number", since: "when it was" },
      },
      editions: {
        purpose: "Every edition as it was sent.",
        kept: always("For ever; this is the archive."),
        columns: {
          number: "its number",
          subject: "its subject",
          summary: "what it holds",
          html: "the mail",
          text: "the mail as text",
          hash: "its fingerprint",
          created_at: "when",
          recipients: "to how many it was planned",
          erased: "how many of them were erased since",
          send_until: "until when it may be sent",
          held_at: "since when nothing of it is sent",
          held_reason: "why",
          held_until: "when that ends by itself",
          reported_at: "when the owner was told how it went",
        },
      },
      edition_variants: {
        purpose: "Editions as readers of chosen topics or a slower rhythm get them.",
        kept: always("For ever; this is the archive."),
        columns: {
          edition: "of which edition",
          key: "made from what it tells",
          subject: "its subject",
          html: "the mail",
          text: "the mail as text",
          hash: "its fingerprint",
          milestones: "what it tells",
          created_at: "when",
        },
      },
      rates: {
        purpose: "How many mails may go at once, to all and to one domain.",
        kept: ({ limits }: Days) => `${days(limits)}.`,
        columns: {
          route: "a domain, or all",
          tokens: "how many mails may go now",
          filled_at: "when that was counted",
        },
      },
      installation: {
        purpose: "Which installation this database belongs to, and whose that is.",
        kept: always("For ever."),
        columns: {
          id: "a random number",
          one: "that there is one",
          owner: "whose it is: name, ORCID and addresses, as the record publishes them",
          first_edition: "the owner's first edition",
          secret_fingerprint: "how the key of its hashes is recognised",
          link_fingerprint: "how the key of its links is recognised",
        },
      },
      slots: {
        purpose: "When an edition was due, and what came of it.",
        kept: always("For ever; a line for each."),
        columns: {
          slot: "when it was due",
          schedule: "by which schedule",
          outcome: "what came of it",
          handled_at: "when",
        },
      },
      announcements: {
        purpose: "Which works were told, so that none is told twice.",
        kept: always("For ever."),
        columns: { milestone: "what happened to a work", edition: "which edition told it" },
      },
      alarms: {
        purpose: "When the limits of forms were used up, and what the owner was told of.",
        kept: ({ alarms }: Days) => `${days(alarms)}.`,
        columns: { kind: "which limit, or what was told", hour: "when" },
      },
    },
    /** Tables that belong to tools, whose columns are theirs. */
    tools: {
      migrations: "Which version of the tables this is.",
      queue:
        "The queue of work to do. A job holds the random number of a subscription or form, never " +
        "an address.",
    },
  },
};

export type Words = typeof en;
