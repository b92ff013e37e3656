import { WebUrl } from "./text.ts";

function isPlain(address: string): boolean {
  const { pathname, username, password } = new URL(address);
  return !/[?#\s]/.test(address) && !pathname.includes("//") && username + password === "";
}

/** A public address, perhaps below a path; what is added to it must stay an address. */
export const SiteAddress = WebUrl.refine(
  (address) => !URL.canParse(address) || isPlain(address),
  "must be an address such as https://example.org or https://example.org/cv/, with " +
    "no ?, #, space, user, or // in the path",
);

/** The path that a site is below: `/cv` for `https://example.org/cv/`, nothing at a root. */
export function basePath(address: string): string {
  return new URL(address).pathname.replace(/\/$/, "");
}
