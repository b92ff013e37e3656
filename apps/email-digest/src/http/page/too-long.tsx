import { en } from "@triptych/words";
import { renderNote } from "./page.tsx";

const { title, label } = en.service.tooLong;

/** What is answered to a form that is longer than any of ours. */
export function renderTooLong(name: string, lead = en.service.tooLong.unchanged): string {
  return renderNote({ name, title, label, children: <p>{lead}</p> });
}
