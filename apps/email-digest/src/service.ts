import type { Cv } from "@triptych/schema";
import { digestPromise, type Edition } from "@triptych/view";
import type { Transaction } from "kysely";
import { type Addresses, createAddresses } from "./addresses/page-addresses.ts";
import { type Db, openDatabase, type OpenDatabase } from "./database/open-database.ts";
import type { NoticeKind, Tables } from "./database/schema.ts";
import {
  catchUp,
  type CatchUpResult,
  createEdition,
  type CreateResult,
} from "./editions/create-edition.ts";
import { repeatDepartures } from "./journal/departures.ts";
import { domainOf } from "./addresses/email-address.ts";
import type { Config } from "./config.ts";
import { type Jobs, openJobs } from "./database/jobs.ts";
import type { Journal } from "./journal/journal.ts";
import { openRecord } from "./record.ts";
import { openInstallationJournal, syncAnnouncements } from "./journal/restored-database.ts";
import { createFolderMailer, createSmtpMailer, type Mailer } from "./smtp/mailer.ts";
import { type LeftOut, readLeftOut, type Unpublished } from "./editions/unpublished.ts";
import { renderEdition } from "./editions/render-edition.ts";
import { claimSecret } from "./secret/claim-secret.ts";
import { type Claim, claimInstallation } from "./owner/claim-installation.ts";
import { language } from "./words.ts";

/** What came of composing, and what waits for a later edition. */
export type Composed = (CreateResult | CatchUpResult) & { unpublished: Unpublished };

/** Everything the routes, the worker and the commands need, opened once. */
export interface Service {
  db: Db;
  database: OpenDatabase;
  journal: Journal;
  jobs: Jobs;
  mailer: Mailer;
  config: Config;
  addresses: Addresses;
  name: string;
  promise: string;
  secret: string;
  linkKey: string;
  now: () => Date;
  /** Reads the record as it is now: an edited file reaches the next edition without a restart. */
  readCv: () => Promise<Cv>;
  readLeftOut: (cv: Cv) => Promise<LeftOut>;
  enqueueNotice(subscriberId: string, kind: NoticeKind, tx: Transaction<Tables>): Promise<void>;
  enqueueSignUp(signUpId: string, tx: Transaction<Tables>): Promise<void>;
  /** Makes the edition that is due, or plans those who are due for the last one. */
  composeEdition(): Promise<Composed>;
  close(): Promise<void>;
}

/** What the routes need of it. */
export type WebService = Pick<
  Service,
  | "db"
  | "name"
  | "promise"
  | "secret"
  | "linkKey"
  | "now"
  | "addresses"
  | "readCv"
  | "readLeftOut"
  | "enqueueNotice"
  | "enqueueSignUp"
>;

/** Whether readers can subscribe; without a digest, the site alone is handed out. */
export function hasDigest({ settings }: Cv): boolean {
  return settings.digest?.service !== "none";
}

/** Addresses of the service, and of the site where the record says that it is elsewhere. */
export function listAddresses(
  { siteUrl, port }: Pick<Config, "siteUrl" | "port">,
  { settings }: Cv,
): Addresses {
  const service = settings.digest?.service ?? "";
  const site = siteUrl ?? settings.url;
  return /^https?:/.test(service)
    ? createAddresses(service, site)
    : createAddresses(site ?? `http://localhost:${port}`);
}

export function openMailer({ mailFolder, smtpUrl, connections, signing }: Config): Mailer {
  return mailFolder === undefined
    ? createSmtpMailer(smtpUrl ?? "", connections, signing)
    : createFolderMailer(mailFolder, signing);
}

export type StartedService = Service & Claim;

interface OpenOptions {
  isWorker: boolean;
  onError: (error: Error) => void;
}

/**
 * Opens database, queue and mail, and stores the baseline on the first start. Where that fails
 * nothing stays open.
 * @throws OtherOwner where the record is not of the person whose installation it is
 * @throws OtherSecret
 */
export async function openService(config: Config, options: OpenOptions): Promise<StartedService> {
  const readCv = openRecord(config.recordFolder);
  const cv = await readCv();
  const database = await openDatabase(config.databaseUrl, config.databaseFolder);
  try {
    return await assembleService({ config, readCv, cv, database }, options);
  } catch (error) {
    // What ended the start is reported, not what may come of closing after it.
    await database.close().catch(() => undefined);
    throw error;
  }
}

/**
 * The journal of the installation, with which a database is brought up to date that was restored
 * from a backup.
 */
async function recall(
  db: Db,
  { journalFolder, secret }: Config,
  onError: (error: Error) => void,
): Promise<Journal> {
  const journal = await openInstallationJournal(db, journalFolder);
  const forgotten = await syncAnnouncements(db, journal);
  if (forgotten > 0)
    onError(
      new Error(
        `The database is older than what was sent from here: ${forgotten} milestones were ` +
          "announced already.",
      ),
    );
  const gone = await repeatDepartures(db, secret, journal);
  if (gone > 0)
    onError(
      new Error(
        `The database is older than this machine's journal: ${gone} people had left or were ` +
          "erased.",
      ),
    );
  return journal;
}

/** Makes the edition that is due, or plans those who are due for the last one. */
async function composeEdition(
  service: Pick<
    Service,
    "db" | "journal" | "jobs" | "config" | "addresses" | "now" | "readCv" | "readLeftOut"
  >,
): Promise<Composed> {
  const { db, journal, jobs, config, addresses, now, readCv } = service;
  const cv = await readCv();
  // The folder may hold another person's record by now, or the database have changed hands.
  await claimInstallation(db, cv);
  const { unpublished } = await service.readLeftOut(cv);
  const options = {
    db,
    journal,
    cv,
    waiting: unpublished.milestones,
    domain: domainOf(config.mailFrom),
    now: now(),
    render: (edition: Edition, number: number, tailored?: string) =>
      renderEdition(cv, edition, number, addresses, tailored),
    enqueue: (tx: Transaction<Tables>, number: number) => jobs.enqueueDelivery(tx, number),
  };
  const result = await createEdition(options);
  const composed = result.kind === "nothing-new" ? await catchUp(options) : result;
  return { ...composed, unpublished };
}

type Parts = Pick<Service, "config" | "readCv" | "database"> & { cv: Cv };

async function assembleService(
  { config, readCv, cv, database }: Parts,
  options: OpenOptions,
): Promise<StartedService> {
  const { db } = database;
  const claim = await claimInstallation(db, cv);
  await claimSecret(db, config, new Date());
  const journal = await recall(db, config, options.onError);
  const jobs = await openJobs(database, options);
  const mailer = openMailer(config);
  const parts = {
    db,
    database,
    journal,
    jobs,
    mailer,
    config,
    addresses: listAddresses(config, cv),
    name: cv.profile.name,
    promise: digestPromise(cv, language),
    secret: config.secret,
    linkKey: config.linkKey,
    now: () => new Date(),
    readCv,
    readLeftOut: (record: Cv) => readLeftOut(db, record, config.siteFolder),
  };
  return {
    ...parts,
    ...claim,
    enqueueNotice: (subscriberId, kind, tx) => jobs.enqueueNotice({ subscriberId, kind }, tx),
    enqueueSignUp: (signUpId, tx) => jobs.enqueueSignUp({ signUpId }, tx),
    composeEdition: () => composeEdition(parts),
    close: async () => {
      await jobs.stop();
      mailer.close();
      await database.close();
    },
  };
}
