/** What choice questions ask and complete, by split, in both written standards. */

import type { RelationName } from "../generator/knowledge";
import { terms, type Term } from "../generator/lexicon";

/**
 * Questions and the sentences they complete, by split: wording of one split never occurs in
 * another, nor in the corpus, though it resembles what notes write. `{c}` is the condition.
 */
export const questionTemplates = {
  medication: questions(
    `Hvilket legemiddel brukes mot {c}? | Kva legemiddel blir brukt mot {c}?
     Hva behandles {c} med? | Kva blir {c} behandla med?
     Hvilken medisin gis for {c}? | Kva medisin får pasientar med {c}?`,
    `Pasienten har {c} og får {answer} daglig. | Pasienten har {c} og får {answer} dagleg.
     Behandling mot {c} er startet med {answer}. | Behandling mot {c} er starta med {answer}.
     Mot {c} bruker pasienten {answer}. | Mot {c} brukar pasienten {answer}.`,
  ),
  finding: questions(
    `Hvilket funn er vanlig ved {c}? | Kva funn er vanleg ved {c}?
     Hva plages pasienter med {c} av? | Kva er pasientar med {c} plaga av?
     Hvilket tegn tyder på {c}? | Kva teikn tyder på {c}?`,
    `Pasienten har {c} og er plaget av {answer}. | Pasienten har {c} og kjenner {answer}.
     Hos pasienter med {c} finner vi {answer}. | Hos pasientar med {c} finn me {answer}.
     Har fått {answer} ved {c}. | Har fått {answer} ved {c}.`,
  ),
  test: questions(
    `Hvilken prøve følger {c}? | Kva prøve følgjer {c}?
     Hva bør måles ved {c}? | Kva bør ein måle ved {c}?
     Hvilken blodprøve tas ved {c}? | Kva blodprøve blir teken ved {c}?`,
    `Pasienten har {c} og kontrolleres med {answer}. | Pasienten har {c} og blir kontrollert med {answer}.
     For {c} ble det målt {answer}. | For {c} vart det målt {answer}.
     Ved {c} måles {answer}. | Ved {c} blir det målt {answer}.`,
  ),
  procedure: questions(
    `Hvilken undersøkelse gjøres ved {c}? | Kva undersøking blir gjord ved {c}?
     Hvordan utredes {c}? | Korleis blir {c} greidd ut?
     Hvilken prosedyre passer ved {c}? | Kva prosedyre passar ved {c}?`,
    `Pasienten har {c} og venter på {answer}. | Pasienten har {c} og ventar på {answer}.
     Planlegger {answer} for {c}. | Planlegg {answer} for {c}.
     Ved {c} ble det gjort {answer}. | Ved {c} vart det gjort {answer}.`,
  ),
  followUp: questions(
    `Hvor følges {c} opp? | Kvar blir {c} følgd opp?
     Hvor skal pasienter med {c} til kontroll? | Kvar skal pasientar med {c} til kontroll?
     Hvem har ansvaret for {c}? | Kven har ansvaret for {c}?`,
    `Pasienten har {c} og hører til {answer}. | Pasienten har {c} og høyrer til {answer}.
     Ny time ved {answer} på grunn av {c}. | Ny time ved {answer} på grunn av {c}.
     For {c} går pasienten ved {answer}. | For {c} går pasienten ved {answer}.`,
  ),
} as const satisfies Record<RelationName, QuestionTemplates>;

export type QuestionTemplates = Readonly<
  Record<"train" | "validation" | "test", { readonly question: Term; readonly cloze: Term }>
>;

function questions(asked: string, completed: string): QuestionTemplates {
  const [question, cloze] = [terms(asked), terms(completed)];
  const at = (i: number): { question: Term; cloze: Term } => ({
    question: question[i]!,
    cloze: cloze[i]!,
  });
  return { train: at(0), validation: at(1), test: at(2) };
}
