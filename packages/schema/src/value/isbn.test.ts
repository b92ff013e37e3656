import { expect, test } from "vitest";
import { Isbn } from "./isbn.ts";

test.each(["978-0-306-40615-7", "9780306406157", "0-306-40615-2", "0-8044-2957-X"])(
  "%s is an ISBN",
  (isbn) => expect(Isbn.parse(isbn)).toBe(isbn),
);

test.each([
  "978-0-306-40615-8",
  "0-306-40615-3",
  "12345",
  "978-0-306-40615",
  "X-306-40615-2",
  "978-0-306-40615-77",
])("%s is none", (isbn) => expect(Isbn.safeParse(isbn).success).toBe(false));
