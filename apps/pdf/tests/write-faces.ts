import { writeRanges } from "@triptych/view";
import { writeFile } from "node:fs/promises";
import { DRAWN_MODULE, drawnModule, listDrawnPoints } from "./sample/drawn-points.ts";

await writeFile(DRAWN_MODULE, drawnModule(writeRanges(await listDrawnPoints())));
