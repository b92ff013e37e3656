import { join } from "node:path";
import { expect, test } from "vitest";
import { STATE } from "../support/places.ts";
import { listAddresses } from "../support/site-files.ts";
import { openBuiltSite } from "../support/built-site.ts";

const SITE = join(STATE, "site");

const site = openBuiltSite();

test("no page breaks the policy or asks another origin for anything", async () => {
  const context = await site.browser.newContext();
  const page = await context.newPage();
  const faults: string[] = [];
  await page.addInitScript(
    `document.addEventListener("securitypolicyviolation", (event) => console.error("policy: " + event.violatedDirective))`,
  );
  page.on("console", (message) =>
    message.type() === "error" ? faults.push(`${page.url()}: ${message.text()}`) : undefined,
  );
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on("request", (request) =>
    new URL(request.url()).origin === site.url
      ? undefined
      : faults.push(`${page.url()} asks for ${request.url()}`),
  );
  page.on("response", (response) =>
    response.status() < 400 ? undefined : faults.push(`${response.url()}: ${response.status()}`),
  );
  const paths = [...(await listAddresses(SITE))].filter(
    (address) => address.endsWith("/") || address === "/404.html",
  );
  expect(paths.length).toBeGreaterThan(60);
  for (const path of paths) {
    const answer = await page.goto(site.url + path);
    expect(answer?.headers()["content-security-policy"], path).toMatch(/^default-src 'none';/);
  }
  expect(faults).toEqual([]);
  await context.close();
});

test("the policy is in force: a picture from elsewhere is stopped", async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.url}/`);
  const stopped = page.evaluate(`new Promise((resolve) => {
    document.addEventListener("securitypolicyviolation", (event) => resolve(event.violatedDirective), { once: true });
    const image = document.createElement("img");
    image.src = "https://example.invalid/x.png";
    document.body.append(image);
  })`);
  expect(await stopped).toBe("img-src");
  await page.close();
});
