import type { Document } from "yaml";

/** What has to be done to files of one version so that they are files of the next. */
export interface MigrationStep {
  from: number;
  /** What became of the schema, for the person who runs the migration. */
  about: string;
  /**
   * Changes a content file; left out where files of the older version are files of the newer as
   * they stand.
   */
  edit?: (document: Document) => void;
}

/** One step for each version that has been; the last leads to SCHEMA_VERSION. */
export const MIGRATION_STEPS: readonly MigrationStep[] = [
  {
    from: 1,
    about:
      "There are more kinds of works and of entries, and grants need neither amount nor role. " +
      "Nothing that stood in the files changes.",
  },
];
