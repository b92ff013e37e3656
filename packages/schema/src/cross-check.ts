import type { Cv } from "./cv.ts";

export interface CrossFault {
  path: (string | number)[];
  message: string;
  about?: "people" | "venues" | "publications";
}

export function crossCheck(_cv: Cv): CrossFault[] {
  return [];
}
