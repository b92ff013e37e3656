import { expect, test } from "vitest";
import { drawDigestCharts, writeDigestReport } from "./digest-report.ts";

const conditions = {
  date: "2026-01-01",
  cores: 2,
  load: 0.5,
  node: "24.0.0",
  quick: false,
  connections: 5,
  mailBytes: 20_000,
};

test("the report shows ratios and every list", () => {
  const text = writeDigestReport({
    conditions,
    throughput: [
      {
        answerAfter: 0,
        mails: 100,
        turns: 3,
        bare: 400,
        one: 300,
        two: 400,
        cpu: { bare: 1.5, worker: 1.75, database: 0.5 },
      },
    ],
    growth: [
      { recipients: 1_000, rate: 300, peakBytes: 150e6, planMilliseconds: 12.3, planBytes: 1.5e6 },
    ],
    crossed: [],
  });
  expect(text).toContain("One worker reaches 75 % of the bare pool, two reach 100 %");
  expect(text).toContain("bare pool 400, one worker 300, two workers 400");
  expect(text).toContain("bare pool 1.50 ms, one worker 1.75 ms and its database 0.50 ms");
  expect(text).toContain("| 1000 | 300 | 150 | 12 | 1.5 |");
  expect(text).toContain("All were reached.");
});

test("a goal that was not reached is named", () => {
  expect(
    writeDigestReport({ conditions, throughput: [], growth: [], crossed: ["one worker is slow"] }),
  ).toContain("- not reached: one worker is slow");
});

test("a busy machine is reported", () => {
  const report = (load: number) =>
    writeDigestReport({
      conditions: { ...conditions, load },
      throughput: [],
      growth: [],
      crossed: [],
    });
  expect(report(9.6)).toContain("The machine was busy with other work");
  expect(report(0.5)).not.toContain("busy");
});

test("every picture that the report shows is drawn", () => {
  const growth = [
    { recipients: 1_000, rate: 300, peakBytes: 150e6, planMilliseconds: 12.3, planBytes: 1.5e6 },
  ];
  const throughput = [
    {
      answerAfter: 20,
      mails: 100,
      turns: 3,
      bare: 400,
      one: 300,
      two: 400,
      cpu: { bare: 1.5, worker: 1.75, database: 0.5 },
    },
  ];
  const charts = drawDigestCharts({ throughput, growth });
  const shown = [
    ...writeDigestReport({ conditions, throughput, growth, crossed: [] }).matchAll(
      /\]\((\S+\.svg)\)/g,
    ),
  ].map(([, name]) => name);
  expect(Object.keys(charts)).toEqual(shown);
  expect(charts["digest-throughput.svg"]).toContain("takes 20 ms to answer");
  expect(charts["digest-memory.svg"]).toContain(">150<");
});
