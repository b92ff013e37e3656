import type { Cv } from "@triptych/schema";
import { composeDocument, fullVariant } from "@triptych/view";
import { en } from "@triptych/words";
import { execFile } from "node:child_process";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { findBrowser } from "../../support/chromium.ts";
import { ROOT, STATE } from "../../support/places.ts";
import { JSX } from "../../support/run.ts";
import { copyFaces } from "./face-files.ts";
import { writeHtmlSource } from "./html-source.ts";
import { writeLatexSource } from "./latex-source.ts";
import type { Command } from "./measured-process.ts";

const run = promisify(execFile);

/**
 * One way to a PDF of the same content: what is run, how often it has to be run for one document,
 * and how it is kept running.
 */
export interface Renderer {
  name: "Triptych" | "Typst" | "Chromium" | "XeLaTeX";
  cold: Command;
  passes: number;
  /**
   * Processes that render again and again: with nothing kept of what was set before, and with all
   * that can be.
   */
  warm?: { anew: Command; edited: Command };
  out: string;
}

/** The same content for all renderers. */
export interface Prepared {
  renderers: Renderer[];
  /** Changes a word of the content, another for every turn. */
  edit: (turn: number) => Promise<void>;
}

/** Typst is installed where the bench asks for it, from the manifest beside this file. */
export async function installTypst(): Promise<string> {
  const folder = join(STATE, "bench", "typst");
  await mkdir(folder, { recursive: true });
  await cp(join(import.meta.dirname, "typst"), folder, { recursive: true });
  await run("pnpm", ["install", "--frozen-lockfile", "--ignore-workspace", "--ignore-scripts"], {
    cwd: folder,
  });
  return join(folder, "node_modules", "@myriaddreamin", "typst-ts-node-compiler", "index.js");
}

/** What XeLaTeX says of its version; undefined where there is none. */
export async function findLatex(): Promise<string | undefined> {
  return run("xelatex", ["--version"]).then(
    ({ stdout }) => stdout.split("\n")[0],
    () => undefined,
  );
}

/**
 * Writes the record for each renderer into `folder`. Ours reads the record, the others the text
 * that was made of it.
 */
export async function prepareRenderers(
  record: Cv,
  folder: string,
  typst: string,
  hasLatex: boolean,
): Promise<Prepared> {
  await mkdir(folder, { recursive: true });
  const cv: Cv = { ...record, variants: [fullVariant(en)] };
  const document = composeDocument(cv, en, fullVariant(en));
  const faces = await copyFaces(join(folder, "faces"));
  const write = async (content: Cv) => {
    await writeFile(join(folder, "record.json"), JSON.stringify(content));
    await writeFile(
      join(folder, "document.json"),
      JSON.stringify(composeDocument(content, en, fullVariant(en))),
    );
  };
  const edit = (turn: number) =>
    write({
      ...cv,
      publications: cv.publications.map((work, index) =>
        index === 0 ? { ...work, title: `${work.title} ${turn}` } : work,
      ),
    });
  await write(cv);
  await cp(join(import.meta.dirname, "typst", "cv.typ"), join(folder, "cv.typ"));
  await writeFile(join(folder, "page.html"), writeHtmlSource(document, faces));
  await writeFile(join(folder, "latex.tex"), writeLatexSource(document, faces));

  const env = { TRIPTYCH_RECORD: join(folder, "record.json") };
  const ours = [...JSX, join(ROOT, "apps/pdf/src/main.ts")];
  const fonts = faces.map(({ path }) => path).join(",");
  const theirs = [
    join(import.meta.dirname, "typst-process.ts"),
    typst,
    fonts,
    join(folder, "cv.typ"),
    join(folder, "typst.pdf"),
  ];
  const browser = await findBrowser();
  const print = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--generate-pdf-document-outline",
    "--no-pdf-header-footer",
  ];
  const anew = [
    ...JSX,
    join(import.meta.dirname, "anew-process.ts"),
    join(ROOT, "apps/pdf/src"),
    join(folder, "record.json"),
    join(folder, "anew.pdf"),
  ];
  const renderers: Renderer[] = [
    {
      name: "Triptych",
      cold: {
        program: process.execPath,
        args: [...ours, "--out", join(folder, "cv.pdf")],
        cwd: folder,
        env,
      },
      warm: {
        anew: { program: process.execPath, args: anew, cwd: folder, env },
        edited: {
          program: process.execPath,
          args: [...ours, "--follow", "--out", folder],
          cwd: folder,
          env,
        },
      },
      passes: 1,
      out: join(folder, "cv.pdf"),
    },
    {
      name: "Typst",
      cold: { program: process.execPath, args: theirs, cwd: folder },
      warm: {
        anew: { program: process.execPath, args: [...theirs, "--anew"], cwd: folder },
        edited: { program: process.execPath, args: [...theirs, "--edited"], cwd: folder },
      },
      passes: 1,
      out: join(folder, "typst.pdf"),
    },
    {
      name: "Chromium",
      cold: {
        program: browser.executable,
        args: [
          ...print,
          `--print-to-pdf=${join(folder, "chromium.pdf")}`,
          join(folder, "page.html"),
        ],
        cwd: folder,
        env: browser.env,
      },
      passes: 1,
      out: join(folder, "chromium.pdf"),
    },
    ...(hasLatex
      ? [
          {
            name: "XeLaTeX" as const,
            cold: {
              program: "xelatex",
              args: ["-interaction=batchmode", "latex.tex"],
              cwd: folder,
            },
            passes: 2,
            out: join(folder, "latex.pdf"),
          },
        ]
      : []),
  ];
  return { renderers, edit };
}
