import type { SourcedReading } from "@triptych/exchange/import";
import type { Profile } from "@triptych/schema";
import type { Answer, Client } from "../lookup/http-client.ts";

/** What a source is asked with. */
export interface Question {
  client: Client;
  profile: Profile;
  /** DOIs of the record. */
  dois: readonly string[];
  /** Who the owner is there; else the profile says it. */
  id?: string | undefined;
  contact?: string | undefined;
  onWork: (done: number, all: number) => void;
}

export type OwnerResult =
  | { kind: "found"; readings: SourcedReading[] }
  /** Nobody says who the owner is there. */
  | { kind: "nobody"; message: string }
  | Exclude<Answer, { kind: "found" }>;

export type Ask = (question: Question) => Promise<OwnerResult>;

/** Lists of works change; they are asked for again after an hour. */
export const MAX_AGE = 3_600_000;

export const nobody = (message: string): OwnerResult => ({ kind: "nobody", message });

export const linkOf = ({ links }: Profile, site: string) =>
  links.find((link) => link.site === site)?.url;

/** The owner's ORCID iD; many write it as the address of its page. */
export const orcidOf = ({ id, profile }: Question): string | undefined =>
  /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/i
    .exec(id ?? profile.orcid ?? linkOf(profile, "orcid") ?? "")?.[0]
    .toUpperCase();
