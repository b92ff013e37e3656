import { describe, expect, test } from "vitest";
import { caddyFile, headersFile, nginxFiles } from "./hosting.ts";
import { CACHE_RULES, MEDIA_TYPES, securityHeaders } from "./security-headers.ts";
import { AT_ROOT } from "./site-place.ts";

const headers = Object.entries(securityHeaders(AT_ROOT));
const types = [...Object.entries(MEDIA_TYPES.names), ...Object.entries(MEDIA_TYPES.endings)];

/** Rules of a `_headers` file: an address at the margin, its headers indented. */
function parseHeadersFile(text: string): Record<string, Record<string, string>> {
  const rules: Record<string, Record<string, string>> = {};
  let current: Record<string, string> = {};
  for (const line of text
    .split("\n")
    .filter((candidate) => candidate !== "" && !candidate.startsWith("#"))) {
    const header = /^ {2}([\w-]+): (.+)$/.exec(line);
    if (header === null) rules[line] = current = {};
    else current[header[1] ?? ""] = header[2] ?? "";
  }
  return rules;
}

/** Name and value of each line that is not a comment and fits. */
const pairs = (text: string, pattern: RegExp) =>
  [...text.replaceAll(/^\s*#.*$/gm, "").matchAll(pattern)].map(([, name = "", value = ""]) => [
    name,
    value,
  ]);

test("_headers sets the policy everywhere, keeps hashed files and names the types", () => {
  const rules = parseHeadersFile(headersFile());
  expect(rules["/*"]).toEqual(securityHeaders(AT_ROOT));
  expect(rules["/_next/static/*"]).toEqual({ "Cache-Control": CACHE_RULES.hashed });
  for (const [name, type] of types)
    expect(rules[name.startsWith("/") ? name : `/*${name}`], name).toEqual({
      "Content-Type": type,
    });
  expect(Object.keys(rules)).toHaveLength(2 + types.length);
});

describe("nginx", () => {
  const { http, server } = nginxFiles();

  test("sets the same headers, on every status", () => {
    expect(pairs(server, /^add_header ([\w-]+) "(.+)" always;$/gm)).toEqual(headers);
  });

  test("no location of files adds a header, which would drop the policy", () => {
    expect(server.replace(/^location \^~ \/digest\/ \{[^}]*\}$/m, "")).not.toMatch(
      /^location[^}]*add_header/m,
    );
  });

  test("names the types and how long to keep an answer", () => {
    expect(
      pairs(server, /^location (?:=|~) (\S+) \{ types \{ \} default_type "(.+)"; \}$/gm).map(
        ([name = "", type]) => [name.replaceAll(/[\\$]/g, ""), type],
      ),
    ).toEqual(types);
    expect(http).toContain(`~^/_next/static/ "${CACHE_RULES.hashed}";`);
    expect(http).toContain(`default "${CACHE_RULES.other}";`);
  });

  test("braces and ends of lines are in order", () => {
    for (const text of [http, server]) expect(text.split("{")).toHaveLength(text.split("}").length);
    for (const line of server.trim().split("\n")) expect(line).toMatch(/^#|[;{}]$/);
  });
});

test("Caddy sets the same headers and types", () => {
  const text = caddyFile();
  expect(pairs(text, /^ {6}([A-Z][\w-]+) "(.+)"$/gm)).toEqual(headers);
  const matchers = Object.fromEntries(pairs(text, /^ {4}@(\w+) path \*(\S+)$/gm));
  const typed = pairs(text, /^ {4}header (\S+) Content-Type "(.+)"$/gm);
  expect(
    typed.map(([name = "", type]) => [name.startsWith("@") ? matchers[name.slice(1)] : name, type]),
  ).toEqual(types);
  expect(pairs(text, /^ {4}header @(\w+) Cache-Control "(.+)"$/gm)).toEqual(
    Object.entries(CACHE_RULES),
  );
});
