import { Cv } from "@triptych/schema";
import { z } from "zod";

/** The schemas that may apply one step below a schema; a union offers all of its forms. */
function descend(schema: z.core.$ZodType, step: PropertyKey): z.core.$ZodType[] {
  return openSchema(schema).flatMap((form): z.core.$ZodType[] => {
    if (form instanceof z.ZodArray) return [form.element];
    if (!(form instanceof z.ZodObject)) return [];
    const child: unknown = Reflect.get(form.shape, step);
    return child instanceof z.ZodType ? [child] : [];
  });
}

function openSchema(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  )
    return openSchema(schema.unwrap());
  return schema instanceof z.ZodUnion ? schema.options.flatMap(openSchema) : [schema];
}

/** The keys the record may have at a place, in the order of the schema. */
export function knownKeys(path: readonly PropertyKey[]): string[] {
  const schemas = path.reduce<z.core.$ZodType[]>(
    (at, step) => at.flatMap((schema) => descend(schema, step)),
    [Cv],
  );
  return schemas
    .flatMap(openSchema)
    .flatMap((form) => (form instanceof z.ZodObject ? Object.keys(form.shape) : []));
}

function collectKeys(schema: z.core.$ZodType, keys: Set<string>): void {
  for (const form of openSchema(schema)) {
    if (form instanceof z.ZodArray) collectKeys(form.element, keys);
    if (!(form instanceof z.ZodObject)) continue;
    for (const [key, child] of Object.entries(form.shape)) {
      keys.add(key);
      if (child instanceof z.ZodType) collectKeys(child, keys);
    }
  }
}

/** Every key that stands anywhere in a record. */
export function listAllKeys(): ReadonlySet<string> {
  const keys = new Set<string>();
  collectKeys(Cv, keys);
  return keys;
}
