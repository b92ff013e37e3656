import { expect, test } from "vitest";
import { DatabaseUnavailable } from "../database/postgres/database-unavailable.ts";
import { explainFault } from "./explain-fault.ts";

test("a database that is not there is reported in a sentence, a bug is not", () => {
  const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  expect(explainFault(refused)).toContain("Is the server in DATABASE_URL running?");
  expect(explainFault(new DatabaseUnavailable("no binaries"))).toBe("no binaries");
  expect(explainFault(new TypeError("x is not a function"))).toBeUndefined();
  expect(explainFault("text")).toBeUndefined();
});
