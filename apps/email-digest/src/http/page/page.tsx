import { isolateTexts } from "@triptych/view";
import { COLOURS } from "@triptych/view/theme";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { language } from "../../words.ts";

interface PageProps {
  /** The owner's name, which leads home. */
  name: string;
  title: string;
  /** Rows below the title. */
  children: ReactNode;
}

const words = language.service;

const NAVIGATION = [
  { href: "/publications/", text: words.navigation.publications },
  { href: "/cv/", text: words.navigation.cv },
  { href: "/digest/", text: words.navigation.digest },
];

const FOOT = [
  { href: "/digest/editions", text: words.foot.editions },
  { href: "/digest/manage", text: words.foot.manage },
  { href: "/digest/privacy", text: words.foot.privacy },
];

function Links({ links }: { links: readonly { href: string; text: string }[] }) {
  return links.map(({ href, text }) => (
    <a key={href} href={href}>
      {text}
    </a>
  ));
}

/**
 * A page of the service, in the look of the site; not for search engines. It loads the site's own
 * script, which keeps the choice of colours.
 */
export function renderPage({ name, title, children }: PageProps): string {
  const page = (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <meta
          name="theme-color"
          content={COLOURS.light.paper}
          media="(prefers-color-scheme: light)"
        />
        <meta
          name="theme-color"
          content={COLOURS.dark.paper}
          media="(prefers-color-scheme: dark)"
        />
        <title>{words.titled({ title, name })}</title>
        <script src="/assets/site.js" />
        <link rel="stylesheet" href="/digest/style.css" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link
          rel="alternate"
          type="application/atom+xml"
          href="/digest/editions/feed.xml"
          title={words.feed}
        />
      </head>
      <body>
        <a className="skip" href="#content">
          {words.skip}
        </a>
        <header className="top">
          <a className="name" href="/">
            {name}
          </a>
          <nav aria-label={words.main}>
            <Links links={NAVIGATION} />
          </nav>
        </header>
        <main id="content">
          <h1>{title}</h1>
          {children}
        </main>
        <footer className="foot">
          <nav aria-label={words.subscriptions}>
            <Links links={FOOT} />
          </nav>
        </footer>
      </body>
    </html>
  );
  const html = isolateTexts(renderToString(page), ["<bdi>", "</bdi>"]);
  return `<!DOCTYPE html>${html.replaceAll("<!-- -->", "")}`;
}

/** What one scans hangs in the rail, what one reads stands beside it. */
export function Row({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <section className="row">
      <h2 className="rail">{label}</h2>
      <div className="column">{children}</div>
    </section>
  );
}

/** A page that says one thing. */
export function renderNote({
  name,
  title,
  label,
  children,
}: PageProps & { label: string }): string {
  return renderPage({ name, title, children: <Row label={label}>{children}</Row> });
}

/** The one obvious button of a page: a form, so that only a subscriber's click changes anything. */
export function ButtonForm({
  action,
  text,
  isQuiet = false,
}: {
  action: string;
  text: string;
  isQuiet?: boolean;
}) {
  return (
    <form method="post" action={action}>
      <button type="submit" className={isQuiet ? "quiet" : undefined}>
        {text}
      </button>
    </form>
  );
}
