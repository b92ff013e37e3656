import { Cv, type CvInput } from "@triptych/schema";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createEdition } from "../../editions/create-edition.ts";
import { hashRows } from "../../testing/row-hash.ts";
import { openTestApp, type TestApp } from "../../testing/test-app.ts";
import { SECRET } from "../../testing/test-service.ts";
import { createToken, unsubscribeToken } from "../../subscribers/token.ts";
import { EMPTY_JOURNAL } from "../../testing/empty-journal.ts";
import { storeBaseline } from "../../editions/announcements.ts";
import { issueConfirmToken, issueManageToken } from "../../subscribers/timed-link.ts";

const work = (id: string, topics: string[]): NonNullable<CvInput["publications"]>[number] => ({
  id,
  title: `Title of ${id}`,
  authors: ["Bo Other", "Ada Example"],
  appearances: [{ kind: "preprint", date: "2026" }],
  topics,
});
const cv = Cv.parse({
  profile: { name: "Ada Example" },
  publications: [work("one", ["Sparsity"]), work("two", ["Vision"]), work("three", [])],
});

let it: TestApp;
beforeAll(async () => {
  it = await openTestApp({ cv });
  await storeBaseline(it.service.db, Cv.parse({ profile: { name: "Ada Example" } }));
});
afterAll(() => it.close());
beforeEach(() => it.pass(60));

const text = async (path: string, status = 200): Promise<string> => {
  const response = await it.app.request(path);
  expect(response.status).toBe(status);
  return response.text();
};
const manage = async (id: string) =>
  `/digest/manage/${await issueManageToken(it.service.db, id, it.service.now())}`;
const row = (id: string) =>
  it.service.db.selectFrom("subscribers").where("id", "=", id).selectAll().executeTakeFirst();
const titles = (html: string) => [...html.matchAll(/Title of (\w+)<\/a>/g)].map(([, id]) => id);

describe("the page of one subscription", () => {
  test("shows the choice, what can be chosen, and the next mail, and looking changes nothing", async () => {
    const path = await manage(await it.join("looks@example.org"));
    const before = await hashRows(it.service.db);
    const html = await text(path);
    expect(html).toContain("Every edition");
    expect(html).toContain("Sparsity");
    expect(titles(html)).toEqual(["one", "two", "three"]);
    for (const method of ["GET", "HEAD"]) {
      for (const end of ["", "?frequency=yearly&scope=some&topic=Vision", "/data.json", "/erase"])
        expect((await it.app.request(path + end, { method })).status).toBe(200);
    }
    expect(await hashRows(it.service.db)).toBe(before);
  });

  test("shows another choice without keeping it", async () => {
    const html = await text(
      `${await manage(await it.join("tries@example.org"))}?frequency=yearly&scope=some&topic=Vision`,
    );
    expect(titles(html)).toEqual(["two", "three"]);
    expect(html).toContain("not yet kept");
    expect(html).toContain("1\u00a0Jan\u00a02027");
  });

  test("keeps a choice, shows the next mail under it, and the planner follows it", async () => {
    const id = await it.join("chooses@example.org");
    const path = await manage(id);
    const response = await it.post(path, { frequency: "every", scope: "some", topic: "Sparsity" });
    const html = await response.text();
    expect(html).toContain("Your choice is kept");
    expect(titles(html)).toEqual(["one", "three"]);
    expect(await row(id)).toMatchObject({
      frequency: "every",
      topics: ["Sparsity"],
      is_tailored: true,
    });
    it.pass(1);
    const render = (edition: { milestones: string[] }) =>
      Promise.resolve({ subject: "s", html: edition.milestones.join(" "), text: "t" });
    await createEdition({
      db: it.service.db,
      journal: EMPTY_JOURNAL,
      cv,
      domain: "x.example",
      now: it.service.now(),
      render,
      enqueue: () => Promise.resolve(),
    });
    const variants = await it.service.db.selectFrom("edition_variants").select("html").execute();
    expect(variants).toEqual([{ html: "one:appeared three:appeared" }]);
    expect(titles(await text(path))).toEqual([]);
  });

  test("hands out everything that is stored, and erases it on one click", async () => {
    const id = await it.join("goes@example.org");
    const path = await manage(id);
    const data = JSON.parse(await text(`${path}/data.json`));
    expect(data).toMatchObject({
      address: "goes@example.org",
      subscription: { status: "confirmed", consent_text: it.service.promise, consent_locale: "en" },
    });
    expect(JSON.stringify(data)).not.toContain("unsubscribe_hash");
    expect((await it.post(`${path}/erase`)).status).toBe(200);
    expect(await row(id)).toBeUndefined();
    expect((await it.post(`${path}/erase`)).status).toBe(404);
    expect(await it.service.db.selectFrom("suppressions").select("reason").execute()).toEqual([
      { reason: "erased" },
    ]);
  });
});

test("tokens of other purposes, of others, old ones and those of who has left open nothing and change nothing", async () => {
  const { db } = it.service;
  const id = await it.join("guarded@example.org");
  const left = await it.join("left@example.org");
  const leftPath = await manage(left);
  await it.post(`/digest/unsubscribe/${unsubscribeToken(SECRET, left)}`);
  const expired = await manage(id);
  it.pass(73 * 60);
  const confirm = await issueConfirmToken(db, id, it.service.now());
  const before = await hashRows(db);
  for (const path of [
    leftPath,
    ...["x", createToken(), confirm, unsubscribeToken(SECRET, id)].map(
      (token) => `/digest/manage/${token}`,
    ),
  ]) {
    for (const end of ["", "/data.json", "/erase"]) await text(path + end, 404);
    for (const end of ["", "/erase"])
      expect((await it.post(path + end, { frequency: "yearly" })).status).toBe(404);
  }
  for (const end of ["", "/data.json", "/erase"]) await text(expired + end, 410);
  for (const end of ["", "/erase"])
    expect((await it.post(expired + end, { frequency: "yearly" })).status).toBe(410);
  expect(await hashRows(db)).toBe(before);
});

test("a token to change opens neither confirmation nor leaving", async () => {
  const path = await manage(await it.join("purpose@example.org"));
  const token = path.split("/").at(-1) ?? "";
  const before = await hashRows(it.service.db);
  expect((await it.post(`/digest/confirm/${token}`)).status).toBe(404);
  // The answer is that of a subscription that is forgotten.
  await it.post(`/digest/unsubscribe/${token}`);
  expect(await hashRows(it.service.db)).toBe(before);
});
