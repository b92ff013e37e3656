import type { Preview } from "./draw-preview.ts";

/** What one thread draws and keeps. */
export interface Share {
  /** Folder of kept pictures. */
  folder: string;
  pictures: { identity: string; preview: Preview }[];
}
