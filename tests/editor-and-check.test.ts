import { loadCv } from "@triptych/data";
import { readSchemaParts, type SchemaNode } from "@triptych/schema";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse, stringify } from "yaml";

const SCHEMA = join(import.meta.dirname, "../packages/schema/generated/content-file.schema.json");
const FIXTURE = join(import.meta.dirname, "fixtures/full");

/** What no schema can say: rules between entries, the calendar, sums of digits, names of zones. */
const BEYOND_A_SCHEMA =
  /id in |is used twice|not among the authors|listed (twice|already)|printed among|ends \(|before since|needs a (venue|title|currency)|needs the|only an? |one of the two|calendar|does not fit|time zone|is read as|read as \d|stands in several|is a name of/;

let folder = "";
let record: Record<string, unknown> = {};
let accepts: (value: unknown) => boolean = () => false;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "triptych-editor-"));
  const names = await readdir(FIXTURE);
  const texts = await Promise.all(names.map((name) => readFile(join(FIXTURE, name), "utf8")));
  record = Object.assign({}, ...texts.map((text): unknown => parse(text)));
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(await readFile(SCHEMA, "utf8")));
  accepts = (value) => validate(value);
});
afterAll(() => rm(folder, { recursive: true }));

async function checkRefuses(text: string): Promise<string[]> {
  await writeFile(join(folder, "cv.yaml"), text);
  const result = await loadCv(folder);
  return result.kind === "valid"
    ? []
    : result.faults
        .map(({ path, message }) => `${path} ${message}`)
        .filter((fault) => !BEYOND_A_SCHEMA.test(fault));
}

/** YAML of values as people type them, for any field. */
const TYPED = [
  "2024",
  "2024-06",
  "2024-06-12",
  "12",
  "0",
  "7.5",
  "true",
  "yes",
  "A text",
  '""',
  '" x"',
  "null",
  "[]",
  "[A, B]",
  "{ a: 1 }",
  "{}",
  "https://example.org",
  "example.org",
  "name@example.org",
  "2201.11380",
  "10.5555/x",
  "EUR",
  "eur",
  "present",
  "an-id",
  "0000-0002-1825-0097",
];

interface Field {
  path: (string | number)[];
}

/** Every field below a part, in its first entry. */
function listFields(node: SchemaNode, path: (string | number)[]): Field[] {
  const form = node.forms.find(({ properties }) => properties.length > 0) ?? node;
  const own = form.properties.flatMap(({ key, node: child }) => [
    { path: [...path, key] },
    ...listFields(child, [...path, key]),
  ]);
  return [...own, ...(node.items === undefined ? [] : listFields(node.items, [...path, 0]))];
}

function setAt(target: unknown, path: readonly (string | number)[], value: unknown): boolean {
  const [step, ...rest] = path;
  if (typeof target !== "object" || target === null || step === undefined) return false;
  if (rest.length === 0) return Reflect.set(target, step, value);
  return setAt(Reflect.get(target, step), rest, value);
}

const MARK = "VALUE-TO-REPLACE";

/** The part of the fixture with one field typed otherwise. */
function typedRecord(part: string, path: readonly (string | number)[], typed: string) {
  const { profile, people, venues } = structuredClone(record);
  const own = structuredClone(record[part]);
  const value = Array.isArray(own) ? own.slice(0, 1) : own;
  const whole: Record<string, unknown> = { profile, people, venues, [part]: value };
  if (!setAt(whole, [part, ...path], MARK)) return undefined;
  return stringify(whole, { aliasDuplicateObjects: false }).replace(MARK, typed);
}

test("an editor with the schema and the check agree on every field, whatever is typed there", async () => {
  const parts = readSchemaParts();
  const inputs = parts.flatMap(({ key, node }) => [
    ...TYPED.map((typed) => ({ name: `${key}: ${typed}`, text: typedRecord(key, [], typed) })),
    ...(node.type === "array" ? ["{}", "{ reason: A }", "A text", "null"] : []).map((typed) => ({
      name: `${key}.0: ${typed}`,
      text: typedRecord(key, [0], typed),
    })),
    ...listFields(node, []).flatMap(({ path }, field) =>
      // Each field with every seventh value, so that the same kinds of fields share all of them.
      TYPED.filter((_, index) => (index + field) % 7 === 0).map((typed) => ({
        name: `${key}.${path.join(".")}: ${typed}`,
        text: typedRecord(key, path, typed),
      })),
    ),
  ]);
  const differing: string[] = [];
  let count = 0;
  for (const { name, text } of inputs) {
    if (text === undefined) continue;
    count += 1;
    const refused = await checkRefuses(text);
    const isAccepted = accepts(parse(text));
    if (isAccepted !== (refused.length === 0))
      differing.push(`${name}  editor ${isAccepted ? "takes" : "refuses"}  ${refused[0] ?? ""}`);
  }
  expect(count).toBeGreaterThan(500);
  expect(differing).toEqual([]);
});
