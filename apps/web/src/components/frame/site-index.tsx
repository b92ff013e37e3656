import { SCHEMA_ADDRESS } from "../../addresses.ts";
import { FORMATS } from "../../bibliography.ts";
import { listMainPages, listPdfFiles, type PageLink } from "../../pages.ts";

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
    { href: "/", text: "Home" },
    ...listMainPages(),
    { href: "/digest/", text: "By e-mail" },
    { href: "/colophon/", text: "Colophon" },
  ];
  const files = [
    { href: "/cv.json", text: "Record" },
    { href: "/cv.schema.json", text: "Schema" },
    { href: SCHEMA_ADDRESS, text: "Schema, explained" },
    { href: "/resume.json", text: "JSON Resume" },
    ...Object.entries(FORMATS).map(([format, { name }]) => ({
      href: `/publications.${format}`,
      text: name,
    })),
    { href: "/feed.xml", text: "Atom" },
    { href: "/feed.json", text: "JSON Feed" },
    { href: "/llms.txt", text: "llms.txt" },
  ];
  return (
    <nav className="site-index" aria-label="Site index">
      <ul>
        <IndexList label="Pages" links={pages} />
        <IndexList label="As PDF" links={listPdfFiles()} />
        <IndexList label="As data" links={files} />
      </ul>
    </nav>
  );
}
