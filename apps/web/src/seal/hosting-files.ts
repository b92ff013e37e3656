import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { caddyFile, nginxFiles } from "./hosting.ts";
import { securityHeaders } from "./security-headers.ts";
import type { SitePlace } from "./site-place.ts";

/** Where servers find what they need beside the site; neither place is served. */
export interface HostingPlaces {
  /** File of the header set, for the server that hands out the site. */
  headers: string;
  /** Folder for what other servers include: nginx and Caddy. */
  hosting: string;
}

export async function writeHosting(
  { headers, hosting }: HostingPlaces,
  place: SitePlace,
): Promise<void> {
  const nginx = nginxFiles(place);
  await writeFile(headers, `${JSON.stringify(securityHeaders(place), null, 2)}\n`);
  await rm(hosting, { recursive: true, force: true });
  await mkdir(hosting, { recursive: true });
  await writeFile(join(hosting, "nginx-http.conf"), nginx.http);
  await writeFile(join(hosting, "nginx-server.conf"), nginx.server);
  await writeFile(join(hosting, "Caddyfile"), caddyFile(place));
}
