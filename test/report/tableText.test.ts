import { describe, expect, it } from "vitest";
import { tableText } from "../../lib/report/tableText";

describe("tableText", () => {
  it("sets numbers to the right with decimals by column, words to the left", () => {
    const rows = [
      { målform: "nynorsk", ord: 1234567, andel: 0.5, tal: 1.25 },
      { målform: "bokmål", ord: 8, andel: -0.25, tal: null },
    ];
    expect(tableText(rows, { andel: 1 })).toBe(
      [
        "målform        ord  andel    tal",
        "nynorsk  1\u202f234\u202f567    0.5  1.250",
        "bokmål           8   −0.3      –",
      ].join("\n"),
    );
  });

  it("takes a frame, and rows that lack a column", () => {
    expect(
      tableText({
        columns: ["a", "b"],
        values: [
          ["x", 1],
          ["yy", 20],
        ],
      }),
    ).toBe("a    b\nx    1\nyy  20");
    expect(tableText([{ a: "x" }, { b: 2 }])).toBe("a  b\nx  –\n–  2");
    expect(tableText({ columns: ["a", "b"], values: [["x", 1], ["y"]] })).toBe("a  b\nx  1\ny  –");
  });
});
