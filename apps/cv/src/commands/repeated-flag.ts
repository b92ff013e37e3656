import { Profile } from "@triptych/schema";
import { InvalidArgumentError } from "commander";

/** Gathers the values of a flag that may be given more than once. */
export const collect = (value: string, before: string[] = []): string[] => [...before, value];

const Alias = Profile.shape.aliases.unwrap().element;

/** The same for names, which go into the profile. */
export function collectAlias(value: string, before: string[] = []): string[] {
  const parsed = Alias.safeParse(value.trim());
  if (!parsed.success)
    throw new InvalidArgumentError(
      `It ${parsed.error.issues.map(({ message }) => message).join(", and ")}.`,
    );
  return before.includes(parsed.data) ? before : [...before, parsed.data];
}
