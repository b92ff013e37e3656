import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Node, parsePage } from "./html-page.ts";

export interface SitePage {
  /** The address below the site's root, such as `/cv/`. */
  path: string;
  html: string;
  tree: Node;
}

/** Addresses of all files of a sealed site, without the finished encodings. */
export async function listAddresses(site: string): Promise<Set<string>> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(
      (entry) =>
        `/${join(entry.parentPath, entry.name)
          .slice(site.length + 1)
          .replaceAll("\\", "/")}`,
    );
  return new Set(
    files.flatMap((file) =>
      file.endsWith("/index.html") ? [file, file.slice(0, -"index.html".length)] : [file],
    ),
  );
}

export async function readPages(site: string): Promise<SitePage[]> {
  const addresses = [...(await listAddresses(site))].filter((address) => address.endsWith(".html"));
  return Promise.all(
    addresses.map(async (address) => {
      const html = await readFile(join(site, address), "utf8");
      return { path: address.replace(/index\.html$/, ""), html, tree: parsePage(html) };
    }),
  );
}
