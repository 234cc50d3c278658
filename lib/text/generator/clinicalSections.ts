/** Types of clinical documents and their sections, in both written standards. */

import type { RelationName } from "./knowledge";
import type { Term } from "./lexicon";

export type Section = {
  readonly heading: Term | undefined;
  /** Rules of clinicalPhrases that fill the section. */
  readonly rules: readonly string[];
  /** Sentences besides facts. */
  readonly sentences: number;
  /** Facts that may be stated here. */
  readonly relations: readonly RelationName[];
  /** Share of documents that have the section even without a fact. */
  readonly share: number;
};

export type DocumentType = { readonly name: string; readonly sections: readonly Section[] };

function section(
  heading: string,
  rules: string,
  sentences: number,
  relations: readonly RelationName[] = [],
  share = 0.7,
): Section {
  const [nb, nn] = heading.split("|") as [string, string | undefined];
  return {
    heading: heading === "" ? undefined : { nb, nn: nn ?? nb },
    rules: rules.split(" "),
    sentences,
    relations,
    share,
  };
}

const opening = section("", "identity", 1, [], 0.6);
const signature = section("", "sign", 1, [], 0.4);

export const clinicalDocumentTypes: readonly DocumentType[] = [
  {
    name: "epikrise",
    sections: [
      opening,
      section("Innleggelsesårsak|Innleggingsårsak", "reason", 1, [], 1),
      section("Tidligere sykdommer|Tidlegare sjukdommar", "history", 1, [], 0.5),
      section("Faste medisiner|Faste medisinar", "drugs", 1, ["medication"], 0.5),
      section("Funn og undersøkelser|Funn og undersøkingar", "status labs imaging vitals", 2, [
        "finding",
        "test",
        "procedure",
      ]),
      section("Behandling og forløp", "course", 2, ["medication", "procedure"], 1),
      section("Vurdering", "assessment", 1, ["finding", "test", "medication"], 0.6),
      section("Videre oppfølging|Vidare oppfølging", "plan", 1, ["followUp", "test"], 0.8),
      signature,
    ],
  },
  {
    name: "innkomstjournal",
    sections: [
      opening,
      section("Aktuelt", "reason", 1, ["finding"], 1),
      section("Sykehistorie|Sjukehistorie", "complaint", 2, ["finding"], 0.8),
      section("Tidl. sykd.|Tidl. sjukd.", "history", 1, ["procedure"], 0.6),
      section("Familie/sosialt", "social", 1, [], 0.7),
      section("Medikamenter|Medikament", "drugs", 1, ["medication"], 0.6),
      section("Status presens", "status vitals", 3, ["finding"], 0.9),
      section("Blodprøver", "labs", 1, ["test"], 0.5),
      section("Vurdering/plan", "assessment plan", 2, [
        "test",
        "procedure",
        "followUp",
        "medication",
      ]),
    ],
  },
  {
    name: "operasjonsbeskrivelse",
    sections: [
      opening,
      section("Indikasjon", "reason", 1, ["finding", "test", "procedure"], 1),
      section("Inngrep", "operation", 4, [], 1),
      section("Funn", "imaging operation", 1, ["finding", "procedure"], 0.5),
      section("Lukking", "operation", 1, [], 0.5),
      section("Postoperativ plan", "afterOperation plan", 2, ["medication", "followUp", "test"], 1),
    ],
  },
  {
    name: "sykepleienotat",
    sections: [
      section("", "reason", 1, ["finding"], 1),
      section("Bevissthet/kommunikasjon|Medvit/kommunikasjon", "awareness", 1, ["finding"], 0.8),
      section("Respirasjon/sirkulasjon", "breathing vitals", 2, ["test"], 0.7),
      section("Ernæring", "nutrition", 1, ["medication"], 0.7),
      section("Eliminasjon", "elimination", 1, [], 0.6),
      section("Hud", "skin", 1, ["finding"], 0.6),
      section("Aktivitet", "activity", 1, ["followUp"], 0.6),
      section("Smerter/søvn", "rest", 1, ["medication"], 0.6),
      section("Psykososialt", "company", 1, [], 0.6),
      section("Prosedyrer", "course", 1, ["procedure", "test", "followUp"], 0.4),
    ],
  },
  {
    name: "polikliniskNotat",
    sections: [
      opening,
      section("Henvisningsgrunn|Tilvisingsgrunn", "reason", 1, ["finding", "procedure"], 1),
      section("Anamnese", "complaint history social", 3, ["medication"], 1),
      section("Us.", "status labs vitals", 2, ["finding", "test"], 0.8),
      section("Vurdering", "assessment", 1, ["test", "medication", "procedure"], 0.7),
      section("Tiltak/plan", "plan", 1, ["followUp", "procedure"], 0.9),
      signature,
    ],
  },
  {
    name: "radiologi",
    sections: [
      section("Klinisk problemstilling", "reason complaint", 2, ["finding", "medication"], 1),
      section("Teknikk", "imaging", 1, ["procedure"], 0.7),
      section("Funn", "imaging", 3, ["finding", "test"], 1),
      section("Sammenligning|Samanlikning", "imaging", 1, ["test"], 0.4),
      section("Konklusjon", "assessment", 2, ["procedure", "followUp"], 1),
      signature,
    ],
  },
  {
    name: "henvisning",
    sections: [
      opening,
      section("Problemstilling", "reason", 1, ["finding"], 1),
      section("Sykehistorie|Sjukehistorie", "complaint history drugs", 3, ["medication"], 1),
      section("Funn", "status labs", 2, ["finding", "test"], 0.8),
      section("Ønsket|Ønskt", "wishes", 1, ["procedure", "followUp"], 1),
      signature,
    ],
  },
  {
    name: "AMK",
    sections: [
      section("", "operator", 1, [], 1),
      section("", "caller", 1, [], 1),
      section("", "operator", 1, [], 1),
      section("", "caller", 1, [], 1),
      section("", "operator", 1, [], 0.7),
      section("", "caller", 1, [], 0.9),
      section("Vurdering", "reason assessment", 2, ["finding", "test", "medication"], 1),
      section("Tiltak", "urgency", 1, ["procedure", "followUp"], 1),
    ],
  },
  {
    name: "avviksmelding",
    sections: [
      section("Hva skjedde|Kva skjedde", "happened", 2, ["medication"], 1),
      section("Bakgrunn", "reason", 1, ["finding", "procedure", "test"], 1),
      section("Årsak", "cause", 1, [], 0.8),
      section("Konsekvens", "consequence", 1, ["test", "followUp"], 0.9),
      section("Tiltak", "measures", 2, ["followUp", "procedure"], 1),
    ],
  },
];
