/** The part of citeproc-js that is used here. */
export interface System {
  retrieveLocale: (language: string) => string;
  retrieveItem: (id: string) => unknown;
}

/**
 * What each decoration becomes: a text in which `%%STRING%%` stands for what is inside, a function,
 * or `false` for no decoration.
 */
export type OutputFormat = Record<string, unknown>;

export declare class Engine {
  constructor(system: System, style: string, language: string, forceLanguage: boolean);
  setOutputFormat(name: string): void;
  /** Without sorting where `isUnsorted`; one item has no order. */
  updateItems(ids: string[], isUnsorted?: boolean): void;
  /** Parameters and entries; `false` where the style has no bibliography. */
  makeBibliography(): [unknown, string[]] | false;
}

export declare const CSL: {
  Engine: typeof Engine;
  Output: { Formats: Record<string, OutputFormat> };
};
