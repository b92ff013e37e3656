import { SCHEMA_ADDRESS } from "../../addresses.ts";
import { FORMATS } from "../../bibliography.ts";
import { listMainPages, listPdfFiles, type PageLink } from "../../pages.ts";
import { words } from "../../words.ts";

function IndexList({ label, links }: { label: string; links: readonly PageLink[] }) {
  return (
    <li>
      <span className="index-label">{label}</span>
      <ul>
        {links.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Everything the site has besides its single works. */
export function SiteIndex() {
  const pages = [
    { href: "/", text: words.pages.home },
    ...listMainPages(),
    { href: "/digest/", text: words.pages.digestInShort },
    { href: "/colophon/", text: words.pages.colophon },
  ];
  const files = [
    { href: "/cv.json", text: words.siteIndex.record },
    { href: "/cv.schema.json", text: words.siteIndex.schema },
    { href: SCHEMA_ADDRESS, text: words.siteIndex.schemaExplained },
    { href: "/resume.json", text: words.siteIndex.jsonResume },
    ...Object.entries(FORMATS).map(([format, { name }]) => ({
      href: `/publications.${format}`,
      text: name,
    })),
    { href: "/feed.xml", text: words.siteIndex.atom },
    { href: "/feed.json", text: words.siteIndex.jsonFeed },
    { href: "/llms.txt", text: words.siteIndex.llms },
  ];
  return (
    <nav className="site-index" aria-label={words.siteIndex.label}>
      <ul>
        <IndexList label={words.siteIndex.pages} links={pages} />
        <IndexList label={words.siteIndex.pdfs} links={listPdfFiles()} />
        <IndexList label={words.siteIndex.data} links={files} />
      </ul>
    </nav>
  );
}
