/** `kliniskvest corpus deidentify --eval` and `--choose-threshold`: detection scored on marked spans. */

import { basename } from "node:path";
import { InputError } from "../../errors";
import { modelChecksum } from "../../encoder/checkpoint";
import { clusteredInterval } from "../../evaluation/clusteredShare";
import type { EntityTagger, UsedThreshold } from "../../evaluation/entityInference";
import type { Interval } from "../../evaluation/statistics";
import { chooseThreshold, criterion, thresholdCurve } from "../../evaluation/threshold";
import { writeThreshold, type ChosenThreshold } from "../../evaluation/thresholdFile";
import { sha256OfFile } from "../../files";
import { createDetector, type Detector } from "../../deidentification/detection";
import { mergeFindings } from "../../deidentification/finding";
import type { Gazetteer } from "../../deidentification/gazetteer";
import type { DeidentificationScore } from "../../deidentification/scoreCounts";
import { createScorer, type DeidentificationReport } from "../../deidentification/scoring";
import { readScoringFile } from "../../deidentification/scoringFile";
import type { Progress } from "../progress";

export type FileReport = DeidentificationReport & {
  readonly labels: "norDeid" | "own";
  readonly skipped: Readonly<Record<string, number>>;
  /** 95 % intervals over texts; null where there are too few. */
  readonly intervals: Readonly<
    Record<"anyLabelRecall" | "exactRecall" | "notesWithNoneUntouched", Interval | null>
  >;
  /** With a model: its threshold, and what rules and model find without each other. */
  readonly threshold?: UsedThreshold;
  readonly alone?: Readonly<Record<"rules" | "model", DeidentificationScore>>;
};

const textsAtOnce = 64;

/** Score rules and lists on a file, and the model beside and with them where there is one. */
export async function scoreFile(
  path: string,
  { gazetteer, tagger }: { readonly gazetteer: Gazetteer; readonly tagger?: EntityTagger },
  progress: Progress,
): Promise<FileReport> {
  const { examples, labels, skipped } = readScoringFile(path);
  const scorer = createScorer(labels);
  const alone = { rules: createScorer(labels), model: createScorer(labels) };
  const byRules: Detector = createDetector({ gazetteer });
  progress.stage(`Finding spans in ${examples.length} texts`);
  for (let at = 0; at < examples.length; at += textsAtOnce) {
    const chunk = examples.slice(at, at + textsAtOnce);
    const texts = chunk.map(({ text }) => text);
    if (tagger === undefined) {
      const found = await byRules(texts);
      chunk.forEach((example, i) => scorer.add(example, found[i]!));
    } else {
      const tagged = await tagger.tag(texts);
      const together = createDetector({ gazetteer, tagger: () => Promise.resolve(tagged) });
      const [found, ofRules] = [await together(texts), await byRules(texts)];
      chunk.forEach((example, i) => {
        scorer.add(example, found[i]!);
        alone.rules.add(example, ofRules[i]!);
        alone.model.add(example, mergeFindings(example.text, tagged[i]!));
      });
    }
    progress.update(at + chunk.length, examples.length);
  }
  progress.finish();
  const counts = scorer.perText();
  const interval = (part: "anyLabel" | "exact"): Interval | null =>
    clusteredInterval(counts.map((text) => ({ part: text[part], whole: text.marked }))) ?? null;
  const ofNotes =
    clusteredInterval(
      counts.map(({ untouched }) => ({ part: untouched === 0 ? 1 : 0, whole: 1 })),
    ) ?? null;
  const report = scorer.report();
  return {
    ...report,
    labels,
    skipped,
    intervals: {
      anyLabelRecall: interval("anyLabel"),
      exactRecall: interval("exact"),
      notesWithNoneUntouched: report.overall.marked === 0 ? null : ofNotes,
    },
    ...(tagger && {
      threshold: tagger.threshold,
      alone: {
        rules: alone.rules.report().overall,
        model: alone.model.report().overall,
      },
    }),
  };
}

/**
 * Choose the threshold of a model on a file and write it into the model's folder.
 *
 * @throws InputError for a file without marked spans
 */
export async function chooseOn(
  path: string,
  dir: string,
  { gazetteer, tagger }: { readonly gazetteer: Gazetteer; readonly tagger: EntityTagger },
  progress: Progress,
): Promise<ChosenThreshold & { readonly path: string; readonly rulesSuffice: boolean }> {
  const { examples, labels } = readScoringFile(path);
  const marked = examples.reduce((sum, { spans }) => sum + spans.length, 0);
  if (marked === 0)
    throw new InputError(`${path}: no marked spans to choose a threshold on. Mark some.`);
  progress.stage(`Finding spans in ${examples.length} texts at each threshold`);
  const curve = await thresholdCurve({
    examples,
    labels,
    gazetteer,
    tagger,
    onProgress: (done) => progress.update(done, examples.length),
  });
  progress.finish();
  const { leastShare, standardError, rulesSuffice } = chooseThreshold(curve);
  const chosen: ChosenThreshold = {
    leastShare,
    criterion,
    standardError,
    chosenOn: {
      file: basename(path),
      sha256: await sha256OfFile(path),
      texts: examples.length,
      marked,
    },
    modelChecksum: await modelChecksum(dir),
    curve: curve.points,
  };
  return { ...chosen, path: writeThreshold(dir, chosen), rulesSuffice };
}
