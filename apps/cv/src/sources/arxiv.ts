import { readArxiv } from "@triptych/exchange/import";
import { askPages } from "./pages.ts";
import { linkOf, nobody, orcidOf, type OwnerResult, type Question } from "./question.ts";

const AUTHOR = /(?:arxiv\.org\/a\/|^)([a-z'-]+_[a-z]_\d+|[\d-]+X?)(?:\.(?:atom2?|html))?$/i;

/**
 * The feed of an author of arXiv, who has an identifier there or has linked an ORCID iD. It holds
 * all works, each author in an element.
 */
export async function askArxiv(question: Question): Promise<OwnerResult> {
  const { client, id, profile } = question;
  const author = AUTHOR.exec(id ?? linkOf(profile, "arxiv") ?? "")?.[1] ?? orcidOf(question);
  if (author === undefined)
    return nobody(
      "The profile has neither a link to arxiv such as https://arxiv.org/a/testwell_e_1 nor an " +
        "orcid; add one, or give --id testwell_e_1.",
    );
  return askPages(client, {
    file: "arxiv.org",
    accept: "application/atom+xml",
    first: `https://arxiv.org/a/${author}.atom2`,
    read: (text) =>
      text.includes("<feed")
        ? readArxiv(text)
        : {
            read: 0,
            found: [],
            remarks: [{ kind: "left-out", key: "", line: 0, reason: "it is no Atom feed" }],
          },
  });
}
