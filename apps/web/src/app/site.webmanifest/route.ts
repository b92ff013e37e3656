import { COLOURS } from "@triptych/view/theme";
import { readRecord } from "../../record.ts";

export const dynamic = "force-static";

/**
 * Name, colours and icons for home screens (W3C Web Application Manifest). Addresses are seen from
 * this file.
 */
export function GET(): Response {
  const icon = (src: string, size: number) => ({
    src,
    sizes: `${size}x${size}`,
    type: "image/png",
  });
  const manifest = {
    name: readRecord().profile.name,
    start_url: ".",
    display: "browser",
    background_color: COLOURS.light.paper,
    theme_color: COLOURS.light.paper,
    icons: [
      icon("icon-192.png", 192),
      icon("icon-512.png", 512),
      { ...icon("icon-maskable-512.png", 512), purpose: "maskable" },
    ],
  };
  return new Response(`${JSON.stringify(manifest, null, 2)}\n`, {
    headers: { "content-type": "application/manifest+json" },
  });
}
