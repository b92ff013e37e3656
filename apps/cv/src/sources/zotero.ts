import { readCslJson } from "@triptych/exchange/import";
import { askPages } from "./pages.ts";
import { linkOf, nobody, type OwnerResult, type Question } from "./question.ts";

const LIBRARY = /(?:zotero\.org\/|^)(users|groups)\/(\d+)/i;
const PAGE = 100;

/**
 * “My publications” of a user of Zotero, or the library of a group; of either what is public. The
 * name in the address of a user's page is not known to the service, the number is.
 */
export async function askZotero({ client, profile, id }: Question): Promise<OwnerResult> {
  const [, kind, number] = LIBRARY.exec(id ?? linkOf(profile, "zotero") ?? "") ?? [];
  if (kind === undefined || number === undefined)
    return nobody(
      "The profile has no link to zotero such as https://www.zotero.org/groups/12345 or " +
        "https://www.zotero.org/users/12345 (your number is at zotero.org/settings/keys); " +
        "add it, or give --id users/12345.",
    );
  const list = kind.toLowerCase() === "users" ? "publications/items" : "items/top";
  const pageAt = (start: number) =>
    `https://api.zotero.org/${kind.toLowerCase()}/${number}/${list}` +
    `?format=csljson&limit=${PAGE}&start=${start}`;
  return askPages(client, {
    file: "zotero.org",
    accept: "application/vnd.citationstyles.csl+json",
    first: pageAt(0),
    read: readCslJson,
    next: (_text, page, read) => (read < PAGE ? undefined : pageAt(page * PAGE)),
  });
}
