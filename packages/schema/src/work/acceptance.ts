import type { AppearanceStatus } from "./work.ts";
import { type AppearanceKind, WORK_KINDS } from "../work-kind.ts";

/** Whether somebody has accepted an appearance: what is under review and a preprint wait for it. */
export function isAccepted({
  kind,
  status,
}: {
  kind: AppearanceKind;
  status: AppearanceStatus;
}): boolean {
  return status !== "under-review" && WORK_KINDS[kind].isProvisional !== true;
}
