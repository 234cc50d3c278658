/** How well a written-standard model answers: on texts with a known standard, by class and by length. */

import { InputError } from "../errors";
import type { WrittenStandard } from "../corpus/document";
import { readRows } from "../corpus/rows/readRows";
import { identifyDocument, type WrittenStandardModel } from "../writtenStandard/model";
import type { LabelledText } from "../writtenStandard/sources";
import { scoresOf, type ClassScores } from "./metrics";

type Standard = LabelledText["writtenStandard"];
const standards = ["nb", "nn"] as const satisfies readonly Standard[];

/** Longest text of each band, in words between white space. */
const bands = [3, 7, 15, 30, Infinity] as const;

export type BandScores = {
  /** e.g. `"4-7"`. */
  readonly words: string;
  readonly texts: Readonly<Record<Standard, number>>;
  /** Share of a standard's texts that are right when an answer is forced; null without texts. */
  readonly accuracy: Readonly<Record<Standard, number | null>>;
};

export type WrittenStandardScores = {
  readonly texts: number;
  /** Share right when every text must be `nb` or `nn`. */
  readonly accuracy: number;
  /** Share answered `either`. */
  readonly either: number;
  /** Share right among the texts answered `nb` or `nn`; null if there are none. */
  readonly accuracyOfAnswered: number | null;
  /** Forced answers, each standard as the class to find. */
  readonly perClass: Readonly<Record<Standard, ClassScores>>;
  /** Answers by the standard they should have. */
  readonly confusion: Readonly<Record<Standard, Readonly<Record<WrittenStandard, number>>>>;
  readonly byLength: readonly BandScores[];
};

/**
 * Score the model's answers on labelled texts. Every text is answered as a document, sentence by
 * sentence, as `corpus identify` labels a corpus.
 */
export function scoreWrittenStandard(
  texts: readonly LabelledText[],
  model?: WrittenStandardModel,
): WrittenStandardScores {
  const answers = texts.map(({ text, writtenStandard }) => ({
    gold: writtenStandard,
    band: bands.findIndex((most) => text.trim().split(/\s+/).length <= most),
    ...identifyDocument(text, model),
  }));
  const count = (holds: (answer: (typeof answers)[number]) => boolean): number =>
    answers.filter(holds).length;
  const answered = count((each) => each.writtenStandard !== "either");
  const classScores = (standard: Standard): ClassScores =>
    scoresOf({
      truePositives: count((each) => each.forced === standard && each.gold === standard),
      falsePositives: count((each) => each.forced === standard && each.gold !== standard),
      falseNegatives: count((each) => each.forced !== standard && each.gold === standard),
    });
  const confusion = (gold: Standard): Record<WrittenStandard, number> => {
    const given = (answer: WrittenStandard): number =>
      count((each) => each.gold === gold && each.writtenStandard === answer);
    return { nb: given("nb"), nn: given("nn"), either: given("either") };
  };
  return {
    texts: texts.length,
    accuracy: count((each) => each.forced === each.gold) / texts.length,
    either: (texts.length - answered) / texts.length,
    accuracyOfAnswered:
      answered === 0 ? null : count((each) => each.writtenStandard === each.gold) / answered,
    perClass: { nb: classScores("nb"), nn: classScores("nn") },
    confusion: { nb: confusion("nb"), nn: confusion("nn") },
    byLength: bands.map((most, band): BandScores => {
      const own = (gold: Standard): typeof answers =>
        answers.filter((each) => each.band === band && each.gold === gold);
      const accuracy = (gold: Standard): number | null =>
        own(gold).length === 0
          ? null
          : own(gold).filter((each) => each.forced === gold).length / own(gold).length;
      const least = (bands[band - 1] ?? 0) + 1;
      return {
        words: most === Infinity ? `${least}+` : `${least}-${most}`,
        texts: { nb: own("nb").length, nn: own("nn").length },
        accuracy: { nb: accuracy("nb"), nn: accuracy("nn") },
      };
    }),
  };
}

/**
 * Texts of a scoring file: rows with `text` and `writtenStandard` (`nb` or `nn`).
 *
 * @throws InputError at the first row that cannot be used: leaving some out would flatter the score
 */
export async function readLabelledTexts(path: string): Promise<LabelledText[]> {
  const texts: LabelledText[] = [];
  for await (const row of readRows(path)) {
    const refuse = (what: string): never => {
      throw new InputError(
        `${path}:${row.line}: ${what}; write { "text": "…", "writtenStandard": "nb" } or "nn" on every line.`,
      );
    };
    if ("damage" in row) return refuse(row.damage);
    const { text, writtenStandard } = row.values;
    if (typeof text !== "string" || text.trim() === "") return refuse("no text");
    const standard = standards.find((each) => each === writtenStandard);
    if (standard === undefined)
      return refuse(
        writtenStandard === undefined ? "no writtenStandard" : "writtenStandard is not nb or nn",
      );
    texts.push({ text, writtenStandard: standard });
  }
  if (texts.length === 0) throw new InputError(`${path}: no texts to score; is it the right file?`);
  return texts;
}
