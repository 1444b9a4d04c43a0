const key = "statement-atlas-theme";

/** The button that turns light to dark and back; the choice is kept for the next page. */
export function startThemeToggle(): void {
  document.addEventListener("click", (event) => {
    if (!(event.target as Element).closest('[data-toggle="theme"]')) return;
    const {dataset} = document.documentElement;
    const dark = dataset.theme ? dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    dataset.theme = dark ? "light" : "dark";
    try {
      localStorage.setItem(key, dataset.theme);
    } catch {
      // Kept for this page only where storage is refused.
    }
  });
}
