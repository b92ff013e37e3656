import type { Db } from "../database/open-database.ts";

export type AlarmKind =
  | "worker"
  | "held"
  | "waiting"
  | "missed"
  | "unknown"
  | "refused"
  | "bounces"
  | "sign-ups"
  | "disk"
  | "backup";

/** What is looked at. */
export interface Watched {
  db: Db;
  now: Date;
  /** Where the installation keeps its files. */
  stateFolder: string;
}

/** Something that the owner must know, and what to do about it. */
export interface Alarm {
  kind: AlarmKind;
  /** In a sentence, without addresses. */
  found: string;
  remedy: string;
}
