/** All word lists and sentences of the clinical generator as rules of one grammar. */

import { named } from "../grammar";
import { factSentences } from "../knowledge";
import type { Term } from "../lexicon";
import { callFrame, callQuestions } from "./calls";
import { profiles } from "./conditions";
import { doctorPhrases } from "./doctorPhrases";
import { backgrounds, drugs, frequencies } from "./drugs";
import { normalImages, techniques } from "./imaging";
import { examinationPhrases } from "./examinationPhrases";
import { incidents } from "./incidents";
import { nursingPhrases } from "./nursingPhrases";
import { operations } from "./operations";
import { otherPhrases } from "./otherPhrases";
import { list } from "./profile";
import { clinicalWords } from "./clinicalWords";

type Rules = Readonly<Record<string, readonly Term[]>>;

/** The texts of many things as rules `field name`: `complaints astma`. */
function rulesOf<Field extends string>(
  things: Readonly<Record<string, { readonly [F in Field]: string | readonly Term[] }>>,
  fields: readonly Field[],
): Rules {
  return Object.fromEntries(
    Object.entries(things).flatMap(([name, thing]) =>
      fields.map((field): [string, readonly Term[]] => {
        const text: string | readonly Term[] = thing[field];
        return [`${field} ${name}`, typeof text === "string" ? list(text) : text];
      }),
    ),
  );
}

const listed = (kind: string, texts: Readonly<Record<string, string>>): Rules =>
  named(kind, Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, list(text)])));

/** `drug amlodipin`: the drug with its form, dose and how often, as different authors write it. */
const drugRules: Rules = Object.fromEntries(
  Object.entries(drugs).map(([name, { form, dose, often }]) => {
    const [form1, dose1] = [list(form)[0]!, list(dose)[0]!];
    const write = (of: (form: string, dose: string) => string): Term => ({
      nb: of(form1.nb, dose1.nb),
      nn: of(form1.nn, dose1.nn),
    });
    return [
      `drug ${name}`,
      [
        write((_, d) => `${name} ${d} {often ${often}}`),
        write((f, d) => `${name} ${f} ${d} {often ${often}}`),
        write((f, d) => `${name} ${d} ${f}, {often ${often}}`),
      ],
    ];
  }),
);

/** Questions and answers of calls as two rules with the same order: `ask …` and `answer …`. */
const callRules: Rules = Object.fromEntries(
  Object.entries({
    ...Object.fromEntries(Object.entries(callFrame).map(([n, text]) => [`call ${n}`, text])),
    ...Object.fromEntries(
      Object.entries(callQuestions).map(([n, text]) => [`call about ${n}`, text]),
    ),
  }).flatMap(([name, text]) =>
    (["ask", "answer"] as const).map((turn, i): [string, readonly Term[]] => {
      const who = [
        { nb: "Operatør", nn: "Operatør" },
        { nb: "Innringer", nn: "Innringar" },
      ][i]!;
      return [
        `${turn} ${name}`,
        list(text).map(({ nb, nn }) => ({
          nb: `${who.nb}: ${nb.split(" // ")[i]!}`,
          nn: `${who.nn}: ${nn.split(" // ")[i]!}`,
        })),
      ];
    }),
  ),
);

/** Told of a condition that the note is not about: nothing that is only suspected now. */
const elsewhere = Object.fromEntries(
  Object.entries(factSentences).map(([relation, sentences]): [string, readonly Term[]] => [
    relation,
    sentences.filter(({ nb }) => !/mistanke|bekreftet|klinisk/i.test(nb)),
  ]),
);

export const clinicalPhrases = {
  ...doctorPhrases,
  ...examinationPhrases,
  ...nursingPhrases,
  ...otherPhrases,
};

/** Sentences of one rule and those that only some patients need besides. */
const together = (...names: readonly (keyof typeof clinicalPhrases)[]): readonly Term[] =>
  names.flatMap((name) => clinicalPhrases[name]);

const joined: Rules = {
  "complaint more acute": together("complaint more"),
  "complaint more lasting": together("complaint more", "complaint long"),
  "later labs inflamed": together("crp falls", "later labs"),
  "plan working": together("plan", "sick leave"),
  "after operation working": together("after operation", "sick leave"),
  "nursing plan well": together("nursing plan", "going home"),
  "nursing plan old": together("nursing plan", "going home", "home care"),
  "social young": together("living young", "habits young", "next of kin"),
  "social middle": together("living middle", "habits middle", "next of kin"),
  "social old": together("living old", "habits old", "next of kin"),
};

/** Every rule but the sentences of facts: nothing in them is a term of the invented world. */
export const clinicalRules: Rules = {
  ...clinicalWords,
  ...clinicalPhrases,
  ...joined,
  ...rulesOf(profiles, [
    "complaints",
    "denies",
    "signs",
    "imaging",
    "treatment",
    "advice",
    "modality",
  ]),
  ...rulesOf(operations, ["title", "position", "antibiotic", "steps", "closure", "after"]),
  ...rulesOf(incidents, ["happened", "cause", "consequence", "measures"]),
  ...listed("normal image", normalImages),
  ...listed("technique", techniques),
  ...listed("often", frequencies),
  ...drugRules,
  ...callRules,
  backgrounds: backgrounds.map(({ text }) => list(text)[0]!),
};

/** The sentences of facts: `fact medication`, and `elsewhere medication` of another condition. */
export const factRules: Rules = {
  ...named("fact", factSentences),
  ...named("elsewhere", elsewhere),
};
