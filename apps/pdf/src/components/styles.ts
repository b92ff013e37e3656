import { StyleSheet } from "@react-pdf/renderer";
import { COLOURS, GRID } from "@triptych/view/theme";

/** Millimetres to points. */
export const mm = (value: number) => (value * 72) / 25.4;

const { ink, soft, hairline, accent } = COLOURS.light;
export const INK = { ink, soft, hairline, accent };

/**
 * The line of running text, in points. Spaces are multiples of its half, so that text of all pages
 * stands on one grid of half lines.
 */
export const LINE = 13;

const RULE = 0.4;

/** Of the page, in points. */
export const MARGIN = { top: mm(21), bottom: mm(17), left: mm(20), right: mm(22) };

export const RAIL = mm(GRID.railOnPaper);
export const GUTTER = mm(5);

/** Of running text, in points. */
export const TEXT_SIZE = 9.6;
/** Of dates, numbers and labels. */
export const LABEL_SIZE = 8.2;
export const NAME_SIZE = 30;
export const ROLE_SIZE = 10.6;
export const CONTACT_SIZE = 8.4;

/**
 * How far the highest letters of a face reach above the line on which it stands, in parts of its
 * size: where the layout puts the line.
 */
const ASCENT = { Serif: 1.036, Sans: 1.024 } as const;

/**
 * Lets text of another face or size stand on the line on which running text stands, in the same
 * room.
 */
function onTextLine(
  family: keyof typeof ASCENT,
  size: number,
): { paddingTop: number; marginBottom: number } {
  const drop = ASCENT.Serif * TEXT_SIZE - ASCENT[family] * size;
  return { paddingTop: drop, marginBottom: -drop };
}

export const styles = StyleSheet.create({
  page: {
    paddingTop: MARGIN.top,
    paddingBottom: MARGIN.bottom,
    paddingLeft: MARGIN.left,
    paddingRight: MARGIN.right,
    fontFamily: "Serif",
    fontSize: TEXT_SIZE,
    lineHeight: LINE / TEXT_SIZE,
    color: ink,
  },
  head: {
    flexDirection: "row",
    justifyContent: "space-between",
    alignItems: "flex-end",
    marginBottom: LINE * 1.5,
  },
  stackedHead: { marginBottom: LINE * 1.5 },
  stackedHeadText: { marginBottom: LINE },
  headText: { flexGrow: 1, flexShrink: 1, flexBasis: 0, paddingRight: mm(8) },
  name: {
    fontWeight: 300,
    fontSize: NAME_SIZE,
    lineHeight: (LINE * 2.5) / NAME_SIZE,
    marginBottom: LINE / 2,
  },
  role: { fontSize: ROLE_SIZE, lineHeight: LINE / ROLE_SIZE },
  summary: { color: soft, marginTop: LINE / 2 },
  contacts: {
    fontFamily: "Sans",
    fontSize: CONTACT_SIZE,
    lineHeight: LINE / CONTACT_SIZE,
    color: soft,
    marginTop: LINE / 2,
    ...onTextLine("Sans", CONTACT_SIZE),
  },
  section: { marginTop: LINE / 2 },
  sectionRule: {
    borderTopWidth: RULE,
    borderTopColor: hairline,
    borderTopStyle: "solid",
    marginBottom: LINE / 2 - RULE,
  },
  sectionTitle: {
    fontWeight: 300,
    fontSize: 15,
    lineHeight: (LINE * 1.5) / 15,
    marginLeft: RAIL + GUTTER,
    marginBottom: LINE / 2,
  },
  intro: { marginLeft: RAIL + GUTTER, marginBottom: LINE / 2 },
  introLine: { color: soft, fontSize: 8.8, lineHeight: LINE / 8.8, ...onTextLine("Serif", 8.8) },
  groupTitle: {
    fontFamily: "Sans",
    fontWeight: 600,
    fontSize: 8.6,
    lineHeight: LINE / 8.6,
    marginLeft: RAIL + GUTTER,
    marginTop: LINE / 2,
    ...onTextLine("Sans", 8.6),
  },
  entry: { flexDirection: "row", marginBottom: LINE / 2 },
  // From the right, so that a number comes first to those who listen and stands next to the column
  // for those who look.
  rail: {
    width: RAIL + GUTTER,
    paddingRight: mm(2),
    flexShrink: 0,
    flexDirection: "row-reverse",
    alignItems: "flex-start",
    fontFamily: "Sans",
    fontSize: LABEL_SIZE,
    lineHeight: LINE / LABEL_SIZE,
    color: soft,
    ...onTextLine("Sans", LABEL_SIZE),
  },
  railText: { flexGrow: 1, flexShrink: 1, flexBasis: 0, paddingRight: mm(2) },
  number: { width: mm(8), flexShrink: 0, textAlign: "right" },
  column: { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
  title: { fontWeight: 500 },
  people: { color: soft },
  detail: { color: soft },
  item: { color: soft },
  itemTitle: { fontWeight: 500, color: ink },
  label: {
    fontFamily: "Sans",
    fontSize: LABEL_SIZE,
    lineHeight: LINE / LABEL_SIZE,
    color: soft,
    ...onTextLine("Sans", LABEL_SIZE),
  },
  owner: { fontWeight: 600, color: ink },
  honour: { color: accent },
  link: { textDecoration: "none" },
  runningHead: {
    position: "absolute",
    top: mm(10),
    left: MARGIN.left,
    right: MARGIN.right,
    flexDirection: "row",
    justifyContent: "space-between",
    fontFamily: "Sans",
    fontSize: 7.8,
    lineHeight: LINE / 7.8,
    color: soft,
  },
});
