import type { Cv } from "@triptych/schema";
import type { Edition } from "@triptych/view";
import type { Addresses } from "../addresses/page-addresses.ts";
import { type Letter, UNSUBSCRIBE_PLACEHOLDER } from "../mail/letter.ts";

/**
 * The letter of an edition, or one tailored from it, as it will be stored: complete but for the
 * address that ends a subscription.
 */
export async function renderEdition(
  cv: Cv,
  edition: Edition,
  number: number,
  addresses: Addresses,
  tailored?: string,
): Promise<Letter> {
  // Only where a letter is written: a worker that sends what is stored starts in half the time
  // without it.
  const { renderDigest } = await import("../mail/templates/render-letter.tsx");
  return renderDigest({
    name: cv.profile.name,
    contact: cv.profile.emails[0],
    edition,
    number,
    ...(tailored === undefined ? {} : { tailored }),
    note: cv.settings.digest?.note,
    addresses,
    unsubscribe: UNSUBSCRIBE_PLACEHOLDER,
  });
}
