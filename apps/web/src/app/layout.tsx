import type { Metadata, Viewport } from "next";
import { COLOURS } from "@triptych/view/theme";
import type { ReactNode } from "react";
import { siteAddress } from "../record.ts";
import "../styles/tokens.css";
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
    <html lang="en">
      <head>
        <link rel="preload" href="/fonts/serif.woff2" as="font" type="font/woff2" crossOrigin="anonymous" />
      </head>
      <body>{children}</body>
    </html>
  );
}
