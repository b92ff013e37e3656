import { writeFile } from "node:fs/promises";
import { tokensCss } from "./tokens.ts";

await writeFile(new URL("../styles/site/tokens.css", import.meta.url), tokensCss());
