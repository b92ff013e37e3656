import { writeFile } from "node:fs/promises";
import { tokensCss } from "./tokens.ts";

await writeFile(new URL("../app/tokens.css", import.meta.url), tokensCss());
