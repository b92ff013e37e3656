import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readEnvironment } from "./env.ts";

function fontFolder(): string {
  return join(readEnvironment().TRIPTYCH_DIR, "web", "fonts");
}

/** The files the build has made for this record; see `build/web-fonts.ts`. */
export function listFontFiles(): string[] {
  return readdirSync(fontFolder()).sort();
}

export function readFontFile(name: string): Buffer<ArrayBuffer> {
  return readFileSync(join(fontFolder(), name));
}
