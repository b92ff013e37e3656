import { digestPromise } from "@triptych/view";
import type { ReactNode } from "react";
import { ThemeSwitch } from "./theme-switch.tsx";
import { listMainPages } from "../pages.ts";
import { readHeader, readRecord } from "../record.ts";
import { SignUp } from "./sign-up.tsx";
import { SiteIndex } from "./site-index.tsx";

/** Lists of works end with the form; elsewhere the foot links to it. */
const SIGN_UP_BELOW = new Set(["/publications/", "/kinds/", "/venues/"]);

interface FrameProps {
  /** Address of the page shown, to mark it in the navigation. */
  current: string;
  children: ReactNode;
}

/** What every page has around it: the name, the navigation, the foot. */
export function Frame({ current, children }: FrameProps) {
  const { name, updated } = readHeader();
  const promise = digestPromise(readRecord());
  return (
    <>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <header className="top">
        <a className="name" href="/" aria-current={current === "/" ? "page" : undefined}>
          {name}
        </a>
        <nav aria-label="Main">
          {listMainPages().map(({ href, text }) => (
            <a key={href} href={href} aria-current={href === current ? "page" : undefined}>
              {text}
            </a>
          ))}
        </nav>
      </header>
      <main id="content">{children}</main>
      <footer className="foot">
        {SIGN_UP_BELOW.has(current) ? (
          <SignUp id="foot" page={current} promise={promise} />
        ) : current === "/" || current === "/digest/" ? null : (
          <p>
            {promise} <a href="/digest/">Subscribe by e-mail</a>
          </p>
        )}
        <SiteIndex />
        <p>{updated === undefined ? name : `${name}. The record as of ${updated}.`}</p>
        <ThemeSwitch />
      </footer>
    </>
  );
}
