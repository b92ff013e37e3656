import { setTimeout as pause } from "node:timers/promises";
import type { RecordLink } from "./list-links.ts";
import { type LinkOutcome, testLink, type LinkTestOptions } from "./test-link.ts";

export interface TestedLink extends RecordLink {
  outcome: LinkOutcome;
}

export interface LinksTestOptions extends LinkTestOptions {
  /** Milliseconds between two requests to one host. */
  pause: number;
  /** How many hosts are asked at once. */
  hosts: number;
  /** Told after each address. */
  onProgress?: (done: number, all: number) => void;
}

/**
 * Tests addresses: several hosts at once, one host never twice at a time and with a pause in
 * between. In the order given.
 */
export async function testLinks(
  links: readonly RecordLink[],
  options: LinksTestOptions,
): Promise<TestedLink[]> {
  const queues = [...Map.groupBy(links, ({ url }) => new URL(url).host).values()];
  const tested = new Map<string, TestedLink>();
  const worker = async (): Promise<void> => {
    for (let queue = queues.shift(); queue !== undefined; queue = queues.shift()) {
      for (const [index, link] of queue.entries()) {
        if (index > 0) await pause(options.pause);
        tested.set(link.url, { ...link, outcome: await testLink(link.url, options) });
        options.onProgress?.(tested.size, links.length);
      }
    }
  };
  await Promise.all(Array.from({ length: options.hosts }, worker));
  return links.flatMap(({ url }) => tested.get(url) ?? []);
}
