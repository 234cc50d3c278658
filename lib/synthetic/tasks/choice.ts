/** Four-option questions about the facts of an invented world. */

import { random } from "../../random";
import type { Term } from "../generator/lexicon";
import type { ChoiceExample } from "../../corpus/examples";
import type { Fact, World } from "../generator/world";
import { questionTemplates } from "./choiceTemplates";
import { chooseDistractors } from "./distractors";

/**
 * Both written standards of every fact. Options are chosen so that none of these shortcuts beats
 * chance: within each split and stratum the right option is equally often the first to the last by
 * corpus frequency, by how often it was right in training, and by length, and every value is offered
 * four times as often as it is right. Its position is balanced too.
 */
export function generateChoices(world: World, seed: number): ChoiceExample[] {
  const distractors = chooseDistractors(world, seed);
  const positions = new Map<string, number[]>();
  const optionsOf = new Map<Fact, readonly Term[]>();
  for (const fact of random(seed, "choice order").shuffle(world.facts)) {
    const key = `${fact.role} ${fact.exposure}`;
    const counts = positions.get(key) ?? [0, 0, 0, 0];
    positions.set(key, counts);
    const draws = random(seed, `options ${fact.id}`);
    const least = Math.min(...counts);
    const position = draws.pick([0, 1, 2, 3].filter((place) => counts[place] === least));
    counts[position]! += 1;
    const wrong = draws.shuffle(distractors.get(fact)!);
    optionsOf.set(fact, [...wrong.slice(0, position), fact.value, ...wrong.slice(position)]);
  }
  return world.facts.flatMap((fact) => {
    const options = optionsOf.get(fact)!;
    const templates = questionTemplates[fact.relation][fact.role];
    return (["nb", "nn"] as const).map((standard): ChoiceExample => {
      const name = fact.condition[standard];
      return {
        id: `choice-${world.seed}-${fact.id}-${standard}`,
        group: fact.id,
        split: fact.role,
        writtenStandard: standard,
        question: capital(templates.question[standard].replace("{c}", name)),
        cloze: capital(templates.cloze[standard].replace("{c}", name)),
        options: options.map((value) => value[standard]),
        answer: options.indexOf(fact.value),
        stratum: fact.exposure,
      };
    });
  });
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}
