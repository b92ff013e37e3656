// What the owner of this clone said once for all: variables in the file .env, which git ignores.
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, resolve } from "node:path";
import process from "node:process";
import * as util from "node:util";
import { misused } from "../step.mjs";
import { root, typedIn } from "./place.mjs";

/** Variables that name a place. */
const PLACES = ["CV_DIR", "TRIPTYCH_DIR", "SITE_DIR", "DKIM_KEY_FILE"];

/** The line after what may be a text between quotes over several lines. */
const LINE = /^\s*(?:#.*|(?:export\s+)?[A-Za-z_]\w*\s*=.*)?$/;

/** The first line that says nothing; Node passes over it without a word. */
function findStray(text) {
  const unquoted = text.replaceAll(/(?<==)[ \t]*(["'`])[^]*?\1/g, (value) =>
    value.replaceAll(/[^\n]+/g, "#"),
  );
  return unquoted.split("\n").findIndex((line) => !LINE.test(line.trimEnd()));
}

/** The variables of a settings file; none where there is no such file. */
function readFile(file) {
  let text;
  try {
    text = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    if (error.code === "ENOENT") return {};
    throw misused(`${file} cannot be read: ${error.message}`);
  }
  const stray = findStray(text);
  // Its text is not shown: it may hold a password.
  if (stray >= 0)
    throw misused(`${file}:${stray + 1} is no setting. Write it as NAME=value: CV_DIR=../my-cv`);
  if (util.parseEnv === undefined)
    throw misused(`Settings in .env need Node 20.12 or newer; this is ${process.versions.node}.`);
  return util.parseEnv(text);
}

/** A shell would have put the home folder in the place of the tilde; `none` is no place. */
const place = (folder, from) =>
  isAbsolute(folder) || folder === "none"
    ? folder
    : resolve(from, folder.replace(/^~(?=[\\/]|$)/, homedir()));

/**
 * Completes the environment: places are seen from where they were written, the command line or the
 * settings file. A variable of the environment goes before the file; an empty one was left out.
 * @param {Record<string, string | undefined>} env
 * @param {boolean} isOwners whether the command is about the owner's record, and not about the
 *   project's own
 * @returns what is worth saying, where there is something
 */
export function readSettings(env, isOwners) {
  for (const name of PLACES) if (env[name]?.trim()) env[name] = place(env[name], typedIn);
  if (!isOwners) return "";
  const file = env.TRIPTYCH_SETTINGS || join(root, ".env");
  env.TRIPTYCH_SETTINGS = file;
  let said = "";
  for (const [name, written] of Object.entries(readFile(file))) {
    const value = PLACES.includes(name) ? place(written, dirname(file)) : written;
    if (!env[name]?.trim()) env[name] = value;
    else if (name === "CV_DIR" && env[name] !== value)
      said = `CV_DIR is ${env[name]} this time; ${file} says ${written}.\n`;
  }
  return said;
}
