import { existsSync, watch } from "node:fs";

/** Editors write a file in several steps, within a few milliseconds. */
const SETTLED = 25;

/** Leavings of editors: hidden files, swap files, copies. */
export const isLeaving = (name) => name !== null && /(^|[\\/])\.|~$|\.(sw[a-p]|tmp)$/.test(name);

/**
 * Calls back when something below one of the folders has changed.
 * @param {string[]} folders with all that lies below them
 * @param {() => void} changed
 */
export function watchFolders(folders, changed) {
  let settling;
  const notice = (_event, name) => {
    if (isLeaving(name)) return;
    clearTimeout(settling);
    settling = setTimeout(changed, SETTLED);
  };
  for (const folder of folders) if (existsSync(folder)) watch(folder, { recursive: true }, notice);
}
