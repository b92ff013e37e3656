import { readBibtex } from "@triptych/exchange/import";
import { askPages } from "./pages.ts";
import { linkOf, nobody, type OwnerResult, type Question } from "./question.ts";

/** The bibliography of a person of DBLP. */
export async function askDblp({ client, profile, id }: Question): Promise<OwnerResult> {
  const pid = /(?:pid\/)?([\w-]+\/[\w-]+?)(?:\.(?:html|bib|xml))?$/.exec(
    id ?? linkOf(profile, "dblp") ?? "",
  )?.[1];
  if (pid === undefined)
    return nobody(
      "The profile has no link to dblp such as https://dblp.org/pid/12/3456; add it, or give " +
        "--id 12/3456.",
    );
  return askPages(client, {
    file: "dblp.org",
    accept: "application/x-bibtex",
    first: `https://dblp.org/pid/${pid}.bib?param=1`,
    read: readBibtex,
  });
}
