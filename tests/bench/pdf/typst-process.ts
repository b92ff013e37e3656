import { readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";

/**
 * Typst in a process of its own: `node typst-process.ts MODULE FONTS MAIN OUT [--anew | --edited]`.
 * With one of the two every line of input is answered by a new rendering; the compiler and the
 * fonts stay, and with `--edited` all that was set before.
 */
const [, , module = "", fonts = "", main = "", out = "", mode] = process.argv;

/**
 * What is used of `@myriaddreamin/typst-ts-node-compiler`, which is installed for the bench alone.
 */
interface Compiler {
  evictCache(age: number): void;
  pdf(
    by: { mainFilePath: string; resetRead: boolean },
    options: { pdfStandard: string; creationTimestamp: number },
  ): Uint8Array;
}
const { NodeCompiler }: { NodeCompiler: { create(options: object): Compiler } } = await import(
  module
);
const compiler = NodeCompiler.create({
  workspace: dirname(main),
  fontArgs: [{ fontBlobs: fonts.split(",").map((font) => readFileSync(font)) }],
});

function render(): void {
  writeFileSync(
    out,
    compiler.pdf(
      { mainFilePath: main, resetRead: true },
      { pdfStandard: "ua-1", creationTimestamp: 0 },
    ),
  );
  if (mode !== "--edited") compiler.evictCache(0);
}

if (mode === undefined) render();
else
  for await (const _request of createInterface({ input: process.stdin })) {
    render();
    process.stdout.write("done\n");
  }
