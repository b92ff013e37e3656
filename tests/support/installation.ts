import { loadCv } from "@triptych/data";
import { publishedRecord } from "@triptych/view";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./chromium.ts";
import { findFreePort } from "./free-port.ts";
import { type MailSink, openMailSink } from "./mail-sink.ts";
import { STATE } from "./places.ts";
import { type RunningService, startService } from "./running-service.ts";

/**
 * The whole product as a researcher runs it, and what is around it: a record to edit, a mail
 * server, a browser.
 */
export interface Installation {
  /** Folder of the record. */
  content: string;
  /** Folder of everything made at run time. */
  state: string;
  sink: MailSink;
  service: RunningService;
  browser: Browser;
  /** Puts the record and a page of a work into the site, as publishing the record would. */
  publishWork(id: string): Promise<void>;
  close(): Promise<void>;
}

/** @param record folder of the record, of which a copy is served */
export async function openInstallation(record: string): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), "triptych-installation-"));
  const [content, state] = [join(folder, "content"), join(folder, "state")];
  const site = join(folder, "site");
  const [sink, port] = await Promise.all([
    openMailSink(),
    findFreePort(),
    cp(record, content, { recursive: true }),
    cp(join(STATE, "site"), site, { recursive: true }),
    cp(join(STATE, "site-headers.json"), `${site}-headers.json`),
  ]);
  const env = {
    CV_DIR: content,
    SITE_DIR: site,
    PORT: String(port),
    SITE_URL: `http://localhost:${port}`,
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
  };
  const [service, browser] = await Promise.all([
    startService(state, { ...env, MAIL_FROM: "digest@scholar.example" }),
    launchBrowser(),
  ]);
  return {
    content,
    state,
    sink,
    service,
    browser,
    publishWork: async (id) => {
      const loaded = await loadCv(content);
      if (loaded.kind === "faulty") throw new Error(`the record in ${content} has faults`);
      await writeFile(join(site, "cv.json"), JSON.stringify(publishedRecord(loaded.cv)));
      await mkdir(join(site, "publications", id), { recursive: true });
      await writeFile(join(site, "publications", id, "index.html"), "<!doctype html>");
    },
    close: async () => {
      await browser.close();
      await service.stop();
      await sink.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The first address in a mail's text that has this in its path; empty where there is none. */
export function linkIn(text: string | undefined, part: string): string {
  return new RegExp(`https?://\\S*${part}\\S*`).exec(text ?? "")?.[0] ?? "";
}
