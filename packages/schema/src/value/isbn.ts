import { z } from "zod";

const ISBN = /^(\d[\d-]{8,15}[\dX])$/;

/**
 * ISO 2108: thirteen digits weighted 1, 3, 1, … to a multiple of 10, or ten weighted 10 to 1 to a
 * multiple of 11, where X is ten.
 */
function hasIsbnChecksum(isbn: string): boolean {
  const characters = [...isbn.replaceAll("-", "")];
  const digits = characters.map((character, index) =>
    character === "X" && index === 9 ? 10 : Number(character),
  );
  if (digits.length === 10)
    return digits.reduce((sum, digit, index) => sum + digit * (10 - index), 0) % 11 === 0;
  if (digits.length !== 13) return false;
  return (
    digits.reduce((sum, digit, index) => sum + digit * (index % 2 === 0 ? 1 : 3), 0) % 10 === 0
  );
}

export const Isbn = z
  .string()
  .regex(ISBN, { error: "must be an ISBN such as 978-0-306-40615-7", abort: true })
  .refine(hasIsbnChecksum, "is not an ISBN: its last digit does not fit the others")
  .describe("ISBN of the book, with or without hyphens.");
