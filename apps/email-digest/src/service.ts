import { contentFolder, formatFault, loadCv } from "@triptych/data";
import type { Cv } from "@triptych/schema";
import { digestPromise, type Edition } from "@triptych/view";
import { createHash } from "node:crypto";
import { join } from "node:path";
import process from "node:process";
import { type Addresses, createAddresses, UNSUBSCRIBE_PLACEHOLDER } from "./addresses.ts";
import { type Db, openDatabase, type OpenDatabase } from "./database/open-database.ts";
import { createEdition, type CreateResult, type EditionMail, storeBaseline } from "./edition-store.ts";
import type { Environment } from "./env.ts";
import { type Jobs, openJobs } from "./jobs.ts";
import { renderDigest } from "./mail/render-mail.tsx";
import { createFolderMailer, createSmtpMailer, type Mailer } from "./mailer.ts";

/** The record has faults; the message lists them. */
export class FaultyRecord extends Error {}

/** Everything the routes, the worker and the commands need, opened once. */
export interface Service {
  db: Db;
  database: OpenDatabase;
  jobs: Jobs;
  mailer: Mailer;
  environment: Environment;
  addresses: Addresses;
  name: string;
  promise: string;
  secret: string;
  now: () => Date;
  /** Reads the record as it is now: an edited file reaches the next edition without a restart. */
  readCv(): Promise<Cv>;
  enqueueNotice(subscriberId: string, kind: "confirmation" | "welcome"): Promise<void>;
  composeEdition(): Promise<CreateResult>;
  close(): Promise<void>;
}

/** What the routes need of it. */
export type WebService = Pick<Service, "db" | "name" | "promise" | "secret" | "now" | "addresses" | "readCv" | "enqueueNotice">;

export async function readCv(environment: Environment): Promise<Cv> {
  const result = await loadCv(contentFolder(environment.CV_DIR, process.cwd()));
  if (result.kind === "valid") return result.cv;
  throw new FaultyRecord(result.faults.map(formatFault).join("\n"));
}

export function publicAddress(environment: Environment, cv: Cv): string {
  return environment.PUBLIC_URL ?? cv.settings.url ?? `http://localhost:${environment.PORT}`;
}

/** Folder of mails that are written instead of sent; undefined where there is a mail server. */
export function mailFolder(environment: Environment): string | undefined {
  return environment.SMTP_URL === undefined ? join(environment.TRIPTYCH_DIR, "mail") : undefined;
}

/** Connections to the mail server; also how many mails are under way at once. */
export const CONNECTIONS = 5;

function openMailer(environment: Environment): Mailer {
  const folder = mailFolder(environment);
  return folder === undefined ? createSmtpMailer(environment.SMTP_URL ?? "", CONNECTIONS) : createFolderMailer(folder);
}

/** The edition as it will be stored: complete but for the address that ends a subscription. */
export function renderStored(cv: Cv, edition: Edition, number: number, addresses: Addresses): Promise<EditionMail> {
  return renderDigest({ name: cv.profile.name, edition, number, note: cv.settings.digest?.note, addresses, unsubscribe: UNSUBSCRIBE_PLACEHOLDER });
}

/** Opens database, queue and mail, and stores the baseline on the first start. */
export async function openService(
  environment: Environment,
  options: { isWorker: boolean; onError: (error: Error) => void },
): Promise<Service & { isFirstStart: boolean }> {
  const cv = await readCv(environment);
  const addresses = createAddresses(publicAddress(environment, cv));
  const database = await openDatabase(environment.DATABASE_URL, join(environment.TRIPTYCH_DIR, "db"));
  const isFirstStart = await storeBaseline(database.db, cv);
  const jobs = await openJobs(database.connection, options);
  const mailer = openMailer(environment);
  const now = () => new Date();
  const service: Service = {
    db: database.db,
    database,
    jobs,
    mailer,
    environment,
    addresses,
    name: cv.profile.name,
    promise: digestPromise(cv),
    secret: createHash("sha256").update(environment.DIGEST_SECRET).digest("hex"),
    now,
    readCv: () => readCv(environment),
    enqueueNotice: (subscriberId, kind) => jobs.enqueueNotice({ subscriberId, kind }),
    composeEdition: async () => {
      const current = await readCv(environment);
      return createEdition({
        db: database.db,
        cv: current,
        domain: environment.MAIL_FROM.split("@")[1] ?? "localhost",
        now: now(),
        render: (edition, number) => renderStored(current, edition, number, addresses),
        enqueue: (tx, number) => jobs.enqueueDelivery(tx, number),
      });
    },
    close: async () => {
      await jobs.stop();
      mailer.close();
      await database.close();
    },
  };
  return { ...service, isFirstStart };
}
