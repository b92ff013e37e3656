import { z } from "zod";
import { Orcid } from "./person.ts";
import { Id, Text, WebUrl } from "../value/text.ts";

/** Sites on which researchers keep profiles; the view knows their names. */
export const ProfileSite = z.enum([
  "website",
  "google-scholar",
  "orcid",
  "dblp",
  "openalex",
  "semantic-scholar",
  "arxiv",
  "openreview",
  "github",
  "gitlab",
  "linkedin",
  "mastodon",
  "bluesky",
  "x",
  "youtube",
  "huggingface",
  "zotero",
]);

export const ProfileLink = z
  .strictObject({
    site: ProfileSite.describe("Which site it is, such as github."),
    url: WebUrl.describe("Address of your page there."),
  })
  .meta({ id: "ProfileLink", description: "A profile or home page of the owner elsewhere." });

export const Profile = z
  .strictObject({
    id: Id.default("owner").describe("Stable name of the owner in this record."),
    name: Text.describe("The owner's name in its full, usual form."),
    aliases: z
      .array(Text)
      .default([])
      .describe(
        "Other forms in which the owner's name is printed. They serve to recognise the owner " +
          "among authors and are never published; names of authors are published as they stand.",
      ),
    family: Text.optional().describe("Family name, where the last word of the name is not it."),
    headline: Text.optional().describe(
      "What you are in a few words, such as Editor and translator. It stands before current " +
        "positions.",
    ),
    summary: Text.optional().describe("Who you are in a sentence or two, at the head of the CV."),
    place: Text.optional().describe("Where you are based: city, country, or both."),
    phone: Text.optional().describe("As it is to be printed. It will be public."),
    emails: z
      .array(z.email({ error: "must be an e-mail address such as name@example.org" }))
      .default([])
      .describe("The first one is shown first."),
    orcid: Orcid.optional().describe("Your ORCID iD, such as 0000-0002-1825-0097."),
    links: z.array(ProfileLink).default([]).describe("Your profiles and home pages elsewhere."),
    interests: z.array(Text).default([]).describe("Research interests, one a line."),
  })
  .meta({ id: "Profile", description: "Who the CV is about and how to reach them." });

export type Profile = z.output<typeof Profile>;
export type ProfileSite = z.output<typeof ProfileSite>;
