import { Cv } from "@triptych/schema";
import { expect, test } from "vitest";
import { z } from "zod";
import { toJsonLd } from "./json-ld.ts";

const Graph = z.strictObject({ "@context": z.literal("https://schema.org"), "@graph": z.array(z.looseObject({ "@type": z.string(), "@id": z.string() })) });

test("the person and the works are one graph under addresses of the site", () => {
  const cv = Cv.parse({
    profile: { name: "Ada Example", interests: ["Hats"] },
    settings: { url: "https://ada.example/" },
    languages: [{ language: "Latin" }],
    memberships: [{ body: "Academy", period: { start: "2020" } }],
    talks: [{ host: "H", date: "2024" }],
    publications: [
      { id: "book", title: "Hats", authors: ["Ada Example", "Bob"], appearances: [{ kind: "edited-book", isbn: "978-0-306-40615-7" }] },
      { id: "chapter", title: "Caps", authors: ["Ada Example"], appearances: [{ kind: "chapter", book: "All Hats" }] },
      { id: "hute", title: "Hats", authors: ["Ada Example"], appearances: [{ kind: "translation", translationOf: { authors: ["Emil"] } }] },
    ],
  });
  const { text, losses } = toJsonLd(cv);
  const graph = Graph.parse(JSON.parse(text))["@graph"];
  expect(graph).toMatchObject([
    { "@type": "Person", "@id": "https://ada.example/#person", knowsAbout: ["Hats"], knowsLanguage: ["Latin"], memberOf: [{ name: "Academy" }] },
    { "@type": "Book", "@id": "https://ada.example/publications/book/#work", isbn: "978-0-306-40615-7", editor: [{ name: "Ada Example" }, { name: "Bob" }] },
    { "@type": "Chapter", isPartOf: { "@type": "Book", name: "All Hats" } },
    { "@type": "Book", translator: [{ name: "Ada Example" }], author: [{ name: "Emil" }] },
  ]);
  expect(losses).toEqual([{ field: "talks", reason: "no words for them (1)" }]);
});
