import { startCopying } from "./copy.ts";
import { startTheme } from "./theme.ts";

// Controls that would do nothing without a script show from here on.
document.documentElement.dataset["scripted"] = "";
startTheme();
addEventListener("DOMContentLoaded", startCopying);
