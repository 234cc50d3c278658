/**
 * NorMedQA (Riegler and Gautam 2025): Norwegian medical exam questions, here those with four options.
 * The published file repeats questions between exams, gives some with different answers, and holds
 * nynorsk versions of bokmål exams, so questions are cleaned, grouped and then split by group.
 */

import { InputError } from "../../errors";
import { sha256 } from "../../files";
import { hash32, random } from "../../random";
import type { ChoiceExample } from "../../corpus/examples";
import { countReason } from "../task";
import type { ChoiceTask, LoadedExamples, TaskSource } from "../task";
import type { Split } from "../../corpus/examples";
import { readJsonFile } from "./files";

const publisher = "github.com/kelkalot/normedqa";
const file = "norwegian_medical_qa_v2_txt_only.json";

/** The two exams in nynorsk (checked item by item against a language classifier). */
export const nynorskExams: readonly string[] = ["8.pdf", "16.pdf"];
export const englishExams: readonly string[] = ["6.pdf"];

export const norMedQa: ChoiceTask = {
  kind: "choice",
  name: "norMedQa",
  version: 1,
  card: "data-cards/normedqa.md",
  licence: "CC-BY-4.0",
  shareable: true,
  writtenStandards: ["nb", "nn"],
  source: "real file: NorMedQA v2 (text only), four-option questions, split made here by group",
  metric: "accuracy",
  labels: ["1", "2", "3", "4"],
  dataHashes: { [file]: "ff3c5d9ae2e652648cd65fbb2d9eea32b76ebd92f327e58e749dc29acbfdd8c0" },
  load: loadNorMedQa,
};

type Item = {
  readonly exam: string;
  readonly question: string;
  readonly right: string;
  readonly wrong: readonly string[];
};

const fields = ["source_file", "question_text", "answer_text", "wrong_answers_text"] as const;

/**
 * Split the field of wrong answers. Options are separated by semicolons, but an option may hold one
 * itself: a part that goes on in lower case, where the first begins with a capital, belongs to the
 * part before it. Two lower-case letters are asked for, so that `pO2` still begins an option.
 */
export function splitOptions(text: string): string[] {
  const options: string[] = [];
  for (const part of text.split(";").map((part) => part.trim())) {
    if (part === "") continue;
    if (options.length > 0 && /^\p{Lu}/u.test(options[0]!) && /^\p{Ll}{2}/u.test(part))
      options[options.length - 1] += `; ${part}`;
    else options.push(part);
  }
  return options;
}

/** Some answer keys were scanned with their verdicts, which give the right option away. */
const verdict = /\b(?:Riktig|Feil)\b|\ber (?:riktig|feil)\./;

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, " ").trim();

/** Items with four clean options, one for each question, and why the others were set aside. */
function selectItems(rows: readonly unknown[], path: string): [Item[], Record<string, number>] {
  const skipped: Record<string, number> = {};
  const byQuestion = new Map<string, Item[]>();
  rows.forEach((row, i) => {
    const record = row as Readonly<Record<string, unknown>> | null;
    const [exam, question, right, wrongText] = fields.map((field) => {
      const value = record?.[field];
      if (typeof value !== "string")
        throw new InputError(
          `${path}: item ${i}: "${field}" is missing or not text; take ${file} from ${publisher}`,
        );
      return value.trim();
    }) as [string, string, string, string];
    const wrong = splitOptions(wrongText);
    const options = [right, ...wrong];
    if ([question, ...options].some((text) => text.includes("\0")))
      return countReason(skipped, "NUL byte");
    if (question === "" || right === "") return countReason(skipped, "empty text");
    if (englishExams.includes(exam)) return countReason(skipped, "English");
    if (wrong.length !== 3 || new Set(options.map(plain)).size !== 4)
      return countReason(skipped, "not four options");
    if (options.some((option) => verdict.test(option)))
      return countReason(skipped, "option says whether it is right");
    const key = `${nynorskExams.includes(exam)} ${plain(question)}`;
    byQuestion.set(key, [...(byQuestion.get(key) ?? []), { exam, question, right, wrong }]);
  });

  const items: Item[] = [];
  for (const versions of byQuestion.values()) {
    // The shortest answers come from the exam that was scanned without explanations.
    const length = (item: Item): number => [item.right, ...item.wrong].join().length;
    const best = versions.reduce((a, b) => (length(b) < length(a) ? b : a));
    const agree = versions.every((item) => plain(item.right).startsWith(plain(best.right)));
    if (agree) items.push(best);
    versions.slice(agree ? 1 : 0).forEach(() => {
      countReason(skipped, agree ? "repeated question" : "same question, different answers");
    });
  }
  return [items, skipped];
}

/** Share of words in common (Jaccard) from which two questions count as versions of one. */
const versionSimilarity = 0.35;

/**
 * Group versions of one question: edited repeats and nynorsk–bokmål twins, which share numbers,
 * drug names and most other words. Measured on the published file: of the nb–nn pairs listed by hand
 * none falls apart at 0.35, the largest group has 7 items.
 *
 * @returns for each question the smallest index of its group
 */
export function groupVersions(questions: readonly string[]): number[] {
  const wordSets = questions.map((text) => new Set(plain(text).match(/[\p{L}\p{N}]+/gu) ?? []));
  const group = questions.map((_, i) => i);
  const find = (i: number): number => (group[i] === i ? i : find(group[i]!));
  const holders = new Map<string, number[]>();
  wordSets.forEach((words, i) => {
    const common = new Map<number, number>();
    for (const word of words) {
      const earlier = holders.get(word) ?? [];
      for (const j of earlier) common.set(j, (common.get(j) ?? 0) + 1);
      holders.set(word, [...earlier, i]);
    }
    for (const [j, count] of common) {
      if (count / (words.size + wordSets[j]!.size - count) < versionSimilarity) continue;
      const [a, b] = [find(i), find(j)];
      group[Math.max(a, b)] = Math.min(a, b);
    }
  });
  return group.map((_, i) => find(i));
}

/** 75/10/15 by a hash of the group, so that further data moves no group already there. */
function splitOfGroup(group: string): Split {
  const share = hash32(group) / 4294967296;
  return share < 0.75 ? "train" : share < 0.85 ? "validation" : "test";
}

async function loadNorMedQa(source: TaskSource): Promise<LoadedExamples<ChoiceExample>> {
  const { path, value, sha256: hash } = readJsonFile(source, "normedqa", file, publisher);
  if (!Array.isArray(value))
    throw new InputError(`${path}: not a list of questions; take ${file} from ${publisher}`);
  const [items, skipped] = selectItems(value, path);
  const names = items.map((item) => sha256(plain(item.question)).slice(0, 10));
  const groups = groupVersions(items.map((item) => item.question));
  const groupNames = new Map<number, string>();
  groups.forEach((group, i) => {
    const before = groupNames.get(group);
    if (before === undefined || names[i]! < before) groupNames.set(group, names[i]!);
  });
  const examples = items.map((item, i): ChoiceExample => {
    const group = groupNames.get(groups[i]!)!;
    const id = `${item.exam.replace(/\.pdf$/, "")}-${names[i]!}`;
    // The right option comes first in the file; its place must not be learnable.
    const order = random(1, "norMedQa-options", 0, hash32(id)).shuffle([0, 1, 2, 3]);
    const options = [item.right, ...item.wrong];
    return {
      id,
      group,
      split: splitOfGroup(group),
      writtenStandard: nynorskExams.includes(item.exam) ? "nn" : "nb",
      question: item.question,
      cloze: `${item.question.replaceAll("{answer}", "")} Svar: {answer}`,
      options: order.map((k) => options[k]!),
      answer: order.indexOf(0),
      stratum: "exam",
    };
  });
  return { examples, skipped, hashes: { [file]: hash } };
}
