import { RETENTION } from "./retention.ts";

/** What a table is for, what its columns say, and how long its rows live. */
export interface StoredTable {
  table: string;
  purpose: string;
  /** How long a row is kept, in words. */
  kept: string;
  /** Whether a row belongs to a person. */
  isPersonal: boolean;
  columns: Record<string, string>;
}

const days = (count: number) => (count === 1 ? "one day" : `${count} days`);

/**
 * Everything the service stores, told once: the page about privacy is made from it, and a test
 * compares it with the tables of a real database, so that nothing can be stored that the page does
 * not name.
 */
export const STORED_DATA: readonly StoredTable[] = [
  {
    table: "subscribers",
    purpose: "Who gets the digest, and the proof that they asked for it.",
    kept: `Until you erase it. Unconfirmed, ${days(RETENTION.unconfirmed)}; after you leave, ${days(RETENTION.ended)}.`,
    isPersonal: true,
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
      topics: "the topics you chose",
      frequency: "how often you want mail",
      is_tailored: "whether you chose anything",
      told_through: "the last edition you know",
      told_at: "when your last mail was planned",
    },
  },
  {
    table: "tokens",
    purpose: "Links in mails that confirm or change a subscription.",
    kept: `Until ${days(RETENTION.unconfirmed)} after they have run out.`,
    isPersonal: true,
    columns: {
      hash: "how the link is recognised",
      purpose: "what it opens",
      subscriber_id: "whose it is",
      expires_at: "until when it works",
    },
  },
  {
    table: "notices",
    purpose: "Mails about a subscription itself, such as the one that asks you to confirm.",
    kept: `${days(RETENTION.notices)}.`,
    isPersonal: true,
    columns: { id: "a number", subscriber_id: "to whom", kind: "which mail", created_at: "when" },
  },
  {
    table: "deliveries",
    purpose: "Which edition went to whom, so that nothing is sent twice.",
    kept: "As long as the subscription.",
    isPersonal: true,
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
    },
  },
  {
    table: "reports",
    purpose: "What mail servers reported about mails later: bounces and complaints.",
    kept: "As long as the subscription.",
    isPersonal: true,
    columns: {
      edition: "which edition",
      subscriber_id: "to whom",
      kind: "what kind of report",
      status: "its code",
      reply: "what the mail server said, without addresses",
      at: "when",
    },
  },
  {
    table: "sign_ups",
    purpose: "Forms that were sent and not yet looked at.",
    kept: `A few seconds; at most ${days(RETENTION.forms)}.`,
    isPersonal: true,
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
  {
    table: "limited_mails",
    purpose: "Counts mails that forms caused, so that nobody can flood an address.",
    kept: `${days(RETENTION.limits)}; how often an address was asked to confirm, ${days(RETENTION.confirmations)}, without network and domain.`,
    isPersonal: true,
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
  {
    table: "suppressions",
    purpose: "Addresses that must not be written to, without the addresses.",
    kept: "Until the owner confirms again. The same hash is noted in a file beside the database and kept, so that no backup brings the address back.",
    isPersonal: true,
    columns: {
      hash: "a keyed hash of the address, from which it cannot be read back",
      reason: "why",
      at: "since when",
    },
  },
  {
    table: "spent_nonces",
    purpose: "Forms that were used, so that a program cannot send one twice.",
    kept: "Two hours.",
    isPersonal: false,
    columns: { hash: "a hash of the form's number", expires_at: "until when it counts" },
  },
  {
    table: "due_purges",
    purpose: "That somebody was erased whose last bytes the database still has to let go of.",
    kept: "Until it has, within the hour.",
    isPersonal: false,
    columns: { id: "a number", since: "when it was" },
  },
  {
    table: "editions",
    purpose: "Every edition as it was sent.",
    kept: "For ever; this is the archive.",
    isPersonal: false,
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
    },
  },
  {
    table: "edition_variants",
    purpose: "Editions as readers of chosen topics or a slower rhythm get them.",
    kept: "For ever; this is the archive.",
    isPersonal: false,
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
  {
    table: "rates",
    purpose: "How many mails may go at once, to all and to one domain.",
    kept: `${days(RETENTION.limits)}.`,
    isPersonal: false,
    columns: {
      route: "a domain, or all",
      tokens: "how many mails may go now",
      filled_at: "when that was counted",
    },
  },
  {
    table: "installation",
    purpose: "Which installation this database belongs to.",
    kept: "For ever.",
    isPersonal: false,
    columns: { id: "a random number", one: "that there is one" },
  },
  {
    table: "announcements",
    purpose: "Which works were told, so that none is told twice.",
    kept: "For ever.",
    isPersonal: false,
    columns: { milestone: "what happened to a work", edition: "which edition told it" },
  },
  {
    table: "alarms",
    purpose: "When the limits of forms were used up.",
    kept: `${days(RETENTION.alarms)}.`,
    isPersonal: false,
    columns: { kind: "which limit", hour: "when" },
  },
];

/**
 * Tables that belong to tools: what they hold is said in one sentence each, and their columns are
 * theirs.
 */
export const TOOL_TABLES: readonly { schema: string; name: RegExp; purpose: string }[] = [
  { schema: "public", name: /^kysely_migration/, purpose: "Which version of the tables this is." },
  {
    schema: "jobs",
    name: /./,
    purpose:
      "The queue of work to do. A job holds the random number of a subscription or form, never an address.",
  },
];
