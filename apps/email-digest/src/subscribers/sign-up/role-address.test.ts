import { expect, test } from "vitest";
import { isRoleAddress } from "./role-address.ts";

test.each([
  "info@example.org",
  "Postmaster@example.org",
  "no-reply+x@example.org",
  "owner-list@example.org",
  "ml-request@example.org",
])("%s is an office", (address) => expect(isRoleAddress(address)).toBe(true));

test.each([
  "ada@example.org",
  "information@example.org",
  "ada.info@example.org",
  "wwwada@example.org",
])("%s is a person", (address) => expect(isRoleAddress(address)).toBe(false));
