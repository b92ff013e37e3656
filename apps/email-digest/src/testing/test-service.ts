import { Cv } from "@triptych/schema";
import type { NoticeKind } from "../database/schema.ts";
import { readLeftOut } from "../editions/unpublished.ts";
import { listAddresses, type WebService } from "../service.ts";
import { processSignUp, type SignUpOutcome } from "../subscribers/sign-up/sign-up.ts";
import { openTestDatabase } from "./test-database.ts";

export const SECRET = "a secret for tests";

/** A service without queue and mail: what it would enqueue is kept in lists. */
export interface TestService {
  service: WebService;
  url: string;
  notices: { id: string; kind: NoticeKind }[];
  alarms: string[];
  /** Moves the clock. */
  pass(minutes: number): void;
  /**
   * Looks at every form that was filed, as the worker would; several calls share the work, as
   * several workers do.
   */
  settle(): Promise<SignUpOutcome[]>;
  close(): Promise<void>;
}

export async function openTestService(
  cv: Cv = Cv.parse({ profile: { name: "Ada Example" } }),
): Promise<TestService> {
  const database = await openTestDatabase();
  let clock = new Date("2026-01-01T12:00:00Z");
  const filed: string[] = [];
  const notices: TestService["notices"] = [];
  const alarms: string[] = [];
  const siteUrl = cv.settings.url === undefined ? "https://site.example" : undefined;
  const service: WebService = {
    db: database.db,
    name: cv.profile.name,
    promise: "Something now and then.",
    secret: SECRET,
    linkKey: SECRET,
    now: () => clock,
    addresses: listAddresses({ siteUrl, port: 3000 }, cv),
    readCv: () => Promise.resolve(cv),
    readLeftOut: (record) => readLeftOut(database.db, record, undefined),
    enqueueNotice: (id, kind) => Promise.resolve(void notices.push({ id, kind })),
    enqueueSignUp: (id) => Promise.resolve(void filed.push(id)),
  };
  return {
    service,
    url: database.url,
    notices,
    alarms,
    pass: (minutes) => (clock = new Date(clock.getTime() + minutes * 60_000)),
    settle: async () => {
      const outcomes: SignUpOutcome[] = [];
      for (let id = filed.shift(); id !== undefined; id = filed.shift())
        outcomes.push(
          await processSignUp({ ...service, onAlarm: (kind) => alarms.push(kind) }, id),
        );
      return outcomes;
    },
    close: () => database.close(),
  };
}
