import type { Program } from "@triptych/terminal";

/** A new command is a file in `commands` and an entry here. */
export const CV: Program = {
  name: "cv",
  description: "Checks the record, brings works into it, and hands it to the renderers.",
  variables: async () => (await import("./env.ts")).Variables,
  commands: {
    init: {
      summary: "make a new content folder, from nothing or from files you have",
      load: async () => (await import("./commands/init.ts")).declareInit,
    },
    import: {
      summary: "add to the record what files hold",
      load: async () => (await import("./commands/import.ts")).declareImport,
    },
    add: {
      summary: "look works up and add them to the record, all or none",
      load: async () => (await import("./commands/add.ts")).declareAdd,
    },
    sync: {
      summary: "show what services list for you and the record lacks, and add what you accept",
      load: async () => (await import("./commands/sync.ts")).declareSync,
    },
    check: {
      summary: "print every fault with its file, line and column; warnings do not fail",
      load: async () => (await import("./commands/check.ts")).declareCheck,
    },
    fmt: {
      summary: "write the content files in canonical form",
      load: async () => (await import("./commands/fmt.ts")).declareFmt,
    },
    new: {
      summary: "print a skeleton for any kind of entry, or list the kinds",
      load: async () => (await import("./commands/new.ts")).declareNew,
    },
    stats: {
      summary: "derive the summary figures, with the entries behind each",
      load: async () => (await import("./commands/stats.ts")).declareStats,
    },
    diff: {
      summary: "what changed between two states of the record, or since a date",
      load: async () => (await import("./commands/diff.ts")).declareDiff,
    },
    record: {
      summary: "write the checked record as one canonical JSON file",
      load: async () => (await import("./commands/record.ts")).declareRecord,
    },
    export: {
      summary: "write the record in another format; what the format cannot hold is reported",
      load: async () => (await import("./commands/export.ts")).declareExport,
    },
    migrate: {
      summary: "bring content files to the present version of the schema; comments stay",
      load: async () => (await import("./commands/migrate.ts")).declareMigrate,
    },
  },
};
