import { readOpenAlex } from "@triptych/exchange/import";
import { z } from "zod";
import { askPages } from "./pages.ts";
import { linkOf, nobody, orcidOf, type OwnerResult, type Question } from "./question.ts";

const Page = z.object({ meta: z.object({ next_cursor: z.string().nullish() }).optional() });

/** Who is meant: the author's number, else whoever has the ORCID iD. */
function filterFor(question: Question): string | undefined {
  const { id, profile } = question;
  const author = /A\d{4,}/i.exec(id ?? linkOf(profile, "openalex") ?? "")?.[0];
  if (author !== undefined) return `author.id:${author.toUpperCase()}`;
  const orcid = orcidOf(question);
  return orcid === undefined ? undefined : `author.orcid:${orcid}`;
}

/** Works of an author, 200 a page. */
export async function askOpenAlex(question: Question): Promise<OwnerResult> {
  const { client, contact } = question;
  const filter = filterFor(question);
  if (filter === undefined)
    return nobody(
      "The profile has neither a link to openalex nor an orcid; add one, or give --id with " +
        "your author number (A…).",
    );
  const pageAt = (cursor: string) =>
    `https://api.openalex.org/works?${new URLSearchParams({
      filter,
      "per-page": "200",
      cursor,
      ...(contact === undefined ? {} : { mailto: contact }),
    }).toString()}`;
  return askPages(client, {
    file: "openalex.org",
    accept: "application/json",
    first: pageAt("*"),
    read: readOpenAlex,
    next: (text) => {
      const cursor = Page.safeParse(JSON.parse(text)).data?.meta?.next_cursor;
      return cursor === undefined || cursor === null ? undefined : pageAt(cursor);
    },
  });
}
