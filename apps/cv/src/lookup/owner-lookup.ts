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

async function askOrcid(
  client: Client,
  id: string,
  onWork: (done: number, all: number) => void,
): Promise<OwnerResult> {
  const answer = await client.get(
    `https://pub.orcid.org/v3.0/${id}/record`,
    "application/json",
    MAX_AGE,
  );
  if (answer.kind !== "found") return answer;
  const reading = readOrcid(answer.text);
  return completeReading(client, "orcid.org", reading, onWork);
}

const Page = z.object({ meta: z.object({ next_cursor: z.string().nullish() }).optional() });

async function askOpenAlex(
  client: Client,
  filter: string,
  contact: string | undefined,
): Promise<OwnerResult> {
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

/**
 * Everything a service lists for the owner, who is found by `id` or by the links of the profile.
 */
export async function lookUpOwner(
  client: Client,
  service: Service,
  profile: Profile,
  {
    id,
    contact,
    onWork,
  }: {
    id?: string | undefined;
    contact?: string | undefined;
    onWork: (done: number, all: number) => void;
  },
): Promise<OwnerResult> {
  if (service === "orcid") {
    // Many write it as the address of its page.
    const orcid = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/i.exec(id ?? profile.orcid ?? "")?.[0];
    if (orcid !== undefined) return askOrcid(client, orcid.toUpperCase(), onWork);
    const message =
      id === undefined
        ? "The profile has no orcid; add it, or give --id with your ORCID iD."
        : `${id} holds no ORCID iD such as 0000-0002-1825-0097.`;
    return { kind: "nobody", message };
  }
  if (service === "openalex") {
    const author = /A\d{4,}/i.exec(id ?? linkOf(profile, "openalex") ?? "")?.[0];
    const filter =
      author !== undefined
        ? `author.id:${author.toUpperCase()}`
        : profile.orcid === undefined
          ? undefined
          : `author.orcid:${profile.orcid}`;
    return filter === undefined
      ? {
          kind: "nobody",
          message:
            "The profile has neither a link to openalex nor an orcid; add one, or give --id with your author number (A…).",
        }
      : askOpenAlex(client, filter, contact);
  }
  const pid = /(?:pid\/)?([\w-]+\/[\w-]+?)(?:\.(?:html|bib|xml))?$/.exec(
    id ?? linkOf(profile, "dblp") ?? "",
  )?.[1];
  if (pid === undefined)
    return {
      kind: "nobody",
      message:
        "The profile has no link to dblp such as https://dblp.org/pid/12/3456; add it, or give --id 12/3456.",
    };
  const answer = await client.get(
    `https://dblp.org/pid/${pid}.bib?param=1`,
    "application/x-bibtex",
    MAX_AGE,
  );
  return answer.kind === "found"
    ? { kind: "found", readings: [{ file: "dblp.org", reading: readBibtex(answer.text) }] }
    : answer;
}
