import { words } from "../../words.ts";
interface CopyButtonProps {
  /** Id of the element whose text is copied. */
  target: string;
  /** What is copied, heard after the word on the button, such as ` the APA citation`. */
  what: string;
}

/** Shown and run by the site's script; without scripts it stays hidden. */
export function CopyButton({ target, what }: CopyButtonProps) {
  return (
    <button type="button" className="copy" hidden data-copy={`#${target}`}>
      {words.work.copy}
      <span className="hidden">{what}</span>
    </button>
  );
}
