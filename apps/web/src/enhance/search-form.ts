import { type Query, readQuery } from "./query.ts";

/** The query as the form holds it; what is chosen nowhere is empty. */
export function readForm(form: HTMLFormElement): Query {
  const parameters = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === "string") parameters.set(name, value.trim());
  return readQuery(`?${parameters.toString()}`);
}

/** Sets the form to a query. A value that the record does not hold narrows nothing. */
export function writeForm(form: HTMLFormElement, query: Query): void {
  const values = new Map(Object.entries(query));
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.type === "checkbox")
      control.checked = values.get(control.name) === control.value;
    else if (control instanceof HTMLInputElement) control.value = values.get(control.name) ?? "";
    else if (control instanceof HTMLSelectElement) {
      control.value = values.get(control.name) ?? "";
      if (control.selectedIndex < 0) control.selectedIndex = 0;
    }
  }
}
