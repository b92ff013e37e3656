import type { RefusedWork } from "@triptych/schema";
import type { FoundForm, FoundWork, Identifier } from "../found/finding.ts";
import { foldText } from "../text/plain-text.ts";
import { identifiersOf, schemeOf } from "./work-match.ts";

/** Works that the owner has said are not theirs, to be known again whoever names them. */
export class RefusedWorks {
  readonly #byIdentifier = new Map<string, RefusedWork>();
  readonly #byTitle = new Map<string, RefusedWork>();

  constructor(refused: readonly RefusedWork[]) {
    for (const work of refused) {
      const identifiers = identifiersOf(work);
      for (const identifier of identifiers) this.#byIdentifier.set(identifier, work);
      if (work.title !== undefined) this.#byTitle.set(foldText(work.title), work);
    }
  }

  #findForm(form: Pick<FoundForm, "doi" | "arxiv">): RefusedWork | undefined {
    return identifiersOf(form).flatMap((id) => this.#byIdentifier.get(id) ?? [])[0];
  }

  /** By its title; works share titles, so no identifier of one scheme may say otherwise. */
  #findTitle({ title, forms }: Pick<FoundWork, "title" | "forms">): RefusedWork | undefined {
    const refused = this.#byTitle.get(foldText(title));
    const schemes = new Set(refused === undefined ? [] : identifiersOf(refused).map(schemeOf));
    return forms.flatMap(identifiersOf).some((id) => schemes.has(schemeOf(id)))
      ? undefined
      : refused;
  }

  /** Why a work is left out; undefined where it was not refused. */
  explain(work: Pick<FoundWork, "title" | "forms">): string | undefined {
    const held = work.forms.flatMap((form) => this.#findForm(form) ?? [])[0];
    const refused = held ?? this.#findTitle(work);
    return refused === undefined ? undefined : reasonOf(refused);
  }

  /** The same for a work that an identifier alone stands for. */
  explainIdentifier({ scheme, value }: Identifier): string | undefined {
    const refused = this.#findForm({ [scheme]: value });
    return refused === undefined ? undefined : reasonOf(refused);
  }
}

function reasonOf({ date, reason }: RefusedWork): string {
  const when = date === undefined ? "" : ` (${date})`;
  return `you have refused it${when}${reason === undefined ? "" : `: ${reason}`}`;
}
