/**
 * Which signs an emergency call tells of when it is about a stroke, and when it is about something
 * that looks like one. Every sign of a stroke also comes with some mimic, so that the sign alone
 * does not decide: the combination does. General knowledge written by non-clinicians.
 */

import type { Random } from "../../random";
import type { CallFinding } from "./callQuestions";

export const mimics = [
  "hypoglycaemia",
  "migraine",
  "seizure",
  "facialPalsy",
  "intoxication",
  "syncope",
  "infection",
  "vertigo",
  "functional",
] as const;
export type Mimic = (typeof mimics)[number];

export type Presentation = {
  /** Undefined for a stroke. */
  readonly mimic?: Mimic;
  /** What the caller always tells: together these decide the label. */
  readonly decisive: readonly CallFinding[];
  /** Values with weights, e.g. `"sudden 8 found 2"`. */
  readonly findings: Readonly<Record<CallFinding, string>>;
};

const unspecific = {
  doing: "quiet 10",
  sight: "normal 10",
  sugar: "normal 5 unknown 5",
  history:
    "thinner 1 pressure 1 earlier 1 insulin 1 epilepsy 1 migraine 1 alcohol 1 anxiety 1 bladder 1 healthy 2",
  temperature: "none 5 slight 2 unknown 4",
  headache: "none 12 mild 7 throbbing 1",
  awake: "awake 8 sleepy 2",
} as const;

const ofStroke = {
  ...unspecific,
  onset: "sudden 7 found 2 attacks 1",
  doing: "quiet 6 quarrel 1 stood 1 drinking 1 unfed 1 ill 1",
  course: "same 5 worse 3 better 1 waves 1",
};

const strokes: readonly Presentation[] = [
  {
    decisive: ["speech", "face", "sugar"],
    findings: {
      ...ofStroke,
      arms: "oneSided 7 numb 1 even 2 variable 1 bothWeak 1",
      face: "droop 7 even 3",
      speech: "words 6 slurred 4",
      walking: "drags 6 fine 4",
    },
  },
  {
    decisive: ["face", "walking", "sugar"],
    findings: {
      ...ofStroke,
      arms: "oneSided 8 numb 2",
      face: "droop 8 even 2",
      speech: "slurred 5 clear 5",
      sight: "side 5 normal 5",
      walking: "drags 7 cannot 3",
    },
  },
  {
    decisive: ["sight", "walking", "doing"],
    findings: {
      ...ofStroke,
      onset: "sudden 9 found 1",
      doing: "quiet 10",
      arms: "even 4 oneSided 4 bothWeak 2",
      face: "even 6 droop 4",
      speech: "slurred 8 clear 2",
      sight: "double 6 side 4",
      walking: "sways 6 cannot 4",
    },
  },
  {
    decisive: ["headache", "speech", "awake"],
    findings: {
      ...ofStroke,
      onset: "sudden 9 found 1",
      arms: "oneSided 10",
      face: "droop 6 even 4",
      speech: "slurred 6 words 2 clear 2",
      walking: "cannot 7 drags 3",
      headache: "worst 10",
      awake: "awake 5 sleepy 5",
      course: "worse 6 same 4",
    },
  },
  {
    decisive: ["face", "speech", "course"],
    findings: {
      ...ofStroke,
      onset: "woke 10",
      arms: "oneSided 8 numb 2",
      face: "droop 8 even 2",
      speech: "slurred 5 words 4 clear 1",
      walking: "drags 6 cannot 4",
      course: "same 8 worse 2",
    },
  },
];

const mimicking: readonly Presentation[] = [
  {
    mimic: "hypoglycaemia",
    decisive: ["sugar", "doing", "speech"],
    findings: {
      ...unspecific,
      onset: "sudden 4 gradual 2 woke 2 found 2",
      doing: "unfed 8 quiet 2",
      arms: "oneSided 7 bothWeak 2 even 1",
      face: "droop 5 even 5",
      speech: "slurred 7 confused 3",
      sight: "double 4 normal 6",
      walking: "sways 5 cannot 3 drags 2",
      sugar: "low 10",
      history: "insulin 8 healthy 1 pressure 1",
      course: "better 3 worse 4 same 3",
      awake: "sleepy 5 awake 5",
    },
  },
  {
    mimic: "migraine",
    decisive: ["sight", "course", "history"],
    findings: {
      ...unspecific,
      onset: "gradual 7 attacks 1 found 2",
      arms: "numb 8 oneSided 2",
      face: "even 7 droop 3",
      speech: "words 6 clear 4",
      sight: "flicker 8 side 2",
      walking: "fine 6 drags 2 sways 2",
      history: "migraine 10",
      course: "better 6 same 4",
      headache: "throbbing 8 mild 2",
    },
  },
  {
    mimic: "seizure",
    decisive: ["doing", "awake", "course"],
    findings: {
      ...unspecific,
      onset: "sudden 8 found 2",
      doing: "jerks 10",
      arms: "oneSided 9 even 1",
      face: "droop 5 even 5",
      speech: "slurred 4 words 3 confused 3",
      walking: "cannot 5 drags 5",
      history: "epilepsy 7 alcohol 2 healthy 1",
      course: "better 8 same 2",
      awake: "sleepy 9 awake 1",
    },
  },
  {
    mimic: "facialPalsy",
    decisive: ["face", "walking", "course"],
    findings: {
      ...unspecific,
      onset: "gradual 5 woke 4 found 1",
      arms: "even 10",
      face: "half 10",
      speech: "slurred 6 clear 4",
      walking: "fine 10",
      course: "same 7 worse 3",
    },
  },
  {
    mimic: "intoxication",
    decisive: ["doing", "walking", "speech"],
    findings: {
      ...unspecific,
      onset: "gradual 5 sudden 2 found 3",
      doing: "drinking 10",
      arms: "bothWeak 5 even 4 oneSided 1",
      face: "even 7 droop 3",
      speech: "slurred 8 confused 2",
      sight: "double 6 normal 4",
      walking: "sways 8 cannot 2",
      history: "alcohol 6 anxiety 2 healthy 2",
      course: "same 6 better 4",
      awake: "sleepy 5 awake 5",
    },
  },
  {
    mimic: "syncope",
    decisive: ["doing", "awake", "course"],
    findings: {
      ...unspecific,
      onset: "sudden 10",
      doing: "stood 10",
      arms: "even 7 bothWeak 3",
      face: "even 10",
      speech: "clear 6 slurred 4",
      sight: "normal 7 double 3",
      walking: "fine 6 sways 4",
      course: "better 9 same 1",
      awake: "fainted 10",
    },
  },
  {
    mimic: "infection",
    decisive: ["temperature", "speech", "course"],
    findings: {
      ...unspecific,
      onset: "gradual 6 found 4",
      doing: "ill 6 quiet 4",
      arms: "bothWeak 6 even 2 oneSided 2",
      face: "even 8 droop 2",
      speech: "confused 6 slurred 4",
      walking: "cannot 6 sways 4",
      history: "bladder 5 earlier 2 pressure 1 thinner 1 healthy 1",
      temperature: "fever 10",
      course: "worse 7 same 3",
      awake: "sleepy 6 awake 4",
    },
  },
  {
    mimic: "vertigo",
    decisive: ["walking", "doing", "speech"],
    findings: {
      ...unspecific,
      onset: "sudden 6 woke 2 attacks 2",
      doing: "turned 9 quiet 1",
      arms: "even 10",
      face: "even 10",
      speech: "clear 10",
      sight: "normal 7 double 3",
      walking: "spins 10",
      course: "waves 8 same 2",
    },
  },
  {
    mimic: "functional",
    decisive: ["doing", "course", "walking"],
    findings: {
      ...unspecific,
      onset: "sudden 6 attacks 3 gradual 1",
      doing: "quarrel 8 quiet 2",
      arms: "variable 9 numb 1",
      face: "even 8 droop 2",
      speech: "clear 4 words 3 slurred 3",
      sight: "normal 6 double 2 side 2",
      walking: "fine 4 drags 4 sways 2",
      history: "anxiety 6 migraine 1 epilepsy 1 healthy 2",
      course: "waves 8 better 2",
    },
  },
];

/** As many strokes as mimics; the two kinds with weakness of one side are the most frequent. */
export const presentations: readonly Presentation[] = [
  ...[0, 0, 0, 1, 1, 1, 2, 3, 4].map((i) => strokes[i]!),
  ...mimicking,
];

/** One value for each finding. */
export function drawFindings(
  presentation: Presentation,
  random: Random,
): Readonly<Record<CallFinding, string>> {
  return Object.fromEntries(
    Object.entries(presentation.findings).map(([finding, values]) => {
      const weighted = [...values.matchAll(/(\w+) (\d+)/g)].flatMap(([, value, weight]) =>
        Array<string>(Number(weight)).fill(value!),
      );
      return [finding, random.pick(weighted)];
    }),
  ) as Record<CallFinding, string>;
}
