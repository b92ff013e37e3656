/** Where the site stands, and where its form goes. */
export interface SitePlace {
  /** The path below which it stands; see `basePath` of the schema. */
  base: string;
  /** Address of the digest service, where that is another than the site's. */
  service?: string | undefined;
}

export const AT_ROOT: SitePlace = { base: "" };
