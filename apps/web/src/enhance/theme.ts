const KEY = "theme";

/**
 * The choice kept on this device, or the page's own where storage is denied; `system` where there
 * is none.
 */
function readTheme(): string {
  try {
    return localStorage.getItem(KEY) ?? "system";
  } catch {
    return document.documentElement.dataset["theme"] ?? "system";
  }
}

function keepTheme(theme: string): void {
  try {
    if (theme === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage is denied: the choice holds for this page.
  }
}

/** Sets the page's colours; the style sheet reads the attribute. */
function applyTheme(theme: string): void {
  if (theme === "light" || theme === "dark") document.documentElement.dataset["theme"] = theme;
  else delete document.documentElement.dataset["theme"];
}

/** Shows which choice holds, in the switch and in the browser's own frame. */
function showTheme(theme: string): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-set-theme]"))
    button.setAttribute("aria-pressed", String(button.dataset["setTheme"] === theme));
  for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")) {
    const scheme = (meta.dataset["scheme"] ??= meta.media.includes("dark") ? "dark" : "light");
    meta.media =
      theme === "system"
        ? `(prefers-color-scheme: ${scheme})`
        : theme === scheme
          ? "all"
          : "not all";
  }
}

/**
 * Before the first paint: the attribute. When the page is read: the switch. When Back brings the
 * page from the browser's memory as it was left: both, since the choice may be another by now.
 */
export function startTheme(): void {
  applyTheme(readTheme());
  addEventListener("DOMContentLoaded", () => showTheme(readTheme()));
  addEventListener("pageshow", () => {
    applyTheme(readTheme());
    showTheme(readTheme());
  });
  addEventListener("click", ({ target }) => {
    const theme = target instanceof HTMLElement ? target.dataset["setTheme"] : undefined;
    if (theme === undefined) return;
    keepTheme(theme);
    applyTheme(theme);
    showTheme(theme);
  });
}
