/**
 * `kliniskvest bench deidentify`: time of de-identification and of the gate on generated notes and on
 * texts that nobody writes: one piece over and over, as broken exports hold. Each must take time in
 * proportion to its length, or one document keeps a hospital's import busy for hours.
 */

import { Command, InvalidArgumentError } from "commander";
import { findByRules } from "../../deidentification/detection";
import { mergeFindings } from "../../deidentification/finding";
import { openGazetteer, type Gazetteer } from "../../deidentification/gazetteer";
import { findPersonalNumbers } from "../../identityNumbers/personalNumbers";
import { replaceSpans } from "../../deidentification/replacement";
import { generateClinical } from "../../synthetic/generator/generator";
import { createWorld } from "../../synthetic/generator/world";

/** Rows of one sign, numbers, capital words, and starts of what the rules look for without its end. */
const pieces: readonly string[] = [
  ..."aA19. \n(",
  "1 ",
  "12 ",
  "12345 ",
  "010203 ",
  "12.",
  "1.1.",
  "2012-",
  "12.03.2021-",
  "+47 ",
  "NO12 ",
  "x1",
  "Kari ",
  "HANSEN ",
  "A. ",
  "Aa-",
  "a'a",
  "a\u0301",
  "a@",
  "İ",
  "🫀",
  "lege ",
  "og ",
  "mars ",
  "avd ",
  "nr. ",
  "alder ",
  "Storgata 1 ",
  "Voss sykehus, ",
];

type Seconds = { readonly find: number; readonly replace: number; readonly gate: number };
type Measured = {
  readonly text: string;
  /** UTF-8 bytes / 10^6. */
  readonly megabytes: number;
  readonly findings: number;
  /** Of the processor, all threads. */
  readonly cpuSeconds: Seconds;
};

/** The command with its options, for `bench.ts`. */
export function deidentifyBenchCommand(): Command {
  return new Command("deidentify")
    .description("time of de-identification and of the gate on notes and on hostile texts")
    .option("--characters <count>", "length of each text", countOf, 1_000_000)
    .option("--json", "print one JSON document")
    .addHelpText("after", "\nExample:\n  kliniskvest bench deidentify --characters 100000")
    .action(({ characters, json }: { characters: number; json?: boolean }) => {
      const gazetteer = openGazetteer();
      // The first text would pay for compiling what all run.
      measure("", notes(100_000), gazetteer);
      const rows: Measured[] = [];
      const add = (name: string, text: string): void => {
        rows.push(measure(name, text, gazetteer));
        if (!json) console.log(line(rows.at(-1)!));
      };
      if (!json) console.log("CPU seconds      find  replace     gate  findings");
      add("generated notes", notes(characters));
      for (const piece of pieces)
        add(
          JSON.stringify(piece),
          piece.repeat(Math.ceil(characters / piece.length)).slice(0, characters),
        );
      if (json) console.log(JSON.stringify(rows, null, 2));
    });
}

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new InvalidArgumentError("Give a whole number of at least 1.");
  return count;
}

/** Generated notes, one behind the other, bokmål and nynorsk in turns. */
function notes(characters: number): string {
  const world = createWorld(1);
  const texts: string[] = [];
  let length = 0;
  const documents = Math.ceil(characters / 100);
  for (const { text } of generateClinical({ world, documents, seed: 1, nynorskShare: 0.5 })) {
    texts.push(text);
    length += text.length + 1;
    if (length > characters) break;
  }
  return texts.join("\n").slice(0, characters);
}

function measure(name: string, text: string, gazetteer: Gazetteer): Measured {
  const findings = cpuSecondsOf(() => mergeFindings(text, findByRules(text, gazetteer)));
  const replaced = cpuSecondsOf(() =>
    replaceSpans({ text, year: 2020 }, findings.result, {
      gazetteer,
      secret: "of the benchmark",
      group: "one",
      isShared: false,
    }),
  );
  const gate = cpuSecondsOf(() => findPersonalNumbers(text));
  return {
    text: name,
    megabytes: Buffer.byteLength(text) / 1e6,
    findings: findings.result.length,
    cpuSeconds: { find: findings.seconds, replace: replaced.seconds, gate: gate.seconds },
  };
}

function cpuSecondsOf<T>(run: () => T): { readonly result: T; readonly seconds: number } {
  const begun = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(begun);
  return { result, seconds: (user + system) / 1e6 };
}

const line = ({ text, findings, cpuSeconds: { find, replace, gate } }: Measured): string =>
  [
    text.padEnd(15),
    ...[find, replace, gate].map((seconds, i) => seconds.toFixed(2).padStart(i === 0 ? 6 : 8)),
    String(findings).padStart(9),
  ].join(" ");
