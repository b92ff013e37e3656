import type { SectionPage } from "@triptych/view";
import type { Metadata } from "next";
import { SECTION_ADDRESSES } from "../../addresses.ts";
import { Frame } from "../../components/frame/frame.tsx";
import { SectionBlock } from "../../components/section.tsx";
import { pageMetadata } from "../../metadata/page-metadata.ts";
import { readRecord, readSectionPages } from "../../record.ts";
import { words } from "../../words.ts";
import { Linked } from "../../components/linked.tsx";

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
  if (page === undefined)
    return {
      title: words.pageTitle({ page: words.section.empty, name }),
      robots: { index: false },
    };
  return pageMetadata({
    title: words.pageTitle({ page: page.title, name }),
    description: words.section.description({ title: page.title, name }),
    path: SECTION_ADDRESSES[page.id],
  });
}

export default async function SectionsPage(route: SectionRoute) {
  const page = await findPage(route);
  return (
    <Frame current={page === undefined ? "" : SECTION_ADDRESSES[page.id]}>
      <h1 className="display">{page?.title ?? words.section.empty}</h1>
      <p className="lead">
        {page === undefined ? (
          <Linked phrase={words.section.whereElse} to={{ home: "/" }} />
        ) : (
          <Linked phrase={words.section.asInCv} to={{ cv: `/cv/#${page.sections[0]?.id ?? ""}` }} />
        )}
      </p>
      {page?.sections.map((section) => (
        <SectionBlock key={section.id} section={section} />
      ))}
    </Frame>
  );
}
