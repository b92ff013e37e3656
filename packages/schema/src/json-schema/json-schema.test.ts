import { expect, test } from "vitest";
import { z } from "zod";
import { Cv } from "../cv.ts";
import { contentFileJsonSchema, cvJsonSchema } from "./json-schema.ts";

const Root = z.object({
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.boolean().optional(),
  definitions: z.record(z.string(), z.unknown()),
});

test("a single content file may hold any part of the record, must hold none, and nothing else", () => {
  const root = Root.parse(contentFileJsonSchema());
  expect(Object.keys(root.properties ?? {})).toEqual(Object.keys(Cv.shape));
  expect(root.required).toBeUndefined();
  expect(root.additionalProperties).toBe(false);
});

test("both schemas describe the parts alike", () => {
  const { Cv: _whole, ...parts } = Root.parse(cvJsonSchema()).definitions;
  expect(Root.parse(contentFileJsonSchema()).definitions).toEqual(parts);
});
