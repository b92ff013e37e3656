import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";

interface PageProps {
  /** The owner's name, which leads home. */
  name: string;
  title: string;
  children: ReactNode;
}

/** A page of the service, in the look of the site; not for search engines. */
export function renderPage({ name, title, children }: PageProps): string {
  const page = (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title}, ${name}`}</title>
        <link rel="stylesheet" href="/digest/style.css" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        <header>
          <a href="/">{name}</a>
        </header>
        <main>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
  return `<!DOCTYPE html>${renderToStaticMarkup(page)}`;
}

/** The one obvious button of a page: a form, so that only a person's click changes anything. */
export function ButtonForm({ action, text }: { action: string; text: string }) {
  return (
    <form method="post" action={action}>
      <button type="submit">{text}</button>
    </form>
  );
}
