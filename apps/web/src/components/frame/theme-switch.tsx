const THEMES = { system: "System", light: "Light", dark: "Dark" } as const;

/** The choice of colours; shown where the script runs that keeps it. */
export function ThemeSwitch() {
  return (
    <p className="theme scripted" role="group" aria-label="Colours">
      {Object.entries(THEMES).map(([theme, text]) => (
        <button key={theme} type="button" data-set-theme={theme} aria-pressed={theme === "system"}>
          {text}
        </button>
      ))}
    </p>
  );
}
