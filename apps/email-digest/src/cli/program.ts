import type { Program } from "@triptych/terminal";
import { explainFault } from "./explain-fault.ts";

/** A new command is a file here and an entry in this list. */
export const DIGEST: Program = {
  name: "digest",
  description: "Subscriptions, editions and the mail.",
  variables: async () => (await import("../env.ts")).Variables,
  explain: explainFault,
  commands: {
    serve: {
      summary: "serve the site and the subscriptions, and work in the background",
      load: async () => (await import("./serve.ts")).declareServe,
    },
    worker: {
      summary: "only the background work; any number may run beside each other",
      load: async () => (await import("./worker.ts")).declareWorker,
    },
    preview: {
      summary: "show the next edition; nothing is stored or sent",
      load: async () => (await import("./editions/preview.ts")).declarePreview,
    },
    "test-send": {
      summary: "send the next edition to one address, as a test; nothing counts as announced",
      load: async () => (await import("./editions/test-send.ts")).declareTestSend,
    },
    send: {
      summary: "make the edition now and wait until it is delivered",
      load: async () => (await import("./editions/send.ts")).declareSend,
    },
    status: {
      summary: "subscribers, next slots, limits, and how far the mails of each edition have come",
      load: async () => (await import("./status.ts")).declareStatus,
    },
    editions: {
      summary: "every edition, its ledger, and what waits for a decision",
      load: async () => (await import("./editions/editions.ts")).declareEditions,
    },
    subscribers: {
      summary: "who gets the digest: list, add, import, export, allow, restore, erase",
      load: async () => (await import("./subscribers/subscribers.ts")).declareSubscribers,
    },
    bounces: {
      summary: "act on what mail servers report: bounces and complaints",
      load: async () => (await import("./bounces.ts")).declareBounces,
    },
    adopt: {
      summary: "hand the digest over to the owner of another record",
      load: async () => (await import("./adopt.ts")).declareAdopt,
    },
    secret: {
      summary: "the key of links and hashes: make a new one, or go on without the old",
      load: async () => (await import("./secret.ts")).declareSecret,
    },
    doctor: {
      summary: "look at DNS, mail server and a rendered mail, and say what to change",
      load: async () => (await import("./doctor.ts")).declareDoctor,
    },
    db: {
      summary: "the database: start, stop, back up, restore, upgrade",
      load: async () => (await import("./database/database.ts")).declareDatabase,
    },
  },
};
