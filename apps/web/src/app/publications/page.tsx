import type { Metadata } from "next";
import { WorkLists } from "../../components/work/work-lists.tsx";
import { pageMetadata } from "../../metadata/page-metadata.ts";
import { readPublications, readRecord } from "../../record.ts";
import { words } from "../../words.ts";

export function generateMetadata(): Metadata {
  const { name } = readRecord().profile;
  const count = readPublications().length;
  return pageMetadata({
    title: words.pageTitle({ page: words.pages.publications, name }),
    description: words.works.description({ count, name, by: "year" }),
    path: "/publications/",
    files: "/publications",
  });
}

export default function Publications() {
  return <WorkLists by="year" />;
}
