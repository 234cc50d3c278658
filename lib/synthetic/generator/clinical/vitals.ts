/** Vital signs that belong together, and the early warning score that follows from them. */

import type { Random } from "../../../random";

export type VitalState =
  | "stable"
  | "painful"
  | "febrile"
  | "septic"
  | "breathless"
  | "racing"
  | "hypertensive"
  | "shocked"
  | "drowsy";

type Ranges = Readonly<
  Record<"systolic" | "pulse" | "rate" | "saturation" | "temperature", string>
> & {
  /** Lowest score of the Glasgow coma scale. */
  readonly coma: number;
};

const ranges: Readonly<Record<VitalState, Ranges>> = {
  stable: {
    systolic: "112-146",
    pulse: "58-86",
    rate: "12-16",
    saturation: "96-99",
    temperature: "36.2-37.3",
    coma: 15,
  },
  painful: {
    systolic: "126-164",
    pulse: "78-106",
    rate: "15-20",
    saturation: "95-99",
    temperature: "36.4-37.6",
    coma: 15,
  },
  febrile: {
    systolic: "108-142",
    pulse: "88-112",
    rate: "16-23",
    saturation: "93-97",
    temperature: "38.2-39.6",
    coma: 15,
  },
  septic: {
    systolic: "82-102",
    pulse: "108-134",
    rate: "23-32",
    saturation: "87-93",
    temperature: "38.7-40.2",
    coma: 13,
  },
  breathless: {
    systolic: "118-158",
    pulse: "88-116",
    rate: "22-31",
    saturation: "84-91",
    temperature: "36.4-37.7",
    coma: 15,
  },
  racing: {
    systolic: "104-142",
    pulse: "112-148",
    rate: "15-22",
    saturation: "94-98",
    temperature: "36.3-37.2",
    coma: 15,
  },
  hypertensive: {
    systolic: "156-188",
    pulse: "72-98",
    rate: "14-19",
    saturation: "95-99",
    temperature: "36.4-37.3",
    coma: 15,
  },
  shocked: {
    systolic: "72-92",
    pulse: "112-138",
    rate: "22-30",
    saturation: "88-94",
    temperature: "36.0-37.2",
    coma: 14,
  },
  drowsy: {
    systolic: "142-186",
    pulse: "64-98",
    rate: "13-20",
    saturation: "93-98",
    temperature: "36.3-37.6",
    coma: 12,
  },
};

export type Vitals = {
  readonly systolic: number;
  readonly diastolic: number;
  readonly pulse: number;
  /** Breaths a minute. */
  readonly rate: number;
  /** Oxygen saturation in per cent, without oxygen. */
  readonly saturation: number;
  readonly temperature: number;
  readonly coma: number;
  /** NEWS2, from the others. */
  readonly score: number;
};

export function drawVitals(random: Random, state: VitalState): Vitals {
  const between = (range: string): number => {
    const [from, to] = range.split("-").map(Number) as [number, number];
    return from + random.uniform() * (to - from);
  };
  const of = ranges[state];
  const systolic = Math.round(between(of.systolic));
  const measured = {
    systolic,
    diastolic: Math.round(systolic * (0.52 + 0.12 * random.uniform())),
    pulse: Math.round(between(of.pulse)),
    rate: Math.round(between(of.rate)),
    saturation: Math.round(between(of.saturation)),
    temperature: Math.round(between(of.temperature) * 10) / 10,
    coma: of.coma + random.integer(16 - of.coma),
  };
  return { ...measured, score: earlyWarningScore(measured) };
}

/** Points of a value: the first limit it is not above decides. */
const points = (value: number, limits: readonly (readonly [number, number])[]): number =>
  limits.find(([limit]) => value <= limit)![1];

/** National Early Warning Score 2 (Royal College of Physicians, 2017), scale 1, breathing air. */
export function earlyWarningScore(vitals: Omit<Vitals, "score" | "diastolic">): number {
  const { systolic, pulse, rate, saturation, temperature, coma } = vitals;
  return (
    points(rate, [
      [8, 3],
      [11, 1],
      [20, 0],
      [24, 2],
      [Infinity, 3],
    ]) +
    points(saturation, [
      [91, 3],
      [93, 2],
      [95, 1],
      [Infinity, 0],
    ]) +
    points(systolic, [
      [90, 3],
      [100, 2],
      [110, 1],
      [219, 0],
      [Infinity, 3],
    ]) +
    points(pulse, [
      [40, 3],
      [50, 1],
      [90, 0],
      [110, 1],
      [130, 2],
      [Infinity, 3],
    ]) +
    points(temperature, [
      [35, 3],
      [36, 1],
      [38, 0],
      [39, 1],
      [Infinity, 2],
    ]) +
    (coma < 15 ? 3 : 0)
  );
}
