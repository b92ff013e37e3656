import type { SectionPage } from "@triptych/view";
import type { Metadata } from "next";
import { SECTION_ADDRESSES } from "../../addresses.ts";
import { Frame } from "../../components/frame/frame.tsx";
import { SectionBlock } from "../../components/section.tsx";
import { pageMetadata } from "../../metadata/page-metadata.ts";
import { readRecord, readSectionPages } from "../../record.ts";

interface SectionRoute {
  params: Promise<{ section: string }>;
}

export const dynamicParams = false;

/**
 * One page for each part the record fills. Next wants at least one; a record without any gets one
 * that nothing links.
 */
export function generateStaticParams(): { section: string }[] {
  const pages = readSectionPages().map(({ id }) => ({ section: id }));
  return pages.length === 0 ? [{ section: "awards" }] : pages;
}

async function findPage({ params }: SectionRoute): Promise<SectionPage | undefined> {
  const { section } = await params;
  return readSectionPages().find(({ id }) => id === section);
}

export async function generateMetadata(route: SectionRoute): Promise<Metadata> {
  const { name } = readRecord().profile;
  const page = await findPage(route);
  if (page === undefined) return { title: `Nothing here yet, ${name}`, robots: { index: false } };
  return pageMetadata({
    title: `${page.title}, ${name}`,
    description: `${page.title} of ${name}, as in the curriculum vitae.`,
    path: SECTION_ADDRESSES[page.id],
  });
}

export default async function SectionsPage(route: SectionRoute) {
  const page = await findPage(route);
  return (
    <Frame current={page === undefined ? "" : SECTION_ADDRESSES[page.id]}>
      <h1 className="display">{page?.title ?? "Nothing here yet"}</h1>
      <p className="lead">
        {page === undefined ? (
          <>
            The record has nothing for this page. <a href="/">The first page</a> shows what there
            is.
          </>
        ) : (
          <>
            As in the <a href={`/cv/#${page.sections[0]?.id ?? ""}`}>CV</a>.
          </>
        )}
      </p>
      {page?.sections.map((section) => (
        <SectionBlock key={section.id} section={section} />
      ))}
    </Frame>
  );
}
