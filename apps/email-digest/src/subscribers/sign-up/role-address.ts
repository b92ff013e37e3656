/**
 * Names of mailboxes that belong to an office and not to a person (RFC 2142, and what robots are
 * called).
 */
const ROLES = new Set(
  (
    "abuse admin administrator billing contact devnull do-not-reply donotreply ftp help " +
    "hostmaster info list list-request listserv " +
    "mailer-daemon majordomo marketing news no-reply noc noreply office postmaster press " +
    "privacy root sales security spam support " +
    "sysadmin usenet uucp webmaster www"
  ).split(" "),
);

/** Whether an address is an office's, where nobody can say yes for all who read it. */
export function isRoleAddress(address: string): boolean {
  const local = address.slice(0, address.lastIndexOf("@")).toLowerCase();
  return ROLES.has(local.replace(/\+.*$/, "")) || /^owner-|-(owner|request|bounces)$/.test(local);
}
