import type { Cv } from "../cv.ts";
import { type Person, type PrintedName, printedForm } from "../entry/person.ts";

/**
 * Who a printed name stands for: the owner, someone in `people`, or a name that occurs in no list.
 */
export type Resolved =
  | { kind: "owner" }
  | { kind: "person"; person: Person }
  | { kind: "stranger"; name: string };

export interface Roster {
  resolve: (name: PrintedName) => Resolved;
  isOwner: (name: PrintedName) => boolean;
}

/**
 * Ties printed names to people: by explicit id first, then by exact printed form among names and
 * aliases. A form that the owner shares with someone else is the owner's; the namesake has an
 * id.
 */
export function createRoster(cv: Pick<Cv, "profile" | "people">): Roster {
  const owner: Resolved = { kind: "owner" };
  const byId = new Map<string, Resolved>();
  const byForm = new Map<string, Resolved>();
  for (const person of cv.people) {
    const resolved: Resolved = { kind: "person", person };
    byId.set(person.id, resolved);
    for (const form of [person.name, ...person.aliases]) byForm.set(form, resolved);
  }
  byId.set(cv.profile.id, owner);
  for (const form of [cv.profile.name, ...cv.profile.aliases]) byForm.set(form, owner);

  const resolve = (name: PrintedName): Resolved => {
    const id = typeof name === "string" ? undefined : name.person;
    const known = id === undefined ? byForm.get(printedForm(name)) : byId.get(id);
    return known ?? { kind: "stranger", name: printedForm(name) };
  };
  return { resolve, isOwner: (name) => resolve(name).kind === "owner" };
}
