import { z } from "zod";

/**
 * A line of text: not empty, no spaces at its ends, no control characters, composed characters
 * (NFC).
 */
export const Text = z
  .string()
  .min(1, "must not be empty")
  .refine((text) => text === text.trim(), "begins or ends with a space; remove it")
  .refine(
    (text) => !/\p{Cc}/u.test(text),
    "holds a line break or control character; write it on one line",
  )
  .refine(
    (text) => text === text.normalize("NFC"),
    "holds decomposed characters; write it in Unicode form NFC",
  );

/** Text of one or more paragraphs; line breaks separate paragraphs. */
export const Prose = z
  .string()
  .min(1, "must not be empty")
  .refine(
    (text) => !/[^\P{Cc}\n]/u.test(text),
    "holds a control character; only line breaks are allowed",
  )
  .refine(
    (text) => text === text.normalize("NFC"),
    "holds decomposed characters; write it in Unicode form NFC",
  );

/**
 * A stable name for a record entry: small letters, digits and single hyphens. It becomes part of
 * addresses, so it never changes.
 */
export const Id = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    "must be small letters and digits joined by single hyphens, for example more-convnets",
  )
  .max(80, "must have at most 80 characters");

/** An absolute web address. */
export const WebUrl = z.url({
  protocol: /^https?$/,
  error: "must be a full web address that begins with https:// or http://",
});
