import type { ReactNode } from "react";
import { ThemeSwitch } from "./theme-switch.tsx";

const PAGES = [
  { href: "/publications/", text: "Publications" },
  { href: "/cv/", text: "CV" },
  { href: "/digest/", text: "By e-mail" },
] as const;

interface FrameProps {
  name: string;
  /** Address of the page shown, to mark it in the navigation. */
  current: string;
  updated: string | undefined;
  children: ReactNode;
}

/** What every page has around it: the name, the navigation, the foot. */
export function Frame({ name, current, updated, children }: FrameProps) {
  return (
    <>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <header className="top">
        <a className="name" href="/">
          {name}
        </a>
        <nav aria-label="Main">
          {PAGES.map(({ href, text }) => (
            <a key={href} href={href} aria-current={href === current ? "page" : undefined}>
              {text}
            </a>
          ))}
        </nav>
      </header>
      <main id="content">{children}</main>
      <footer className="foot">
        <p>{updated === undefined ? name : `${name}. The record as of ${updated}.`}</p>
        <p>
          <a href="/cv.pdf">CV as PDF</a> <a href="/cv.json">Record as JSON</a>
        </p>
        <ThemeSwitch />
      </footer>
    </>
  );
}
