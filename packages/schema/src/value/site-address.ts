import { z } from "zod";
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

/**
 * Whether text names a service. Readers give it their addresses, so that it must be reached over
 * TLS, but for a trial on one machine.
 */
function namesService(text: string): boolean {
  if (text === "same" || text === "none") return true;
  if (!SiteAddress.safeParse(text).success) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
}

const NO_SERVICE =
  "must be same, none, or an address such as https://digest.example.org: with https, and no " +
  "?, #, space, user, or // in the path";

/** Whether there is a digest service, and where. The pattern is what editors can check of it. */
export const ServiceAddress = z
  .string()
  .regex(/^(?:same|none|https?:\/\/[^\s?#]+)$/, { error: NO_SERVICE, abort: true })
  .refine(namesService, NO_SERVICE);

/** The path that a site is below: `/cv` for `https://example.org/cv/`, nothing at a root. */
export function basePath(address: string): string {
  return new URL(address).pathname.replace(/\/$/, "");
}
