import type { Cv } from "@triptych/schema";
import { stringify } from "yaml";
import type { Loss } from "../citation/loss.ts";
import { listRenderCvLosses } from "./rendercv-loss.ts";
import { describeRenderCvHead } from "./rendercv-profile.ts";
import { describeSections } from "./rendercv-section.ts";

/** The record as the `cv` part of a RenderCV 2 file, to which its owner adds a design. */
export function toRenderCv(cv: Cv): { text: string; losses: Loss[] } {
  const sections = describeSections(cv);
  const file = {
    cv: {
      ...describeRenderCvHead(cv),
      ...(Object.keys(sections).length === 0 ? {} : { sections }),
    },
  };
  return { text: stringify(file, { lineWidth: 0 }), losses: listRenderCvLosses(cv) };
}
