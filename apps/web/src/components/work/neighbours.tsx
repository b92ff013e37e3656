import type { Publication } from "@triptych/view";
import { workAddress } from "../../addresses.ts";
import { words } from "../../words.ts";

const SIDES = [
  { side: "previous", name: words.work.previous, rel: "prev" },
  { side: "next", name: words.work.next, rel: "next" },
] as const;

type NeighboursProps = Partial<Record<(typeof SIDES)[number]["side"], Publication | undefined>>;

/** The works before and after this one in the order of the CV. */
export function Neighbours(works: NeighboursProps) {
  return (
    <nav className="neighbours" aria-label={words.work.neighbours}>
      {SIDES.map(({ side, name, rel }) => {
        const work = works[side];
        return work === undefined ? null : (
          <p key={side} className={side}>
            <span className="label">{name}</span>{" "}
            <a href={workAddress(work.id)} rel={rel}>
              {work.title}
            </a>
          </p>
        );
      })}
    </nav>
  );
}
