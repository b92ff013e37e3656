import { renderNote } from "./page.tsx";
import { language } from "../../words.ts";

const { title, label } = language.service.tooLong;

/** What is answered to a form that is longer than any of ours. */
export function renderTooLong(name: string, lead = language.service.tooLong.unchanged): string {
  return renderNote({ name, title, label, children: <p>{lead}</p> });
}
