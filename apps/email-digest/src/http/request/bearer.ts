import type { Context } from "hono";
import { createHash, timingSafeEqual } from "node:crypto";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Whether a request knows a secret; its time does not tell how much was right. */
export function isBearer(secret: string, context: Context): boolean {
  const given = context.req.header("Authorization") ?? "";
  return timingSafeEqual(digest(`Bearer ${secret}`), digest(given));
}
