import { copyFile, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { ROOT } from "../../support/places.ts";

/** A face that all renderers set the document in. */
export interface FaceFile {
  family: "Source Serif 4" | "Source Sans 3";
  weight: number;
  path: string;
}

/** Copies the faces that our PDF is set in: XeLaTeX stumbles over the paths that packages have. */
export async function copyFaces(folder: string): Promise<FaceFile[]> {
  await mkdir(folder, { recursive: true });
  return Promise.all(
    listFaceFiles().map(async (face) => {
      const path = join(folder, basename(face.path));
      await copyFile(face.path, path);
      return { ...face, path };
    }),
  );
}

function listFaceFiles(): FaceFile[] {
  const { resolve } = createRequire(join(ROOT, "apps/pdf/package.json"));
  const serif = [
    [300, "Light"],
    [400, "Regular"],
    [500, "Medium"],
    [600, "SemiBold"],
  ] as const;
  const sans = [
    [400, "Regular"],
    [600, "SemiBold"],
  ] as const;
  return [
    ...serif.map(([weight, name]): FaceFile => {
      const path = resolve(
        `@expo-google-fonts/source-serif-4/${weight}${name}/SourceSerif4_${weight}${name}.ttf`,
      );
      return { family: "Source Serif 4", weight, path };
    }),
    ...sans.map(([weight, name]): FaceFile => {
      const path = resolve(
        `@expo-google-fonts/source-sans-3/${weight}${name}/SourceSans3_${weight}${name}.ttf`,
      );
      return { family: "Source Sans 3", weight, path };
    }),
  ];
}
