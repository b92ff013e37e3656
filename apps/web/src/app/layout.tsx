import type { Metadata, Viewport } from "next";
import { COLOURS } from "@triptych/view/theme";
import type { ReactNode } from "react";
import { siteAddress } from "../record.ts";
import { listFontFiles } from "../web-fonts.ts";
import "../styles/tokens.css";
import "../styles/faces.css";
import "../styles/base.css";
import "../styles/frame.css";
import "../styles/titles.css";
import "../styles/row.css";
import "../styles/home.css";
import "../styles/chart.css";
import "../styles/coauthors.css";
import "../styles/network.css";
import "../styles/works.css";
import "../styles/work-page.css";
import "../styles/entries.css";
import "../styles/form.css";
import "../styles/finder.css";
import "../styles/schema.css";
import "../styles/theme-switch.css";
import "../styles/large-text.css";
import "../styles/print.css";

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
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* Blocks for the moment it takes to read the choice of colours, so that none flashes. */}
        <script src="/assets/site.js" />
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
          title="Publications, Atom"
        />
        <link
          rel="alternate"
          type="application/feed+json"
          href="/feed.json"
          title="Publications, JSON Feed"
        />
        <link rel="alternate" type="application/json" href="/cv.json" title="The record as JSON" />
        <link rel="describedby" type="application/schema+json" href="/cv.schema.json" />
      </head>
      <body>{children}</body>
    </html>
  );
}
