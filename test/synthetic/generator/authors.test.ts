import { beforeEach, describe, expect, it, vi } from "vitest";
import { random } from "../../../lib/random";
import { generateClinical, generateGeneral } from "../../../lib/synthetic/generator/generator";
import { drawVoice, inVoice, terms } from "../../../lib/synthetic/generator/lexicon";
import { nouns } from "../../../lib/synthetic/generator/inflection";
import { telegraphic } from "../../../lib/synthetic/generator/telegraphic";
import { textBuilder } from "../../../lib/synthetic/generator/textBuilder";
import type * as TextBuilderModule from "../../../lib/synthetic/generator/textBuilder";
import { createWorld } from "../../../lib/synthetic/generator/world";
import { splitSentences } from "../../../lib/corpus/sentences";
import { generateEntities } from "../../../lib/synthetic/tasks/entities";

/** Sentences of each text as its generator began and ended them. */
const written = vi.hoisted(() => ({ sentences: [] as string[][] }));
vi.mock("../../../lib/synthetic/generator/textBuilder", async (original) => {
  const module = await original<typeof TextBuilderModule>();
  return {
    textBuilder: (typist?: Parameters<typeof module.textBuilder>[0]) => {
      const builder = module.textBuilder(typist);
      const starts = [0];
      const mark = (): void => void starts.push(builder.finish().text.length);
      return {
        ...builder,
        startSentence: () => (builder.startSentence(), mark()),
        startLine: () => (builder.startLine(), mark()),
        finish: () => {
          const { text } = builder.finish();
          written.sentences.push(
            starts
              // Headings on a line of their own are written within one sentence.
              .flatMap((start, i) => text.slice(start, starts[i + 1]).split("\n"))
              .map((sentence) => sentence.trim())
              .filter((sentence) => sentence !== "")
              // A heading stands in the sentence behind it.
              .reduce<string[]>((all, sentence) => {
                const last = all.at(-1);
                if (last?.endsWith(":") === true) all[all.length - 1] = `${last} ${sentence}`;
                else all.push(sentence);
                return all;
              }, []),
          );
          return builder.finish();
        },
      };
    },
  };
});
beforeEach(() => void (written.sentences = []));

const world = createWorld(1);

describe("an author", () => {
  it("writes alike whenever drawn from the same stream, and unlike others", () => {
    const draw = (index: number): string =>
      JSON.stringify(
        drawVoice(random(1, "author", 0, index), "nn", {
          abbreviating: 0.5,
          typingErrorRate: 0.1,
          telegraphicShare: 1,
        }),
      );
    expect(draw(3)).toBe(draw(3));
    expect(new Set(Array.from({ length: 60 }, (_, i) => draw(i))).size).toBe(60);
  });

  it("turns whichever form a list has into the author's own", () => {
    const list = terms(`
Jeg står fram senere | Eg vart gamal, og me har vorte samde
jeg står frem seinere | Eg blei gammal, og vi har blitt samde
`);
    for (const standard of ["nb", "nn"] as const)
      for (let i = 0; i < 40; i++) {
        const voice = drawVoice(random(1, "author", 0, i), standard);
        const [one, other] = list.map((term) => inVoice(term, voice).toLowerCase());
        expect(one).toBe(other);
      }
  });

  it("has an infinitive in -e or -a wherever one is marked or follows å", () => {
    const [term] = terms("å se | å vere der og kom~, å søkje, men ikkje ei kyrkje");
    const seen = new Set<string>();
    for (let i = 0; i < 200; i++)
      seen.add(inVoice(term!, drawVoice(random(1, "author", 0, i), "nn")));
    expect(seen).toContain("å vere der og kome, å søkje, men ikkje ei kyrkje");
    expect(seen).toContain("å vera der og koma, å søkja, men ikkje ei kyrkje");
    expect(seen).toContain("å vere der og komme, å søke, men ikkje ei kyrkje");
    for (const text of seen)
      expect(text).toMatch(/^å (vere der og komm?e, å søkj?e|vera der og komm?a, å søkj?a), /);
  });

  it("abbreviates always or never, with points or without", () => {
    const [term] = terms("Pasienten fikk tabletter på grunn av smerter i høyre kne i mars");
    const seen = new Set<string>();
    for (let i = 0; i < 200; i++)
      seen.add(inVoice(term!, drawVoice(random(2, "author", 0, i), "nb", { abbreviating: 0.8 })));
    expect(seen).toContain("Pas fikk tbl pga smerter i hø kne i mars");
    expect(seen).toContain("Pas. fikk tbl. p.g.a. smerter i hø. kne i mars");
    expect(seen).toContain(term!.nb);
  });
});

describe("typing errors", () => {
  const prose = "Ho gjekk langs stranda medan bølgjene slo mot svaberga om kvelden. ".repeat(300);
  const typed = (errorRate: number, text: string): string => {
    const builder = textBuilder({ errorRate, random: random(1, "typing") });
    builder.append(text);
    return builder.finish().text;
  };

  it("are none at rate 0, and about as many as the rate says", () => {
    expect(typed(0, prose)).toBe(prose);
    const words = prose.split(" ");
    for (const rate of [0.01, 0.05]) {
      const wrong = typed(rate, prose).split(" ");
      const known = new Set(words);
      const errors = wrong.filter((word) => !known.has(word)).length;
      expect(errors / words.length).toBeGreaterThan(rate * 0.6);
      expect(errors / words.length).toBeLessThan(rate * 1.5);
    }
  });

  it("leave names, terms, numbers, capitals and short words as they are", () => {
    const builder = textBuilder({ errorRate: 1, random: random(1, "typing") });
    for (let i = 0; i < 200; i++) {
      builder.append("Ringte foreldrene til ");
      builder.appendPhi("Kristoffer", "First_Name");
      builder.append(" om MR-svaret og 125 mg av ");
      builder.appendTerm("acetylsalisylsyre");
      builder.append(". ");
    }
    const { text, spans } = builder.finish();
    expect(spans.map((s) => text.slice(s.start, s.end))).toEqual(Array(200).fill("Kristoffer"));
    expect(text.split("acetylsalisylsyre")).toHaveLength(201);
    expect(text.match(/ 125 mg av acet/g)).toHaveLength(200);
    expect(text.match(/ MR-/g)).toHaveLength(200);
    expect(text.match(/foreldrene/g)?.length ?? 0).toBeLessThan(150);
  });

  it("change nothing else in a corpus: same documents, same spans, same sentences", () => {
    const careful = [...generateGeneral({ documents: 300, seed: 4 })];
    const careless = [...generateGeneral({ documents: 300, seed: 4, typingErrorRate: 0.05 })];
    expect(careless).not.toEqual(careful);
    for (const [i, document] of careless.entries()) {
      const named = (d: typeof document): string[] =>
        d.spans.map((s) => `${s.label} ${d.text.slice(s.start, s.end)}`);
      expect(named(document)).toEqual(named(careful[i]!));
      expect(splitSentences(document.text)).toHaveLength(splitSentences(careful[i]!.text).length);
    }
  });
});

describe("telegraphic sentences", () => {
  it.each([
    ["{he} ble innlagt med feber.", "ble innlagt med feber.", "innlagt med feber."],
    ["Pasienten har hatt {symptom}.", "har hatt {symptom}.", "hatt {symptom}."],
    ["{he} er uroleg og vil heim.", "er uroleg og vil heim.", "uroleg og vil heim."],
    ["Det er ingen teikn til bløding.", "er ingen teikn til bløding.", "ingen teikn til bløding."],
    ["{he} klagar over {symptom}.", "klagar over {symptom}."],
    ["Vart operert i går.", "operert i går."],
  ])("%s", (template, ...short) => expect(telegraphic(template)).toEqual(short));

  it.each([
    "Pasienten i seng to er urolig.",
    "{he} og {family} er enige.",
    "Har {he} spist?",
    "«Jeg er trett,» sier {he}.",
    "Er en mann på 60 år.",
    "Har {symptom} fra før.",
  ])("%s stays whole", (template) => expect(telegraphic(template)).toEqual([]));
});

describe("inflection", () => {
  it("gives every form in both standards", () => {
    const rules = nouns(
      "x",
      "båt m;eple n;lærer m|lærar m;klage f;måling/målingen/målinger/målingene m|måling fi",
    );
    const forms = (standard: "nb" | "nn"): string[] =>
      rules["x"]!.map((_, i) =>
        ["", " def", " plural", " plurals"]
          .map((form) => rules[`x${form}`]![i]![standard])
          .join(" "),
      );
    expect(forms("nb")).toEqual([
      "en båt båten båter båtene",
      "et eple eplet epler eplene",
      "en lærer læreren lærere lærerne",
      "en klage klaga klager klagene",
      "en måling målingen målinger målingene",
    ]);
    expect(forms("nn")).toEqual([
      "ein båt båten båtar båtane",
      "eit eple eplet eple epla",
      "ein lærar læraren lærarar lærarane",
      "ei klage klaga klager klagene",
      "ei måling målinga målingar målingane",
    ]);
    expect(() => nouns("x", "båt")).toThrow(RangeError);
  });
});

describe("the splitter of sentences", () => {
  it.each([
    ["general prose", () => [...generateGeneral({ documents: 1000, seed: 3 })]],
    ["clinical notes", () => [...generateClinical({ world, documents: 1000, seed: 3 })]],
    ["de-identification notes", () => generateEntities({ documents: 300, seed: 3 })],
  ] as const)("finds at least 99 of 100 sentences as they were meant in %s", (_, generate) => {
    const texts = generate().map((d) => d.text);
    expect(written.sentences).toHaveLength(texts.length);
    let [meant, found] = [0, 0];
    const missed: string[] = [];
    for (const [i, text] of texts.entries()) {
      const split = new Set(splitSentences(text));
      for (const sentence of written.sentences[i]!) {
        // A template may hold two sentences of its own, as a question and its answer.
        const ok =
          split.has(sentence) ||
          (/[?!.] \p{Lu}/u.test(sentence) && splitSentences(sentence).every((s) => split.has(s)));
        meant++;
        if (ok) found++;
        else missed.push(sentence);
      }
    }
    expect(found / meant, missed.slice(0, 10).join("\n")).toBeGreaterThan(0.99);
  });
});
