import type { Metadata, Viewport } from "next";
import { COLOURS } from "@triptych/view/theme";
import type { ReactNode } from "react";
import { readEnvironment } from "../env.ts";
import { siteAddress } from "../record.ts";
import { listFontFiles } from "../web-fonts.ts";
import "../styles/site/tokens.css";
import "../styles/site/faces.css";
import "../styles/site/base.css";
import "../styles/site/frame.css";
import "../styles/site/titles.css";
import "../styles/site/row.css";
import "../styles/page/home.css";
import "../styles/page/chart.css";
import "../styles/page/coauthors.css";
import "../styles/page/network.css";
import "../styles/page/works.css";
import "../styles/page/work-page.css";
import "../styles/page/entries.css";
import "../styles/page/form.css";
import "../styles/page/finder.css";
import "../styles/page/schema.css";
import "../styles/site/theme-switch.css";
import "../styles/site/large-text.css";
import "../styles/site/print.css";
import { words } from "../words.ts";

/** While one works: the page renders again when the record is another one. */
function FollowRecord() {
  const { TRIPTYCH_NEWS } = readEnvironment();
  if (TRIPTYCH_NEWS === undefined) return null;
  const script = `new EventSource("${TRIPTYCH_NEWS}").onmessage = () => next.router.refresh()`;
  return <script dangerouslySetInnerHTML={{ __html: script }} />;
}

export function generateMetadata(): Metadata {
  return { metadataBase: new URL(siteAddress()) };
}

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: COLOURS.light.paper },
    { media: "(prefers-color-scheme: dark)", color: COLOURS.dark.paper },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={words.language} suppressHydrationWarning>
      <head>
        {/* Blocks for the moment it takes to read the choice of colours, so that none flashes. */}
        <script src="/assets/site.js" />
        <FollowRecord />
        {/* The text cut alone: it stands in for the display cut until that arrives. */}
        <link
          rel="preload"
          href="/fonts/serif.woff2"
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
        {listFontFiles().includes("more.css") ? (
          <link rel="stylesheet" href="/fonts/more.css" />
        ) : null}
        <link rel="icon" href="/favicon.ico" sizes="16x16 32x32" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <link rel="manifest" href="/site.webmanifest" />
        <link
          rel="alternate"
          type="application/atom+xml"
          href="/feed.xml"
          title={words.files.atom}
        />
        <link
          rel="alternate"
          type="application/feed+json"
          href="/feed.json"
          title={words.files.jsonFeed}
        />
        <link rel="alternate" type="application/json" href="/cv.json" title={words.files.record} />
        <link rel="describedby" type="application/schema+json" href="/cv.schema.json" />
      </head>
      <body>{children}</body>
    </html>
  );
}
