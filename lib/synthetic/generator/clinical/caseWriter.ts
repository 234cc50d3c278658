/** Writes the slots of a template that come from the case: measurements, history, drugs. */

import type { Random } from "../../../random";
import { expand, writeEntry, type Rendering } from "../grammar";
import type { ClinicalCase } from "./case";
import type { LabValue } from "./labs";

/** The slots of one note about a case; the rendering is asked for, as it is made with this. */
export function caseWriter(
  about: ClinicalCase,
  random: Random,
  rendering: () => Rendering,
): (slot: string) => boolean {
  const { vitals, labs, operation } = about;
  const withUnits = random.uniform() < 0.3;
  let background = 0;
  let drug = 0;
  let lab = 0;
  const number = (value: number, decimals = 0): void =>
    rendering().builder.append(value.toFixed(decimals).replace(".", ","));
  const between = (range: string): void => {
    const [from, to] = range.split("-").map(Number) as [number, number];
    const value = from + random.integer(to - from + 1);
    number(value > 100 ? 10 * Math.round(value / 10) : value);
  };
  const write = (list: readonly LabValue[], from: number, count: number): void => {
    const { builder, voice } = rendering();
    for (let i = 0; i < count; i++) {
      const { name, value, unit } = list[(from + i) % list.length]!;
      builder.append(`${i === 0 ? "" : ", "}${name[voice.standard]} ${value}`);
      if (withUnits && unit !== "") builder.append(` ${unit}`);
    }
  };
  const slots: Readonly<Record<string, () => void>> = {
    background: () =>
      writeEntry(
        rendering(),
        "backgrounds",
        about.backgrounds[background++ % about.backgrounds.length]!,
      ),
    homedrug: () =>
      expand(rendering(), `drug ${about.homeDrugs[drug++ % about.homeDrugs.length]!}`),
    sys: () => number(vitals.systolic),
    dia: () => number(vitals.diastolic),
    pulse: () => number(vitals.pulse),
    rf: () => number(vitals.rate),
    spo2: () => number(vitals.saturation),
    temp: () => number(vitals.temperature, 1),
    gcs: () => number(vitals.coma),
    news: () => number(vitals.score),
    weight: () => number(about.weight),
    height: () => number(about.height),
    crp: () => rendering().builder.append(labs.crp[0]),
    laterCrp: () => rendering().builder.append(labs.crp[1]),
    values: () => {
      const count = Math.min(4 + random.integer(4), labs.admission.length);
      write(labs.admission, lab, count);
      lab += count;
    },
    laterValues: () => write(labs.later, 0, 2 + random.integer(3)),
    minutes: () => between(operation?.minutes ?? "30-60"),
    blood: () => between(operation?.bleeding ?? "0-50"),
  };
  return (slot) => {
    const known = slots[slot];
    known?.();
    return known !== undefined;
  };
}
