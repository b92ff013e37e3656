import type { Cv } from "@triptych/schema";

/** Whose record it is, by what outlives an edit. */
export interface Owner {
  name: string;
  orcid?: string;
  emails: string[];
}

/**
 * The owner of a record. `profile.id` is no part of it: it names the owner within one record, and
 * is "owner" in most.
 */
export function ownerOf({ profile: { name, orcid, emails } }: Cv): Owner {
  return {
    name,
    ...(orcid === undefined ? {} : { orcid }),
    emails: emails.map((email) => email.toLowerCase()),
  };
}

/** Without what is written now so and now otherwise: case, accents, spaces, hyphens, points. */
function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[\s\p{Pd}.,'’]+/gu, " ")
    .trim();
}

export function isSameName(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

/**
 * Whether a record is of the owner who is known. An ORCID decides where both have one, unless name
 * and address say that it was corrected; else an address in common is enough, or the name, as it is
 * now or as the record's `aliases` hold it.
 */
export function isOwnedBy(cv: Cv, known: Owner): boolean {
  const owner = ownerOf(cv);
  const hasAddress = owner.emails.some((email) => known.emails.includes(email));
  const hasName = [owner.name, ...cv.profile.aliases].some((name) => isSameName(name, known.name));
  if (owner.orcid === undefined || known.orcid === undefined) return hasAddress || hasName;
  return owner.orcid === known.orcid || (hasAddress && hasName);
}

/** What is known of the owner after a record of theirs was read: what it leaves out stays known. */
export function learnOwner(cv: Cv, known: Owner | undefined): Owner {
  const owner = ownerOf(cv);
  const orcid = owner.orcid ?? known?.orcid;
  return {
    name: owner.name,
    ...(orcid === undefined ? {} : { orcid }),
    emails: owner.emails.length > 0 ? owner.emails : (known?.emails ?? []),
  };
}
