import { mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { InputError } from "../../lib/errors";
import {
  barsWithIntervals,
  colors,
  histograms,
  houseLayout,
  lines,
  points,
  spread,
  type Figure,
} from "../../lib/report/figure";
import { stepWidth } from "../../lib/report/figurePanels";
import { traceTypes, type Trace } from "../../lib/report/figureStyle";
import { renderPng, renderSvg, saveFigure } from "../../lib/report/figureImage";

const bars = barsWithIntervals({
  name: "scores",
  title: "Æ, ø og å",
  caption: "n = 2.",
  valueTitle: "entity micro F1",
  categories: ["Røntgenbeskrivelse", "Poliklinisk notat på åpen avdeling"],
  series: [
    { name: "bokmål", color: colors.nb, values: [{ value: 0.5, interval: [0.4, 0.7] }, null] },
    { name: "nynorsk", color: colors.nn, values: [{ value: 0.25 }, { value: 1234.5 }] },
  ],
});

/** Texts of an SVG with their horizontal anchor point, in reading order. */
function texts(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, inner]) =>
    inner!.replace(/<[^>]+>/g, ""),
  );
}

it("the installed bundle of Plotly draws every kind of trace that a figure may have", () => {
  const bundle = readFileSync(createRequire(import.meta.url).resolve("plotly.js"), "utf8");
  const drawn = [...bundle.matchAll(/moduleType:"trace",name:"(\w+)"/g)].map(([, name]) => name);
  expect(drawn).toEqual(expect.arrayContaining([...traceTypes]));
  // @ts-expect-error: kinds that the bundle lacks do not pass the compiler
  const heatmap: Trace = { type: "heatmap" };
  expect(drawn).not.toContain(heatmap.type);
});

describe("builders", () => {
  it("bars carry values, intervals as distances, and nothing where there is nothing", () => {
    const [nb, nn] = bars.data.filter(({ type }) => type === "bar") as unknown as [
      Record<string, unknown>,
      Record<string, unknown>,
    ];
    expect(nb["x"]).toEqual([0.5]);
    const error = nb["error_x"] as { array: number[]; arrayminus: number[] };
    expect(error.array[0]).toBeCloseTo(0.2);
    expect(error.arrayminus[0]).toBeCloseTo(0.1);
    expect(nn["x"]).toEqual([0.25, 1234.5]);
    // The second series lies below the first (the axis runs downwards), in the same category.
    expect((nn["y"] as number[])[0]).toBeGreaterThan((nb["y"] as number[])[0]!);
  });

  it("a series must have a value or null for each category", () => {
    const figure = {
      name: "f",
      title: "",
      caption: "",
      valueTitle: "",
      categories: ["a", "b"],
      series: [{ name: "s", color: "#000000", values: [{ value: 1 }] }],
    };
    expect(() => barsWithIntervals(figure)).toThrow(/1 values for 2 categories/);
  });

  it("points write differences with their sign, a true minus, and no sign on zero", async () => {
    const figure = points({
      name: "differences",
      title: "Difference",
      caption: "",
      valueTitle: "difference",
      reference: 0,
      categories: ["a", "b", "c"],
      series: [
        {
          name: "s",
          color: colors.clinical,
          values: [{ value: 0.021 }, { value: -0.5 }, { value: -0.001 }],
        },
      ],
    });
    expect(texts(await renderSvg(figure))).toEqual(
      expect.arrayContaining(["+0.02", "−0.50", "0.00"]),
    );
  });

  it("a value is written after its dot or interval, wherever the reference is", () => {
    const values = [{ value: -0.5 }, { value: -0.5, interval: [-0.9, -0.1] as const }];
    const { layout } = points({
      name: "f",
      title: "",
      caption: "",
      valueTitle: "",
      reference: 0,
      categories: ["a", "b"],
      series: [{ name: "s", color: colors.clinical, values }],
    });
    expect(layout.annotations!.map(({ x }) => x)).toEqual([-0.5, -0.1]);
  });

  it("logarithmic lines count ranges and places of names in powers of ten", () => {
    const series = [{ name: "s", color: "#000000", x: [1, 1000], y: [10, 100] }];
    const figure = { name: "f", title: "", caption: "", xTitle: "", yTitle: "", series };
    const { layout } = lines({ ...figure, isLogarithmic: true });
    expect(layout.xaxis).toMatchObject({ type: "log", range: [0, 3] });
    expect(layout.annotations!.at(-1)).toMatchObject({ x: 3, y: 2 });
    expect(lines(figure).layout.xaxis).toMatchObject({ type: "linear", range: [1, 1000] });
  });

  it("lines refuse a series whose x and y do not belong together", () => {
    const series = [{ name: "s", color: "#000000", x: [1, 2], y: [1] }];
    const figure = { name: "f", title: "", caption: "", xTitle: "", yTitle: "", series };
    expect(() => lines(figure)).toThrow(/2 x and 1 y/);
  });

  it("names at line ends keep their order, their distance and the floor", () => {
    const wanted = [50, 52, 51, 3, 2];
    const places = spread(wanted, 10, 5);
    const byWish = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
    for (let k = 1; k < byWish.length; k++) {
      expect(places[byWish[k]!]! - places[byWish[k - 1]!]!).toBeGreaterThanOrEqual(10 - 1e-9);
    }
    expect(Math.min(...places)).toBeGreaterThanOrEqual(5);
    expect(spread([1, 100], 10)).toEqual([1, 100]);
  });

  it("house layout keeps what it is given and the house axis under it", () => {
    const layout = houseLayout({ height: 100, xaxis: { range: [0, 1] }, margin: { l: 5 } });
    expect(layout.height).toBe(100);
    expect(layout.xaxis).toMatchObject({ range: [0, 1], zeroline: false });
    expect(layout.margin).toMatchObject({ l: 5, b: 52 });
  });
});

describe("colours", () => {
  const channel = (hex: string): number[] =>
    [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const linear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);

  it.each(Object.entries(colors))("%s is readable as text on white (contrast 4.5)", (_, hex) => {
    const [r, g, b] = channel(hex).map(linear) as [number, number, number];
    expect(1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)).toBeGreaterThanOrEqual(4.5);
  });

  // Full loss of one cone, after Machado, Oliveira and Fernandes (2009), in linear RGB.
  const views = {
    "all cones": [1, 0, 0, 0, 1, 0, 0, 0, 1],
    protanopia: [
      0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
    ],
    deuteranopia: [
      0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
    ],
    tritanopia: [
      1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
    ],
  };
  // What is compared within one figure.
  const together = [
    ["nb", "nn"],
    ["baseline", "clinical"],
    ["baseline", "generalControl"],
    ["clinical", "generalControl"],
    ["first", "second"],
  ] as const;

  function lab(hex: string, view: readonly number[]): number[] {
    const rgb = channel(hex).map(linear);
    const seen = [0, 1, 2].map((row) =>
      Math.max(
        0,
        rgb.reduce((sum, c, k) => sum + view[row * 3 + k]! * c, 0),
      ),
    );
    const [x, y, z] = [
      [0.4124, 0.3576, 0.1805],
      [0.2126, 0.7152, 0.0722],
      [0.0193, 0.1192, 0.9505],
    ].map((m, k) => {
      const t = m.reduce((sum, c, j) => sum + c * seen[j]!, 0) / [0.9505, 1, 1.089][k]!;
      return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116;
    }) as [number, number, number];
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
  }

  it.each(Object.entries(views))("what is compared stays apart: %s", (_, view) => {
    for (const [a, b] of together) {
      const [p, q] = [lab(colors[a], view), lab(colors[b], view)];
      expect(Math.hypot(...p.map((v, k) => v - q[k]!)), `${a}, ${b}`).toBeGreaterThan(15);
    }
  });
});

describe("drawing", () => {
  it("SVG holds every text, with Norwegian letters, and is the same each time", async () => {
    const svg = await renderSvg(bars);
    expect(texts(svg)).toEqual(
      expect.arrayContaining([
        "Æ, ø og å",
        "■ bokmål\u2003■ nynorsk",
        "Røntgenbeskrivelse",
        "1\u202f234.50",
      ]),
    );
    expect(await renderSvg(bars)).toBe(svg);
    expect(await renderSvg({ ...bars, name: "other" })).not.toBe(svg); // ids do not clash on a page
  });

  it("the left margin holds the longest category", async () => {
    const svg = await renderSvg(bars);
    const label = /<text[^>]* x="([\d.]+)"[^>]*>Poliklinisk notat på åpen avdeling</.exec(svg);
    // 34 characters of 13 px text are about 240 px wide and end at the axis.
    expect(Number(label?.[1])).toBeGreaterThan(230);
    expect(svg).toMatch(/text-anchor="end"[^>]*>Poliklinisk/);
  });

  it("PNG has the figure's size times the scale, and letters are drawn, not boxes", async () => {
    const png = await renderPng(bars, { scale: 1 });
    expect([...png.slice(1, 4)].map((c) => String.fromCharCode(c)).join("")).toBe("PNG");
    const view = new DataView(png.buffer, png.byteOffset);
    expect(view.getUint32(16)).toBe(720);
    expect(view.getUint32(20)).toBe(bars.layout.height);
    // Letters the fonts lack would all be the same box.
    const letter = (text: string): Promise<Uint8Array> =>
      renderPng({
        name: "letter",
        caption: "",
        data: [],
        layout: { ...bars.layout, title: { text } },
      });
    const [ae, oe] = [await letter("æ"), await letter("ø")];
    expect(Buffer.compare(ae, oe)).not.toBe(0);
  });

  it("a figure is saved as SVG, PNG and JSON under its name, and nothing else", async () => {
    const folder = mkdtempSync(join(tmpdir(), "figure-"));
    await saveFigure(folder, bars);
    expect(readdirSync(folder).sort()).toEqual(["scores.json", "scores.png", "scores.svg"]);
    const saved = JSON.parse(readFileSync(join(folder, "scores.json"), "utf8")) as Figure;
    expect(saved.caption).toBe("n = 2.");
    await expect(saveFigure(folder, { ...bars, name: "../up" })).rejects.toThrow(InputError);
  });
});

describe("histograms", () => {
  const series = [
    { name: "bokmål", color: colors.nb },
    { name: "nynorsk", color: colors.nn },
  ];
  const figure = histograms({
    name: "lengths",
    title: "Lengths",
    caption: "n = 7.",
    valueTitle: "words in a document",
    series,
    panels: [
      { name: "epikrise", values: [[0, 9, 10, 40], [39]] },
      { name: "AMK", values: [[], [20, 21]] },
    ],
  });

  it("draws shares in steps on one scale, and nothing where there are no values", () => {
    // 40 / 25 is above 1, so steps are 2 wide.
    const [nb, nn, amk] = figure.data as unknown as { x: number[]; y: number[]; xaxis: string }[];
    expect(figure.data).toHaveLength(3);
    expect(nb!.x.slice(0, 3)).toEqual([0, 2, 4]);
    expect(nb!.x.at(-1)).toBe(42);
    expect([nb!.y[0], nb!.y[4], nb!.y[5], nb!.y[20], nb!.y.at(-1)]).toEqual([
      0.25, 0.25, 0.25, 0.25, 0,
    ]);
    expect(nb!.y.reduce((a, b) => a + b)).toBe(1);
    expect(nn!.y[19]).toBe(1);
    expect(amk!.xaxis).toBe("x2");
    const { yaxis, yaxis2 } = figure.layout;
    expect(yaxis!.range).toEqual(yaxis2!.range);
  });

  it("names panels, series and what is counted in the drawing", async () => {
    expect(texts(await renderSvg(figure))).toEqual(
      expect.arrayContaining(["epikrise", "AMK", "words in a document", "0", "40"]),
    );
  });

  it.each([
    [0.4, 1],
    [26, 2],
    [60, 5],
    [150, 10],
    [1200, 50],
    [2600, 200],
  ])("up to %d takes steps of %d", (longest, width) => expect(stepWidth(longest)).toBe(width));

  it("refuses a panel without a list for each series, and no values at all", () => {
    const base = { name: "f", title: "", caption: "", valueTitle: "", series };
    expect(() => histograms({ ...base, panels: [{ name: "a", values: [[1]] }] })).toThrow(
      /panel a: 1 lists of values for 2 series/,
    );
    expect(() => histograms({ ...base, panels: [{ name: "a", values: [[], []] }] })).toThrow(
      /no values to draw/,
    );
  });
});
