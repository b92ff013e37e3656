import { words } from "../../words.ts";
/** The choice of colours; shown where the script runs that keeps it. */
export function ThemeSwitch() {
  return (
    <p className="theme scripted" role="group" aria-label={words.frame.colours}>
      {Object.entries(words.frame.themes).map(([theme, text]) => (
        <button key={theme} type="button" data-set-theme={theme} aria-pressed={theme === "system"}>
          {text}
        </button>
      ))}
    </p>
  );
}
