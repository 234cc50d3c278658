/** Types of clinical documents and their sections, in both written standards. */

import type { RelationName } from "../knowledge";
import type { Profile } from "./profile";
import { section, type Section } from "./section";

export type DocumentType = {
  readonly name: string;
  /** How often it is written. */
  readonly weight: number;
  /** Facts told in a note of common length. */
  readonly facts: number;
  /** Days in hospital before the note, from and to. */
  readonly days: readonly [number, number];
  /** Who is written about: somebody admitted as ill as the condition makes, or somebody stable. */
  readonly patient: "admitted" | "recovering" | "outpatient";
  readonly fits: (profile: Profile) => boolean;
  readonly sections: readonly Section[];
};

const always = (): boolean => true;

/** Whether people come to be seen with the condition, rather than be carried in. */
const walksIn = (profile: Profile): boolean =>
  profile.course === "lasting" ||
  profile.state === "stable" ||
  (profile.state === "painful" && ["limbs", "skin"].includes(profile.area));

const opening = section("", "identity", { share: 0.65 });
const signature = section("", "sign", { share: 0.45 });
const every: readonly RelationName[] = ["medication", "finding", "test", "procedure", "followUp"];

export const clinicalDocumentTypes: readonly DocumentType[] = [
  {
    name: "epikrise",
    weight: 14,
    facts: 7,
    days: [2, 14],
    patient: "admitted",
    fits: always,
    sections: [
      opening,
      section(
        "Innleggelsesårsak|Innleggingsårsak",
        "reason, complaint, complaint more*0-1, negatives?0.5",
        {
          facts: ["finding"],
        },
      ),
      section("Tidligere sykdommer|Tidlegare sjukdommar", "history*1-2", {
        others: ["finding", "test", "procedure", "followUp"],
        share: 0.7,
      }),
      section("Faste medisiner|Faste medisinar", "drugs*1-3", {
        others: ["medication"],
        share: 0.7,
      }),
      section("Sosialt", "living, habits?0.4, next of kin?0.4", { share: 0.3 }),
      section(
        "Funn og undersøkelser|Funn og undersøkingar",
        "status, vitals, scores?0.3, signs*1-3, normals*1-3, labs, image*1-2?0.8",
        { facts: ["finding", "test", "procedure"] },
      ),
      section("Behandling og forløp", "treatment*1-3, course*1-3, later labs?0.7", {
        facts: ["medication", "procedure"],
      }),
      section("Vurdering", "assessment*1-2", {
        facts: ["finding", "test", "medication"],
        share: 0.7,
      }),
      section("Medisiner ved utreise|Medisinar ved utreise", "discharge drugs*1-3", {
        facts: ["medication"],
        others: ["medication"],
        share: 0.4,
      }),
      section("Videre oppfølging|Vidare oppfølging", "discharge?0.6, advice*1-2, plan*1-3", {
        facts: ["followUp", "test"],
        others: ["followUp", "test"],
      }),
      signature,
    ],
  },
  {
    name: "innkomstjournal",
    weight: 11,
    facts: 7,
    days: [0, 0],
    patient: "admitted",
    fits: always,
    sections: [
      opening,
      section("Aktuelt", "reason, complaint, complaint more*1-3, negatives", {
        facts: ["finding"],
      }),
      section("Tidl. sykd.|Tidl. sjukd.", "history*1-3", {
        others: ["finding", "test", "procedure", "followUp"],
        share: 0.85,
      }),
      section("Familie/sosialt", "heredity?0.3, living, habits?0.6, next of kin?0.5", {
        share: 0.8,
      }),
      section("Stimulantia", "stimulants", { share: 0.35 }),
      section("Allergi|Allergiar", "allergies", { share: 0.55 }),
      section("Medikamenter|Medikament", "drugs*1-3", { others: ["medication"], share: 0.8 }),
      section("Status presens", "status, vitals, scores?0.6, normals*2-5, signs*1-3", {
        facts: ["finding"],
      }),
      section("Blodprøver", "labs", { facts: ["test"], share: 0.8 }),
      section("Supplerende undersøkelser|Supplerande undersøkingar", "image", { share: 0.35 }),
      section("Vurdering/plan", "assessment, plan*2-4", {
        facts: ["test", "procedure", "followUp", "medication"],
      }),
      signature,
    ],
  },
  {
    name: "operasjonsbeskrivelse",
    weight: 12,
    facts: 3,
    days: [0, 2],
    patient: "recovering",
    fits: (profile) => profile.operation !== undefined,
    sections: [
      section("Operatør/assistent", "op team", { share: 0.7 }),
      section("Anestesi", "anaesthesia", { share: 0.7 }),
      section("Indikasjon", "reason, signs?0.3, image?0.3", {
        facts: ["finding", "test", "procedure", "medication"],
        others: ["medication", "test", "followUp"],
      }),
      section("Leie og vask", "op wash*1-3, op antibiotic?0.8", { share: 0.8 }),
      section("Inngrep", "op title, steps!"),
      section("Lukking", "closure!, op count*0-1", { share: 0.9 }),
      section("Blødning|Bløding", "op blood", { share: 0.75 }),
      section("Postoperativ plan", "after*1-2, after operation*1-3", {
        facts: ["medication", "followUp", "test", "procedure"],
      }),
      signature,
    ],
  },
  {
    name: "sykepleienotat",
    weight: 21,
    facts: 2.4,
    days: [1, 8],
    patient: "recovering",
    fits: always,
    sections: [
      section("", "reason", { facts: ["finding"] }),
      section("Bevissthet/kommunikasjon|Medvit/kommunikasjon", "awareness*1-2", {
        facts: ["finding"],
        share: 0.7,
      }),
      section("Respirasjon/sirkulasjon", "breathing*1-2", { facts: ["test"], share: 0.75 }),
      section("Ernæring", "nutrition*1-2", {
        facts: ["medication"],
        others: ["medication"],
        share: 0.7,
      }),
      section("Eliminasjon", "elimination*1-2", { share: 0.6 }),
      section("Hud", "skin", { share: 0.5 }),
      section("Aktivitet", "walking*1-2, activity?0.3", { share: 0.7 }),
      section("Smerter/søvn", "rest*1-2", { share: 0.7 }),
      section("Psykososialt", "company*1-2", { others: ["finding"], share: 0.5 }),
      section("Observasjoner|Observasjonar", "focus*1-2", {
        facts: ["finding", "test"],
        others: ["finding", "test"],
        share: 0.5,
      }),
      section("Prosedyrer/PVK|Prosedyrar/PVK", "procedures*1-2", {
        facts: ["procedure", "test", "medication"],
        others: ["procedure"],
        share: 0.4,
      }),
      section("Plan", "nursing plan*1-2", {
        facts: ["followUp", "procedure"],
        others: ["followUp"],
        share: 0.4,
      }),
    ],
  },
  {
    name: "polikliniskNotat",
    weight: 22,
    facts: 4.5,
    days: [0, 0],
    patient: "outpatient",
    fits: walksIn,
    sections: [
      opening,
      section("Henvisningsgrunn|Tilvisingsgrunn", "reason", { facts: ["finding", "procedure"] }),
      section(
        "Anamnese",
        "complaint, complaint more*0-2, negatives?0.6, history*0-2, living?0.5, habits?0.3, drugs*0-2",
        {
          facts: ["medication"],
          others: every,
        },
      ),
      section(
        "Us.",
        "status, signs*1-3, normals*0-2, vitals?0.4, scores?0.3, labs?0.5, image?0.4",
        {
          facts: ["finding", "test"],
          share: 0.9,
        },
      ),
      section("Vurdering", "assessment*1-2", {
        facts: ["test", "medication", "procedure"],
        share: 0.8,
      }),
      section("Tiltak/plan", "treatment?0.4, advice*1-2, plan*1-3", {
        facts: ["followUp", "procedure"],
        others: ["followUp", "test", "medication"],
      }),
      signature,
    ],
  },
  {
    name: "radiologi",
    weight: 13,
    facts: 2.4,
    days: [0, 0],
    patient: "outpatient",
    fits: always,
    sections: [
      section("Klinisk problemstilling", "reason, complaint?0.5", {
        facts: ["finding", "medication"],
        others: ["finding", "medication", "procedure"],
      }),
      section("Teknikk", "imaging technique, technique?0.7", { share: 0.8 }),
      section("Funn", "imaging*1-3, normal image*2-4", { facts: ["finding", "test"] }),
      section("Sammenligning|Samanlikning", "compared", { share: 0.4 }),
      section("Konklusjon", "conclusion, conclusion more*0-1", {
        facts: ["procedure", "followUp", "test"],
      }),
      section("", "sign radiology", { share: 0.5 }),
    ],
  },
  {
    name: "henvisning",
    weight: 15,
    facts: 4.5,
    days: [0, 0],
    patient: "outpatient",
    fits: walksIn,
    sections: [
      opening,
      section("Problemstilling", "reason, complaint?0.6", { facts: ["finding"] }),
      section(
        "Sykehistorie|Sjukehistorie",
        "complaint, complaint more*0-2, negatives?0.6, history*1-2, living?0.7, habits?0.3, next of kin?0.3, drugs*0-2",
        {
          facts: ["medication"],
          others: every,
        },
      ),
      section("Funn", "status, signs*1-3, normals*0-3, vitals?0.4, labs?0.6, image?0.3", {
        facts: ["finding", "test"],
        share: 0.9,
      }),
      section("Tiltak så langt", "treatment*1-2", { facts: ["medication"], share: 0.5 }),
      section("Ønsket|Ønskt", "wishes*1-3", { facts: ["procedure", "followUp"] }),
      signature,
    ],
  },
  {
    name: "AMK",
    weight: 8,
    facts: 2,
    days: [0, 0],
    patient: "admitted",
    fits: (profile) => profile.call !== undefined,
    sections: [
      section("", "@call opening"),
      section("", "@call where?0.9"),
      section("", "@call awake?0.6"),
      section("", "@call questions*1-4"),
      section("", "@call age?0.8"),
      section("", "@call duration?0.5, @call earlier?0.6"),
      section("", "@call phone?0.5"),
      section("", "@call closing?0.9"),
      section("Vurdering", "reason", {
        facts: ["finding", "test", "medication"],
        others: ["finding", "medication", "followUp"],
      }),
      section("Tiltak", "urgency, after call*1-2", { facts: ["procedure", "followUp"] }),
    ],
  },
  {
    name: "avviksmelding",
    weight: 8,
    facts: 2,
    days: [1, 9],
    patient: "recovering",
    fits: always,
    sections: [
      section("", "incident where", { share: 0.7 }),
      section("Hva skjedde|Kva skjedde", "happened!"),
      section("Bakgrunn", "reason", {
        facts: ["finding", "procedure", "test", "medication"],
        others: every,
      }),
      section("Årsak", "cause*1-2", { share: 0.8 }),
      section("Konsekvens", "consequence*1-3, incident after?0.5", {
        facts: ["test", "followUp"],
        share: 0.95,
      }),
      section("Tiltak", "measures*1-3, reported?0.5", { facts: ["followUp", "procedure"] }),
    ],
  },
];
