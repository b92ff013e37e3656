import { expect, test } from "vitest";
import { openNews } from "./news.mjs";

test("every open page is told, and one that has gone is forgotten", async () => {
  const news = await openNews();
  const gone = new AbortController();
  const [first, second] = await Promise.all([
    fetch(news.address),
    fetch(news.address, { signal: gone.signal }),
  ]);
  expect(first.headers.get("content-type")).toBe("text/event-stream");
  expect(first.headers.get("access-control-allow-origin")).toBe("*");
  gone.abort();
  await expect(second.text()).rejects.toThrow(/abort/i);
  news.tell();
  const { value } = await first.body.getReader().read();
  expect(new TextDecoder().decode(value)).toBe("data: record\n\n");
  news.stop();
});
