import { readOrcid } from "@triptych/exchange/import";
import { completeReading } from "../lookup/pointer-lookup.ts";
import { MAX_AGE, nobody, orcidOf, type OwnerResult, type Question } from "./question.ts";

/** The public record of ORCID; works that name no authors there are looked up by their DOIs. */
export async function askOrcid(question: Question): Promise<OwnerResult> {
  const { client, id, onWork } = question;
  const orcid = orcidOf(question);
  if (orcid === undefined)
    return nobody(
      id === undefined
        ? "The profile has no orcid; add it, or give --id with your ORCID iD."
        : `${id} holds no ORCID iD such as 0000-0002-1825-0097.`,
    );
  const url = `https://pub.orcid.org/v3.0/${orcid}/record`;
  const answer = await client.get(url, "application/json", MAX_AGE);
  if (answer.kind !== "found") return answer;
  return completeReading(client, "orcid.org", readOrcid(answer.text), onWork);
}
