/** A rendering for one note about a case, with everything its templates may ask for. */

import type { Random } from "../../../random";
import type { Grammar, Rendering } from "../grammar";
import type { Voice } from "../lexicon";
import { phiWriter, type NoteSetting } from "../phiWriter";
import type { TextBuilder } from "../textBuilder";
import type { ClinicalCase } from "./case";
import { caseWriter } from "./caseWriter";

/** @param o.write - slots of the caller's own, asked first */
export function noteRendering(o: {
  readonly grammar: Grammar;
  readonly voice: Voice;
  readonly random: Random;
  readonly builder: TextBuilder;
  readonly setting: NoteSetting;
  readonly about: ClinicalCase;
  readonly write?: (slot: string) => boolean;
}): Rendering {
  const { grammar, voice, random, builder } = o;
  const writeCase = caseWriter(o.about, random, () => rendering);
  const writePhi = phiWriter(o.setting, voice, random, builder);
  const rendering: Rendering = {
    grammar,
    voice,
    random,
    builder,
    kept: new Map(),
    used: new Set(),
    aliases: o.about.aliases,
    write: (slot) => o.write?.(slot) === true || writeCase(slot) || writePhi(slot),
  };
  return rendering;
}
