import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { validate } from "dockerfile-utils";
import { parse } from "yaml";
import { expect, test } from "vitest";
import { ROOT } from "./support/places.ts";

const SERVER = join(ROOT, "scripts/package/template/server");
const UNIT = join(SERVER, "triptych.service");

test("the container file has no fault, two stages, no root, a volume and a check of its health", async () => {
  const text = await readFile(join(SERVER, "Containerfile"), "utf8");
  expect(validate(text).map(({ message }) => message)).toEqual([]);
  const lines = text.split("\n").filter((line) => /^[A-Z]+ /.test(line));
  const stages = lines.filter((line) => line.startsWith("FROM "));
  expect(stages).toHaveLength(2);
  for (const stage of stages) expect(stage).toMatch(/:\d+\.\d+-/);
  expect(lines.findLast((line) => line.startsWith("USER "))).toBe("USER node");
  expect(text).toContain('VOLUME ["/srv/cv/.triptych"]');
  expect(text).toContain("HEALTHCHECK");
  expect(() => validate("FRM a\n")).not.toThrow();
  expect(validate("FRM a\n")).not.toEqual([]);
});

test("what compose starts is read only, without capabilities, and for this machine alone", async () => {
  const text = await readFile(join(SERVER, "compose.yaml"), "utf8");
  const compose: {
    services: Record<string, { image?: string }>;
    volumes: Record<string, unknown>;
  } = parse(text);
  expect(Object.keys(compose.services)).toEqual(["cv", "database"]);
  expect(compose.services["cv"]).toMatchObject({
    read_only: true,
    cap_drop: ["ALL"],
    ports: ["127.0.0.1:3000:3000"],
    security_opt: ["no-new-privileges:true"],
  });
  expect(compose.services["database"]?.image).toMatch(/:\d+/);
  expect(Object.keys(compose.volumes)).toEqual(["state", "database"]);
});

test("systemd finds the unit tight: under 3", ({ skip }) => {
  let judged = "";
  try {
    judged = execFileSync(
      "systemd-analyze",
      ["security", "--offline=true", "--threshold=30", UNIT],
      { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
    );
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      skip("systemd-analyze is not here");
    throw error;
  }
  const level = Number(/exposure level for \S+: ([\d.]+)/.exec(judged)?.[1]);
  expect(level).toBeLessThan(3);
});
