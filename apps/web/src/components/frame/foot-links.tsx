import { DATA_ADDRESS } from "../../addresses.ts";
import { hasDigest } from "../../record.ts";
import { words } from "../../words.ts";

const LINKS = [
  { href: "/cv.pdf", text: words.foot.pdf },
  { href: "/digest/", text: words.pages.digestInShort },
  { href: "/feed.xml", text: words.foot.feed },
  { href: DATA_ADDRESS, text: words.pages.data },
  { href: "/colophon/", text: words.pages.colophon },
];

/** What stands beside the pages of the navigation; the formats have a page of their own. */
export function FootLinks() {
  return (
    <nav className="foot-links" aria-label={words.foot.label}>
      {LINKS.filter(({ href }) => href !== "/digest/" || hasDigest()).map(({ href, text }) => (
        <a key={href} href={href}>
          {text}
        </a>
      ))}
    </nav>
  );
}
