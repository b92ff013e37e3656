// Prints the identity of every page of a work or a co-author as JSON, by its path: the hash of all
// that the page's own code makes of the record. The same code, markup and metadata give the same
// page, so that one which is kept from an earlier build need not go through Next again.
import { identify } from "@triptych/publish";
import type { Metadata } from "next";
import process from "node:process";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { coauthorAddress, workAddress } from "../addresses.ts";
import * as coauthorPage from "../app/co-authors/[id]/page.tsx";
import RootLayout, { generateMetadata } from "../app/layout.tsx";
import * as workPage from "../app/publications/[id]/page.tsx";
import { readCoauthors, readPublications } from "../record.ts";

interface PageModule {
  default: (props: { params: Promise<{ id: string }> }) => Promise<ReactNode>;
  generateMetadata: (props: { params: Promise<{ id: string }> }) => Promise<Metadata>;
}

async function identifyPage(page: PageModule, id: string): Promise<string> {
  const props = { params: Promise.resolve({ id }) };
  return identify([
    ["markup", renderToStaticMarkup(createElement(RootLayout, null, await page.default(props)))],
    ["metadata", JSON.stringify(await page.generateMetadata(props))],
    ["metadata of all pages", JSON.stringify(generateMetadata())],
  ]);
}

const identities: Record<string, string> = {};
for (const { id } of readPublications())
  identities[`${workAddress(id).slice(1)}index.html`] = await identifyPage(workPage, id);
for (const { id } of readCoauthors())
  identities[`${coauthorAddress(id).slice(1)}index.html`] = await identifyPage(coauthorPage, id);
process.stdout.write(JSON.stringify(identities));
