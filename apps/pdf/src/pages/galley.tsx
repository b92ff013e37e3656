import { Document, Page, View } from "@react-pdf/renderer";
import type { Words } from "@triptych/words";
import { FaceChoiceContext } from "../components/drawn.tsx";
import { type Paper, SHEETS } from "../components/paper.ts";
import { UnitBox } from "../components/unit-box.tsx";
import type { RowUnit, Unit } from "../components/unit.ts";
import type { FaceChoice } from "../fonts/face-choice.ts";
import type { KeptUnits } from "./kept-units.ts";
import type { SetUnit } from "./make-up.ts";
import type { LaidOutNode } from "../painter/laid-out.ts";
import { layOut } from "../painter/render-tagged.ts";
import { styles } from "../components/styles.ts";

/**
 * Units that are laid out together: the library copies its tree at every step, so that memory
 * follows this number.
 */
const UNITS_AT_ONCE = 25;

/** Where text is set, and how. */
export interface Setting {
  paper: Paper;
  /** The site's address without a slash at the end, where it is known. */
  site: string | undefined;
  /** Which faces draw the texts. */
  choice: FaceChoice;
  words: Words["pdf"];
}

/** Lays units out below one another on a page without an end. */
async function setTogether(
  units: readonly Unit[],
  { paper, site, choice, words }: Setting,
): Promise<LaidOutNode[]> {
  const { children } = await layOut(
    <FaceChoiceContext value={choice}>
      <Document>
        <Page size={{ width: SHEETS[paper][0] }} style={styles.page} wrap={false}>
          {units.map((unit, index) => (
            <UnitBox key={index} unit={unit} site={site} paper={paper} words={words} />
          ))}
        </Page>
      </Document>
    </FaceChoiceContext>,
  );
  const boxes = children[0]?.children ?? [];
  if (boxes.length !== units.length)
    throw new Error(`The layout made ${boxes.length} boxes of ${units.length}; was it upgraded?`);
  return boxes;
}

/** Everything by which a unit is set as it is. */
function keyOf(unit: Unit, { paper, site, choice }: Setting): string {
  return JSON.stringify([unit, paper, site, choice.id]);
}

/**
 * Sets text in a long column, before it is made up into pages. What `kept` holds is not laid out
 * again.
 */
export async function* setUnits(
  units: readonly Unit[],
  setting: Setting,
  kept: KeptUnits | undefined,
): AsyncGenerator<SetUnit> {
  for (let start = 0; start < units.length; start += UNITS_AT_ONCE) {
    const part = units.slice(start, start + UNITS_AT_ONCE).map((unit) => {
      const key = kept === undefined ? "" : keyOf(unit, setting);
      return { unit, key, node: kept?.get(key) };
    });
    const missing = part.filter(({ node }) => node === undefined);
    const laidOut =
      missing.length === 0
        ? []
        : await setTogether(
            missing.map(({ unit }) => unit),
            setting,
          );
    for (const [index, place] of missing.entries()) {
      place.node = laidOut[index];
      if (place.node !== undefined) kept?.keep(place.key, place.node);
    }
    for (const { unit, node } of part) if (node !== undefined) yield { unit, node };
  }
}

/**
 * Lays out a row that may be parted, from so many points below the top margin: its boxes page by
 * page, the first of them on the page that is begun. The new pagination engine is asked for, since
 * the old one loses text.
 */
export async function setBroken(
  unit: RowUnit,
  used: number,
  { paper, site, choice, words }: Setting,
): Promise<LaidOutNode[][]> {
  const { children } = await layOut(
    <FaceChoiceContext value={choice}>
      <Document>
        <Page size={[...SHEETS[paper]]} style={styles.page} {...{ experimentalPagination: true }}>
          <View style={{ height: used, flexShrink: 0 }} />
          <UnitBox unit={unit} site={site} paper={paper} words={words} />
        </Page>
      </Document>
    </FaceChoiceContext>,
  );
  return children.map((page, index) => (page.children ?? []).slice(index === 0 ? 1 : 0));
}
