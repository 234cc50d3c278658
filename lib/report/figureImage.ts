/**
 * Figures drawn without a browser: Plotly makes the SVG in jsdom, resvg makes the PNG with the
 * DejaVu fonts from npm. The same figure gives the same bytes on every run and needs no system font.
 * Plotly takes most of a second to load, so it is loaded when the first figure is drawn.
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type * as ResvgModule from "@resvg/resvg-js";
import type { DOMWindow } from "jsdom";
import { InputError } from "../errors";
import { writeFileAtomic, writeJson } from "../files";
import { loadNative } from "../native";
import { hash32, random } from "../random";
import { figureWidth, type Figure } from "./figure";

const find = createRequire(__filename);
const fontFolder = join(dirname(find.resolve("dejavu-fonts-ttf/package.json")), "ttf");
const font = {
  loadSystemFonts: false,
  fontFiles: ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf"].map((file) =>
    join(fontFolder, file),
  ),
  defaultFontFamily: "DejaVu Sans",
};

/** An SVG read by resvg, which is loaded when the first figure is drawn. */
function readSvg(svg: string, options: ResvgModule.ResvgRenderOptions): ResvgModule.Resvg {
  const { Resvg } = loadNative<typeof ResvgModule>("@resvg/resvg-js");
  return new Resvg(svg, options);
}

type Plotly = {
  toImage(
    figure: { data: unknown; layout: unknown },
    options: { format: "svg"; width: number; height: number; imageDataOnly: true },
  ): Promise<string>;
};

let loaded: Promise<{ window: DOMWindow; plotly: Plotly }> | undefined;

async function loadPlotly(): Promise<{ window: DOMWindow; plotly: Plotly }> {
  const { JSDOM } = await import("jsdom");
  const { window } = new JSDOM("<!DOCTYPE html><body></body>", { runScripts: "outside-only" });
  // The package is the basic bundle: bars, lines and points, and no WebGL (decisions/002).
  window.eval(readFileSync(find.resolve("plotly.js"), "utf8"));
  const serializer = new window.XMLSerializer();
  const elements = window.SVGElement.prototype as SVGGraphicsElement;
  elements.getBBox = function () {
    return groupBox(this, serializer) as DOMRect;
  };
  elements.getBoundingClientRect = function () {
    const { x, y, width, height } = this.getBBox();
    return {
      x,
      y,
      width,
      height,
      left: x,
      top: y,
      right: x + width,
      bottom: y + height,
    } as DOMRect;
  };
  return { window, plotly: (window as unknown as { Plotly: Plotly }).Plotly };
}

type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
const emptyBox: Box = { x: 0, y: 0, width: 0, height: 0 };
const measured = new Map<string, Box>();

/** Ascent, descent and Plotly's line step, in units of the font size. */
const [ascent, descent, lineStep] = [0.928, 0.236, 1.3];

/** The box of the texts in an element, moved as the groups between them and it are moved. */
function groupBox(element: Element, serializer: XMLSerializer): Box {
  if (element.tagName === "text") return textBox(element, serializer);
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const text of element.querySelectorAll("text")) {
    let { x, y, width, height } = textBox(text, serializer);
    for (let at: Element | null = text; at && at !== element; at = at.parentElement) {
      const move = /translate\(([^,)]+),?([^)]*)\)/.exec(at.getAttribute("transform") ?? "");
      x += Number(move?.[1] ?? 0);
      y += Number(move?.[2] || 0);
    }
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x + width), Math.max(bottom, y + height)];
  }
  return right < left ? emptyBox : { x: left, y: top, width: right - left, height: bottom - top };
}

/** The box of an SVG text element in its own coordinates. jsdom has no fonts; resvg measures for it. */
function textBox(element: Element, serializer: XMLSerializer): Box {
  const text = serializer.serializeToString(element);
  const known = measured.get(text);
  if (known) return known;
  const size = Number(/font-size: ?([\d.]+)px/.exec(text)?.[1] ?? 12);
  const lineCount = element.querySelectorAll("tspan.line").length || 1;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">${text}</svg>`;
  const drawn = readSvg(svg, { font }).getBBox();
  const top = Number(element.getAttribute("y") ?? 0) - ascent * size;
  const height = (ascent + descent + lineStep * (lineCount - 1)) * size;
  const box = drawn ? { x: drawn.x, y: top, width: drawn.width, height } : emptyBox;
  measured.set(text, box);
  return box;
}

/**
 * The figure as a standalone SVG document. Texts stay texts, set in DejaVu Sans or the reader's
 * nearest sans-serif.
 */
export async function renderSvg(figure: Figure): Promise<string> {
  const { window, plotly } = await (loaded ??= loadPlotly());
  // Plotly draws ids at random. Keyed by the name they repeat from run to run, and two figures on
  // one page do not share them.
  const ids = random(hash32(figure.name), "figure ids");
  (window as unknown as { Math: Math }).Math.random = () => ids.uniform();
  const { data, layout } = JSON.parse(JSON.stringify(figure)) as Figure;
  return plotly.toImage(
    { data, layout },
    { format: "svg", ...sizeOf(figure), imageDataOnly: true },
  );
}

/** Width and height of a figure in CSS pixels. */
export function sizeOf(figure: Figure): { readonly width: number; readonly height: number } {
  return { width: figure.layout.width ?? figureWidth, height: figure.layout.height ?? 360 };
}

/**
 * The figure as PNG bytes.
 *
 * @param options.scale - device pixels per CSS pixel. @defaultValue 2
 */
export async function renderPng(figure: Figure, { scale = 2 } = {}): Promise<Uint8Array> {
  const svg = await renderSvg(figure);
  return readSvg(svg, { font, fitTo: { mode: "zoom", value: scale } })
    .render()
    .asPng();
}

/**
 * Write `name.svg`, `name.png` and `name.json` (data, layout, caption) into a folder, each whole or
 * not at all.
 *
 * @returns the three paths
 * @throws InputError if the figure's name is no plain file name
 */
export async function saveFigure(folder: string, figure: Figure): Promise<readonly string[]> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(figure.name)) {
    throw new InputError(
      `Figure name "${figure.name}" is used as a file name: use lower-case letters a–z, digits and hyphens.`,
    );
  }
  const [svg, png, json] = ["svg", "png", "json"].map((kind) =>
    join(folder, `${figure.name}.${kind}`),
  );
  writeFileAtomic(svg!, await renderSvg(figure));
  writeFileAtomic(png!, await renderPng(figure));
  writeJson(json!, figure);
  return [svg!, png!, json!];
}
