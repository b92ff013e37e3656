import type { Notebook } from "../found/finding.ts";
import { siteOfUrl } from "../found/profile-site.ts";
import { withoutEmpty } from "../found/part.ts";
import { joinOwner, lineOf } from "../found/resume-part.ts";
import { childOf, type Json, listOf } from "../text/json-text.ts";

/** What the record says of the person. */
export function readProfile(record: Json, notebook: Notebook): Record<string, unknown> {
  const person = childOf(record, "person");
  for (const address of listOf(person, "addresses", "address")) {
    const country = lineOf(address, "country", "value");
    if (country !== undefined)
      notebook.drop(
        "addresses",
        `“${country}” is a code; where you are based goes into profile.place in words`,
      );
  }
  const credit = lineOf(person, "name", "credit-name", "value");
  const name = joinOwner(
    lineOf(person, "name", "given-names", "value"),
    lineOf(person, "name", "family-name", "value"),
  );
  const others = listOf(person, "other-names", "other-name").flatMap(
    (other) => lineOf(other, "content") ?? [],
  );
  return withoutEmpty({
    name: credit ?? name,
    aliases: [...new Set([name, ...others])].filter(
      (form) => form !== undefined && form !== (credit ?? name),
    ),
    emails: listOf(person, "emails", "email").flatMap((email) => lineOf(email, "email") ?? []),
    summary: lineOf(person, "biography", "content"),
    orcid: lineOf(record, "orcid-identifier", "path"),
    links: listOf(person, "researcher-urls", "researcher-url").flatMap((link) => {
      const url = lineOf(link, "url", "value");
      return url === undefined ? [] : [{ site: siteOfUrl(url) ?? "website", url }];
    }),
    interests: listOf(person, "keywords", "keyword").flatMap(
      (keyword) => lineOf(keyword, "content") ?? [],
    ),
  });
}
