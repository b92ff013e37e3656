import { expect, test } from "vitest";
import { readWorkId } from "./work-id.ts";

test.each([
  ["10.5555/example.hats", { kind: "doi", value: "10.5555/example.hats" }],
  ["https://doi.org/10.5555/a%2Fb", { kind: "doi", value: "10.5555/a/b" }],
  ["doi:10.5555/x.", { kind: "doi", value: "10.5555/x" }],
  ["2203.00001", { kind: "arxiv", value: "2203.00001" }],
  ["arXiv:2203.00001v2", { kind: "arxiv", value: "2203.00001v2" }],
  ["https://arxiv.org/pdf/2203.00001v1.pdf", { kind: "arxiv", value: "2203.00001v1" }],
  ["https://arxiv.org/abs/math.CO/0309136", { kind: "arxiv", value: "math.CO/0309136" }],
  ["10.48550/arXiv.2203.00001", { kind: "arxiv", value: "2203.00001" }],
  ["W4400000001", { kind: "openalex", value: "W4400000001" }],
  ["https://openalex.org/W4400000001", { kind: "openalex", value: "W4400000001" }],
  ["conf/excon/TestwellL24", { kind: "dblp", value: "conf/excon/TestwellL24" }],
  [
    "https://dblp.org/rec/journals/corr/abs-2203-00001.html",
    { kind: "dblp", value: "journals/corr/abs-2203-00001" },
  ],
  ["978-0-306-40615-7", { kind: "isbn", value: "9780306406157" }],
  ["ISBN 0-306-40615-2", { kind: "isbn", value: "0306406152" }],
  ["978-0-306-40615-8", undefined],
  ["hats", undefined],
  ["", undefined],
])("recognises %s", (text, id) => expect(readWorkId(text)).toEqual(id));
