import { type Cv, orderWorks, type Work } from "@triptych/schema";
import type { Entry } from "./statistic.ts";

/** A work under the number the CV gives it. */
export interface NumberedWork {
  work: Work;
  entry: Entry;
}

export function numberWorks(cv: Cv): NumberedWork[] {
  return orderWorks(cv).map((work, index) => ({
    work,
    entry: { id: work.id, title: work.title, number: index + 1 },
  }));
}
