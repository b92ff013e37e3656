import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { tokensCss } from "./tokens.ts";

test("the committed tokens are those of the theme", async () => {
  expect(await readFile(new URL("../styles/site/tokens.css", import.meta.url), "utf8")).toBe(
    tokensCss(),
  );
});
