/** Laboratory values of one patient: a pattern decides what is high or low, the rest is normal. */

import type { Random } from "../../../random";
import type { Term } from "../lexicon";
import { list } from "./profile";

/** What an analyte is called, its unit, its normal range for women and for men, and its decimals. */
const analytes = {
  Hb: ["Hb", "g/dL", 11.9, 15.1, 13.5, 16.8, 1],
  leukocytes: ["leukocytter|leukocyttar", "", 3.9, 9.6, 3.9, 9.6, 1],
  neutrophils: ["nøytrofile", "", 2.0, 6.6, 2.0, 6.6, 1],
  platelets: ["trombocytter|trombocyttar", "", 165, 380, 150, 350, 0],
  CRP: ["CRP", "mg/L", 1, 4, 1, 4, 0],
  SR: ["SR", "mm", 4, 22, 3, 16, 0],
  MCV: ["MCV", "fL", 84, 97, 84, 97, 0],
  Na: ["Na", "mmol/L", 137, 144, 137, 144, 0],
  K: ["K", "mmol/L", 3.6, 4.7, 3.6, 4.7, 1],
  creatinine: ["kreatinin", "µmol/L", 48, 86, 62, 102, 0],
  urea: ["karbamid", "mmol/L", 3.1, 7.4, 3.4, 8.0, 1],
  glucose: ["glukose", "mmol/L", 4.4, 6.0, 4.4, 6.0, 1],
  HbA1c: ["HbA1c", "mmol/mol", 31, 40, 31, 40, 0],
  ALT: ["ALAT", "U/L", 12, 42, 14, 62, 0],
  GT: ["GT", "U/L", 11, 44, 14, 72, 0],
  ALP: ["ALP", "U/L", 42, 102, 42, 102, 0],
  lipase: ["lipase", "U/L", 16, 58, 16, 58, 0],
  INR: ["INR", "", 0.9, 1.1, 0.9, 1.1, 1],
  lactate: ["laktat", "mmol/L", 0.7, 1.8, 0.7, 1.8, 1],
  TSH: ["TSH", "mIE/L", 0.7, 3.6, 0.7, 3.6, 1],
  T4: ["fritt T4", "pmol/L", 12, 20, 12, 20, 0],
  dimer: ["D-dimer", "mg/L FEU", 0.2, 0.4, 0.2, 0.4, 1],
  proBNP: ["NT-proBNP", "ng/L", 40, 160, 30, 140, 0],
  CK: ["CK", "U/L", 40, 190, 55, 260, 0],
  LD: ["LD", "U/L", 118, 198, 118, 198, 0],
  PSA: ["PSA", "µg/L", 0.1, 0.1, 0.5, 2.8, 1],
} as const satisfies Readonly<
  Record<string, readonly [string, string, number, number, number, number, number]>
>;

export type Analyte = keyof typeof analytes;

/** Analytes with their ranges on admission; those not named are normal. */
const patterns = {
  normal: {},
  infection: { CRP: [58, 265], leukocytes: [11.6, 19.8], neutrophils: [9, 16] },
  viral: { CRP: [6, 38], leukocytes: [2.9, 8.2], platelets: [118, 210] },
  sepsis: {
    CRP: [148, 388],
    leukocytes: [15.2, 27],
    lactate: [2.4, 5.6],
    creatinine: [112, 224],
    platelets: [74, 148],
  },
  congestion: { proBNP: [1480, 5800], creatinine: [84, 146], Na: [129, 137], CRP: [3, 18] },
  heart: { CK: [240, 1150], glucose: [6.2, 9.4], leukocytes: [8.8, 12.6], proBNP: [180, 1400] },
  clot: { dimer: [1.1, 8.4], CRP: [8, 46] },
  anaemia: { Hb: [7.4, 10.3], MCV: [66, 77], platelets: [320, 520] },
  bleeding: { Hb: [6.8, 9.9], urea: [11.2, 18.6], lactate: [1.6, 2.8] },
  renal: { creatinine: [194, 560], K: [4.9, 5.9], urea: [15.4, 33], Hb: [9.1, 11.4] },
  nephritic: { creatinine: [118, 260], CRP: [6, 48], Hb: [10.2, 12.4] },
  hepatic: {
    ALT: [122, 940],
    GT: [96, 420],
    ALP: [118, 260],
    INR: [1.2, 1.8],
    platelets: [76, 164],
  },
  biliary: {
    CRP: [18, 142],
    leukocytes: [9.8, 15.6],
    ALT: [88, 340],
    GT: [140, 520],
    ALP: [134, 290],
  },
  pancreas: { lipase: [420, 2900], CRP: [44, 236], leukocytes: [11.4, 18.2], glucose: [6.8, 11.2] },
  diabetes: { glucose: [11.4, 24.6], HbA1c: [58, 102], Na: [131, 138] },
  thyroid: { TSH: [9.4, 62], T4: [5, 9] },
  inflammation: { CRP: [17, 78], SR: [32, 88], Hb: [10.4, 11.8], platelets: [380, 560] },
  pregnancy: { platelets: [72, 142], ALT: [64, 260], LD: [240, 520], creatinine: [74, 112] },
  prostate: { PSA: [12, 186], ALP: [96, 240] },
  tumour: { Hb: [10.1, 11.8], LD: [230, 520], SR: [34, 76], ALP: [98, 230] },
  allergy: { leukocytes: [8.4, 12.4], lactate: [1.8, 3.4] },
  lungs: { CRP: [8, 54], leukocytes: [8.2, 12.8] },
} as const satisfies Readonly<Record<string, Partial<Record<Analyte, readonly [number, number]>>>>;

export type LabPattern = keyof typeof patterns;

/** Ordered for nearly everyone. */
const usual: readonly Analyte[] = [
  "Hb",
  "leukocytes",
  "CRP",
  "Na",
  "K",
  "creatinine",
  "platelets",
  "glucose",
  "ALT",
];

/** A value as a note writes it, with the name of the analyte. */
export type LabValue = { readonly name: Term; readonly value: string; readonly unit: string };

export type Labs = {
  /** What is out of range first, then some of the usual. */
  readonly admission: readonly LabValue[];
  /** The same analytes, most of them on the way to normal. */
  readonly later: readonly LabValue[];
  /** CRP on admission and later. */
  readonly crp: readonly [string, string];
};

const written = (value: number, decimals: number): string =>
  value.toFixed(decimals).replace(".", ",");

export function drawLabs(random: Random, pattern: LabPattern, sex: "female" | "male"): Labs {
  const changed: Partial<Record<Analyte, readonly [number, number]>> = patterns[pattern];
  const abnormal = Object.keys(changed) as Analyte[];
  const others = random.shuffle(usual.filter((analyte) => !(analyte in changed)));
  const chosen = [...abnormal, ...others.slice(0, 4)];
  const normal = (analyte: Analyte): number => {
    const [, , ...limits] = analytes[analyte];
    const [from, to] = sex === "female" ? [limits[0], limits[1]] : [limits[2], limits[3]];
    return from + random.uniform() * (to - from);
  };
  const numbers = new Map<Analyte, readonly [first: number, last: number]>();
  for (const analyte of chosen) {
    const range = changed[analyte];
    const white = numbers.get("leukocytes");
    if (analyte === "neutrophils" && white !== undefined) {
      // They are some of the white cells.
      const share = 0.66 + 0.2 * random.uniform();
      numbers.set(analyte, [white[0] * share, white[1] * share]);
      continue;
    }
    const goal = normal(analyte);
    const first = range === undefined ? goal : range[0] + random.uniform() * (range[1] - range[0]);
    const left = 0.12 + 0.3 * random.uniform();
    const drift = 0.04 * goal * (random.uniform() - 0.5);
    numbers.set(analyte, [first, goal + (first - goal) * left + drift]);
  }
  const values = [...numbers].map(([analyte, [first, last]]) => {
    const [name, unit, , , , , decimals] = analytes[analyte];
    const of = (value: number): LabValue => ({
      name: list(name)[0]!,
      value: written(value, decimals),
      unit,
    });
    return { analyte, first: of(first), last: of(last) };
  });
  const crp = values.find(({ analyte }) => analyte === "CRP");
  return {
    admission: values.map(({ first }) => first),
    later: values.map(({ last }) => last),
    crp: [
      crp?.first.value ?? written(normal("CRP"), 0),
      crp?.last.value ?? written(normal("CRP"), 0),
    ],
  };
}

/** Whether CRP is high in a pattern, so that it can be told to fall. */
export const inflamed = (pattern: LabPattern): boolean => {
  const changed: Partial<Record<Analyte, readonly [number, number]>> = patterns[pattern];
  return (changed.CRP?.[0] ?? 0) >= 40;
};
