import type { Edit } from "@triptych/exchange/import";

type Step = string | number;

/** The list or group at a step; made where there is none, as the next step asks. */
function enter(parent: object, step: Step, next: Step): object {
  const child: unknown = Reflect.get(parent, step);
  if (typeof child === "object" && child !== null) return child;
  const made = typeof next === "number" ? [] : {};
  Reflect.set(parent, step, made);
  return made;
}

/** Makes an edit in plain data that is in no file yet; `path` leads from `root` to the place. */
export function editPlain(root: object, path: readonly Step[], edit: Edit): void {
  const last = path.at(-1);
  if (last === undefined) return;
  const parent = path
    .slice(0, -1)
    .reduce<object>((at, step, index) => enter(at, step, path[index + 1] ?? last), root);
  const present: unknown = Reflect.get(parent, last);
  if (edit.kind === "set") Reflect.set(parent, last, edit.value);
  else if (Array.isArray(present)) present.splice(edit.index, 0, edit.value);
  else Reflect.set(parent, last, [edit.value]);
}
