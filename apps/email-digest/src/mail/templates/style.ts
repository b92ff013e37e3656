import { COLOURS, FONTS } from "@triptych/view/theme";
import type { CSSProperties } from "react";

const { paper, ink, soft, hairline, accent } = COLOURS.light;
const serif = `'${FONTS.serif.name}', ${FONTS.serif.fallback}`;
/**
 * Shorter than the site's list: in a long mail it stands a hundred times, and mail programs know
 * few faces.
 */
const sans = "system-ui, Arial, sans-serif";

/**
 * Inline styles, since mail clients keep little else; no flex, no grid. Sizes in px, none below 14
 * (legible on a phone).
 */
export const MAIL = {
  body: { margin: "0", padding: "0 16px", backgroundColor: paper, fontFamily: serif, color: ink },
  column: { maxWidth: "600px", margin: "0 auto", padding: "32px 0" },
  name: { margin: "0", fontFamily: sans, fontSize: "14px", lineHeight: "20px", color: soft },
  display: {
    margin: "4px 0 0",
    fontSize: "32px",
    lineHeight: "38px",
    fontWeight: 400,
    letterSpacing: "-0.01em",
    color: ink,
  },
  dots: { margin: "14px 0 0", fontSize: "18px", lineHeight: "20px", color: accent },
  heading: {
    margin: "32px 0 0",
    padding: "14px 0 0",
    borderTop: `1px solid ${hairline}`,
    fontFamily: sans,
    fontSize: "14px",
    lineHeight: "20px",
    fontWeight: 600,
    color: ink,
  },
  title: { margin: "18px 0 0", fontSize: "18px", lineHeight: "25px", fontWeight: 600, color: ink },
  titleLink: { color: "inherit", textDecoration: "none" },
  people: { margin: "3px 0 0", fontSize: "16px", lineHeight: "23px", color: soft },
  label: { margin: "2px 0 0", font: `14px/20px ${sans}`, color: soft },
  links: { margin: "4px 0 0", font: `14px/20px ${sans}`, color: soft },
  legend: { margin: "20px 0 0", font: `14px/20px ${sans}`, color: soft },
  labelText: { font: `14px/20px ${sans}`, color: soft },
  abstract: { margin: "6px 0 0", fontSize: "16px", lineHeight: "24px", color: ink },
  event: { margin: "12px 0 0", fontSize: "16px", lineHeight: "23px", color: ink },
  text: { margin: "16px 0 0", fontSize: "17px", lineHeight: "26px", color: ink },
  owner: { color: ink, fontWeight: 600 },
  honour: { color: accent },
  spanLink: { color: "inherit" },
  inkLink: { color: ink, textDecoration: "underline" },
  link: { color: soft, textDecoration: "underline" },
  button: {
    display: "inline-block",
    marginTop: "24px",
    padding: "12px 20px",
    borderRadius: "2px",
    backgroundColor: accent,
    fontFamily: sans,
    fontSize: "16px",
    fontWeight: 600,
    color: paper,
    textDecoration: "none",
  },
  foot: { marginTop: "40px", paddingTop: "14px", borderTop: `1px solid ${hairline}` },
  small: { margin: "0", fontFamily: sans, fontSize: "14px", lineHeight: "21px", color: soft },
} as const satisfies Record<string, CSSProperties>;
