import {
  readBibtex,
  readOpenAlex,
  readOrcid,
  type SourcedReading,
} from "@triptych/exchange/import";
import type { Profile } from "@triptych/schema";
import { z } from "zod";
import type { Answer, Client } from "./http-client.ts";
import { completeReading } from "./pointer-lookup.ts";

export const SERVICES = ["orcid", "openalex", "dblp"] as const;
export type Service = (typeof SERVICES)[number];

export type OwnerResult =
  | { kind: "found"; readings: SourcedReading[] }
  | { kind: "nobody"; message: string }
  | Exclude<Answer, { kind: "found" }>;

/** Lists of works change; they are asked for again after an hour. */
const MAX_AGE = 3_600_000;
/** A page of OpenAlex holds 200 works at most; more pages than this nobody has written. */
const MAX_PAGES = 50;

const linkOf = ({ links }: Profile, site: string) => links.find((link) => link.site === site)?.url;

/** What a service is asked with. */
interface Question {
  client: Client;
  profile: Profile;
  /** Who the owner is there; else the profile says it. */
  id?: string | undefined;
  contact?: string | undefined;
  onWork: (done: number, all: number) => void;
}

const nobody = (message: string): OwnerResult => ({ kind: "nobody", message });

async function askOrcid({ client, profile, id, onWork }: Question): Promise<OwnerResult> {
  // Many write it as the address of its page.
  const orcid = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/i.exec(id ?? profile.orcid ?? "")?.[0];
  if (orcid === undefined)
    return nobody(
      id === undefined
        ? "The profile has no orcid; add it, or give --id with your ORCID iD."
        : `${id} holds no ORCID iD such as 0000-0002-1825-0097.`,
    );
  const answer = await client.get(
    `https://pub.orcid.org/v3.0/${orcid.toUpperCase()}/record`,
    "application/json",
    MAX_AGE,
  );
  if (answer.kind !== "found") return answer;
  return completeReading(client, "orcid.org", readOrcid(answer.text), onWork);
}

const Page = z.object({ meta: z.object({ next_cursor: z.string().nullish() }).optional() });

/** Who is meant: the author's number, else whoever has the ORCID iD. */
function openAlexFilter({ profile, id }: Question): string | undefined {
  const author = /A\d{4,}/i.exec(id ?? linkOf(profile, "openalex") ?? "")?.[0];
  if (author !== undefined) return `author.id:${author.toUpperCase()}`;
  return profile.orcid === undefined ? undefined : `author.orcid:${profile.orcid}`;
}

async function askOpenAlex(question: Question): Promise<OwnerResult> {
  const { client, contact } = question;
  const filter = openAlexFilter(question);
  if (filter === undefined)
    return nobody(
      "The profile has neither a link to openalex nor an orcid; add one, or give --id with " +
        "your author number (A…).",
    );
  const readings: SourcedReading[] = [];
  let cursor: string | undefined = "*";
  for (let page = 0; page < MAX_PAGES && cursor !== undefined; page += 1) {
    const query = new URLSearchParams({
      filter,
      "per-page": "200",
      cursor,
      ...(contact === undefined ? {} : { mailto: contact }),
    });
    const answer = await client.get(
      `https://api.openalex.org/works?${query.toString()}`,
      "application/json",
      MAX_AGE,
    );
    if (answer.kind !== "found") return answer;
    const reading = readOpenAlex(answer.text);
    if (reading.read > 0) readings.push({ file: "openalex.org", reading });
    let value: unknown;
    try {
      value = JSON.parse(answer.text);
    } catch {
      return { kind: "refused", host: "api.openalex.org", reason: "the answer is not JSON" };
    }
    const parsed = Page.safeParse(value);
    cursor = reading.read === 0 ? undefined : (parsed.data?.meta?.next_cursor ?? undefined);
  }
  return { kind: "found", readings };
}

async function askDblp({ client, profile, id }: Question): Promise<OwnerResult> {
  const pid = /(?:pid\/)?([\w-]+\/[\w-]+?)(?:\.(?:html|bib|xml))?$/.exec(
    id ?? linkOf(profile, "dblp") ?? "",
  )?.[1];
  if (pid === undefined)
    return nobody(
      "The profile has no link to dblp such as https://dblp.org/pid/12/3456; add it, or give " +
        "--id 12/3456.",
    );
  const address = `https://dblp.org/pid/${pid}.bib?param=1`;
  const answer = await client.get(address, "application/x-bibtex", MAX_AGE);
  return answer.kind === "found"
    ? { kind: "found", readings: [{ file: "dblp.org", reading: readBibtex(answer.text) }] }
    : answer;
}

const ASK = { orcid: askOrcid, openalex: askOpenAlex, dblp: askDblp } as const satisfies Record<
  Service,
  (question: Question) => Promise<OwnerResult>
>;

/**
 * Everything a service lists for the owner, who is found by `id` or by the links of the profile.
 */
export function lookUpOwner(service: Service, question: Question): Promise<OwnerResult> {
  return ASK[service](question);
}
