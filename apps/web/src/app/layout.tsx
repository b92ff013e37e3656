import type { Metadata, Viewport } from "next";
import { COLOURS } from "@triptych/view/theme";
import type { ReactNode } from "react";
import { siteAddress } from "../record.ts";
import "./tokens.css";
import "./globals.css";

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
