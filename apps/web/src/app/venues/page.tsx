import type { Metadata } from "next";
import { WorkLists } from "../../components/work/work-lists.tsx";
import { pageMetadata } from "../../metadata/page-metadata.ts";
import { readPublications, readRecord } from "../../record.ts";

export function generateMetadata(): Metadata {
  const { name } = readRecord().profile;
  const count = readPublications().length;
  return pageMetadata({
    title: `Publications by venue, ${name}`,
    description: `All ${count} publications by ${name}, by venue, with authors, venues and honours.`,
    path: "/venues/",
    files: "/publications",
  });
}

export default function Venues() {
  return <WorkLists by="venue" />;
}
