import type { ReactNode } from "react";
import { GROUPING_ADDRESSES } from "../../addresses.ts";
import { ThemeSwitch } from "./theme-switch.tsx";
import { listMainPages } from "../../pages.ts";
import { hasDigest, readHeader, readPromise } from "../../record.ts";
import { SignUp } from "./sign-up.tsx";
import { FootLinks } from "./foot-links.tsx";
import { words } from "../../words.ts";

/**
 * Lists of all works end with the form; home and the page of the form have it further up, and
 * elsewhere the foot links to it.
 */
const SIGN_UP_BELOW = new Set<string>(Object.values(GROUPING_ADDRESSES));

interface FrameProps {
  /**
   * Address of the page shown, empty where it has none; a form of the foot says it in the record of
   * consent.
   */
  current: string;
  /** Address of the page of the navigation that this one belongs to. */
  within?: string;
  children: ReactNode;
}

/**
 * The values of `aria-current` (WAI-ARIA 1.2): the page itself, or the part of the site it belongs
 * to.
 */
function markCurrent(
  href: string,
  { current, within }: Omit<FrameProps, "children">,
): "page" | "true" | undefined {
  if (href === current) return "page";
  return href === within ? "true" : undefined;
}

/** The form, or the way to it; where there is no digest, the feed. */
function Offer({ current }: { current: string }) {
  if (!hasDigest())
    return (
      <p>
        <a href="/feed.xml">{words.frame.follow}</a>
      </p>
    );
  if (SIGN_UP_BELOW.has(current))
    return <SignUp id="foot" page={current} promise={readPromise()} />;
  if (current === "/" || current === "/digest/") return null;
  return (
    <p>
      {readPromise()} <a href="/digest/">{words.frame.subscribe}</a>
    </p>
  );
}

/** What every page has around it: the name, the navigation, the foot. */
export function Frame({ children, ...place }: FrameProps) {
  const { current } = place;
  const { name, updated } = readHeader();
  return (
    <>
      <a className="skip" href="#content">
        {words.frame.skip}
      </a>
      <header className="top">
        {/* On the first page the name is its heading. */}
        {current === "/" ? null : (
          <a className="name" href="/" aria-current={markCurrent("/", place)}>
            {name}
          </a>
        )}
        <nav aria-label={words.frame.navigation}>
          {listMainPages().map(({ href, text }) => (
            <a key={href} href={href} aria-current={markCurrent(href, place)}>
              {text}
            </a>
          ))}
        </nav>
      </header>
      <main id="content">{children}</main>
      <footer className="foot">
        <Offer current={current} />
        <FootLinks />
        <p>{updated === undefined ? name : words.frame.recordAsOf({ name, updated })}</p>
        <ThemeSwitch />
      </footer>
    </>
  );
}
