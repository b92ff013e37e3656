import { startCopying } from "./copy.ts";
import { startTheme } from "./theme.ts";

// Controls that would do nothing without a script show from here on.
document.documentElement.dataset["scripted"] = "";
startTheme();
// A list that the address narrows is not painted whole first: the search has run when the page is
// read.
if (location.search !== "") document.documentElement.dataset["narrowing"] = "";
addEventListener("DOMContentLoaded", () => {
  delete document.documentElement.dataset["narrowing"];
  startCopying();
});
