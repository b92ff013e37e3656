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
import "../styles/theme-switch.css";
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
        <link rel="preload" href="/fonts/serif.woff2" as="font" type="font/woff2" crossOrigin="anonymous" />
        {listFontFiles().includes("more.css") ? <link rel="stylesheet" href="/fonts/more.css" /> : null}
      </head>
      <body>{children}</body>
    </html>
  );
}
