import { expect, test } from "vitest";
import { recogniseFormat } from "../import-format.ts";
import { readEndNote } from "./read-endnote.ts";

const style = (text: string) => `<style face="normal" font="default" size="100%">${text}</style>`;

const FILE = `<?xml version="1.0" encoding="UTF-8"?>
<xml><records>
<record><database name="My.enl" path="My.enl">My.enl</database><source-app name="EndNote" version="20.6">EndNote</source-app><rec-number>7</rec-number>
<ref-type name="Journal Article">17</ref-type>
<contributors><authors><author>${style("Testwell, Exemplia")}</author><author>${style("The Hat Group,")}</author></authors></contributors>
<titles><title>${style("Hats &amp; ")}<style face="italic">gloves</style>${style(" compared")}</title><secondary-title>${style("Journal of Hats")}</secondary-title></titles>
<periodical><full-title>${style("Journal of Hats")}</full-title></periodical>
<pages>${style("1-16")}</pages><volume>12</volume><number>3</number>
<keywords><keyword>hats</keyword><keyword>gloves</keyword></keywords>
<dates><year>${style("2021")}</year><pub-dates><date>Aug 15</date></pub-dates></dates>
<isbn>1234-5678</isbn><electronic-resource-num>${style("10.5555/hats.1")}</electronic-resource-num>
<urls><related-urls><url>https://example.org/hats</url></related-urls></urls><custom1>mine</custom1></record>
<record><rec-number>8</rec-number><ref-type name="Thesis">32</ref-type><contributors><authors><author>Testwell, Exemplia</author></authors></contributors>
<titles><title>Gloves</title></titles><dates><year>2020</year></dates><publisher>University of Example</publisher><work-type>Master's thesis</work-type></record>
<record><rec-number>9</rec-number><ref-type name="Edited Book">28</ref-type><contributors><authors><author>Testwell, Exemplia</author></authors></contributors>
<titles><title>On Caps</title><secondary-title>Lectures on Headgear</secondary-title></titles><dates><year>in the spring</year></dates><isbn>978-0-306-40615-7</isbn></record>
</records></xml>`;

test("records are read with their styles taken off, and keep their lines", () => {
  expect(recogniseFormat(FILE)).toBe("endnote-xml");
  const { read, found, remarks } = readEndNote(FILE);
  expect(read).toBe(3);
  expect(found).toMatchObject([
    {
      key: "7",
      line: 3,
      work: {
        title: "Hats & gloves compared",
        authors: [{ name: "Exemplia Testwell" }, { name: "The Hat Group" }],
        topics: ["hats", "gloves"],
        forms: [
          {
            kind: "journal",
            venue: { name: "Journal of Hats" },
            date: "2021-08-15",
            volume: "12",
            issue: "3",
            pages: "1-16",
            doi: "10.5555/hats.1",
            links: [{ url: "https://example.org/hats" }],
          },
        ],
      },
    },
    {
      key: "8",
      line: 13,
      work: {
        title: "Gloves",
        forms: [{ kind: "master-thesis", venue: { name: "University of Example" }, date: "2020" }],
      },
    },
    {
      key: "9",
      line: 15,
      work: {
        title: "On Caps",
        forms: [{ kind: "edited-book", series: "Lectures on Headgear", isbn: "978-0-306-40615-7" }],
      },
    },
  ]);
  expect(remarks.map(({ kind, key, field }) => [kind, key, field])).toEqual([
    ["dropped", "7", "isbn"],
    ["dropped", "7", "custom1"],
    ["dropped", "9", "dates"],
  ]);
});

test("a file that is cut off gives the records that are whole", () => {
  expect(readEndNote(FILE.slice(0, FILE.indexOf("Gloves"))).found.map(({ key }) => key)).toEqual([
    "7",
  ]);
});
