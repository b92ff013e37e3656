import { checkReference, type CrossFault } from "./cross-fault.ts";
import type { Cv } from "../cv.ts";
import { listPrintedNames } from "../people/printed-name.ts";

/** Printed forms that more than one person of the list goes by, with the ids of those people. */
function sharedForms(cv: Cv): Map<string, string[]> {
  const claims = cv.people.flatMap(({ id, name, aliases }) =>
    [...new Set([name, ...aliases])].map((form) => ({ form, id })),
  );
  const owned = new Set([cv.profile.name, ...cv.profile.aliases]);
  const shared = [...Map.groupBy(claims, ({ form }) => form)].filter(
    ([form, claimants]) => claimants.length > 1 && !owned.has(form),
  );
  return new Map(shared.map(([form, claimants]) => [form, claimants.map(({ id }) => id)]));
}

/**
 * Names that point at nobody, and names that could be two people's. Namesakes are allowed in the
 * list; the fault is to print their name without saying who is meant.
 */
export function checkNames(cv: Cv): CrossFault[] {
  const ids = [cv.profile.id, ...cv.people.map((person) => person.id)];
  const shared = sharedForms(cv);
  return listPrintedNames(cv).flatMap(({ path, name }): CrossFault[] => {
    if (typeof name !== "string" && name.person !== undefined)
      return checkReference([...path, "person"], "people", name.person, ids);
    const form = typeof name === "string" ? name : name.name;
    const claimants = shared.get(form);
    if (claimants === undefined) return [];
    return [
      {
        path,
        message:
          `"${form}" is a name of ${claimants.join(" and of ")}; say who is meant: { name: ` +
          `${form}, person: ${claimants[0] ?? ""} }`,
      },
    ];
  });
}
