/** One patient with one condition: everything a note about them must not contradict. */

import type { Random } from "../../../random";
import type { Term } from "../lexicon";
import type { Person } from "../people";
import { profileOf } from "./conditions";
import type { DocumentType } from "./documentTypes";
import { backgrounds, type DrugName } from "./drugs";
import { incidents } from "./incidents";
import { drawLabs, inflamed, type Labs } from "./labs";
import type { OperationFacts } from "./operationFacts";
import { operations } from "./operations";
import type { Area, Profile } from "./profile";
import { drawVitals, type Vitals, type VitalState } from "./vitals";

export type ClinicalCase = {
  readonly profile: Profile;
  readonly vitals: Vitals;
  readonly labs: Labs;
  readonly operation: OperationFacts | undefined;
  /** Indices into `backgrounds`, and drugs taken for them. */
  readonly backgrounds: readonly number[];
  readonly homeDrugs: readonly DrugName[];
  readonly weight: number;
  readonly height: number;
  /** What the rules of phrases stand for in this case. */
  readonly aliases: ReadonlyMap<string, string>;
};

/** Where people with a condition of an area lie. */
export const wards: Readonly<Record<Area, readonly Term[]>> = {
  heart: wardsOf("hjerteavdelingen|hjarteavdelinga", "hjerteovervåkingen|hjarteovervakinga"),
  lungs: wardsOf("lungeavdelingen|lungeavdelinga", "medisinsk overvåking|medisinsk overvaking"),
  abdomen: wardsOf("gastrokirurgisk sengepost", "fordøyelsesavdelingen|fordøyingsavdelinga"),
  urinary: wardsOf("nyremedisinsk sengepost", "kirurgisk sengepost"),
  nerves: wardsOf("nevrologisk avdeling", "nevrologisk overvåking|nevrologisk overvaking"),
  limbs: wardsOf("ortopedisk sengepost", "ortopedisk avdeling"),
  skin: wardsOf("hudavdelingen|hudavdelinga", "infeksjonsposten"),
  head: wardsOf("øre-nese-halsavdelingen|øyre-nase-halsavdelinga", "dagposten"),
  mind: wardsOf("psykiatrisk avdeling", "døgnenheten|døgneininga"),
  birth: wardsOf("fødeavdelingen|fødeavdelinga", "barselposten"),
  none: wardsOf("medisinsk sengepost", "medisinsk avdeling"),
};

function wardsOf(...names: readonly string[]): readonly Term[] {
  return [
    ...names,
    "observasjonsposten",
    "korttidsposten",
    "sengepost 2 øst|sengepost 2 aust",
    "sengepost 4 vest",
  ].map((name) => {
    const [nb, nn] = name.split("|") as [string, string | undefined];
    return { nb, nn: nn ?? nb };
  });
}

/** Drugs of people who take nothing else. */
const common: readonly DrugName[] = [
  "paracetamol",
  "kolekalsiferol",
  "ibuprofen",
  "laktulose",
  "cetirizin",
];

/**
 * @param o.condition - its bokmål name
 * @param o.type - what is written; undefined for a text that is no document of the corpus
 */
export function drawCase(
  random: Random,
  o: {
    readonly condition: string;
    readonly person: Person;
    readonly age: number;
    readonly type: DocumentType | undefined;
  },
): ClinicalCase {
  const profile = profileOf(o.condition);
  const { gender } = o.person;
  const patient = o.type?.patient ?? "recovering";
  const ill = patient === "admitted" || (patient === "recovering" && random.uniform() < 0.25);
  const vitals = drawVitals(random, ill ? profile.state : "stable");
  const fitting = backgrounds.flatMap((background, i) =>
    (background.sex ?? gender) === gender &&
    (background.from ?? 0) <= o.age &&
    (background.to ?? 120) >= o.age
      ? [i]
      : [],
  );
  const chosen = random.shuffle(fitting).slice(0, 7);
  const taken = chosen.slice(0, 4).flatMap((i): readonly DrugName[] => {
    const choices = backgrounds[i]!.drugs;
    return choices.length === 0 ? [] : [random.pick(choices)];
  });
  const labs = drawLabs(random, profile.labs, gender);
  const height = Math.round((gender === "female" ? 166 : 180) + 6 * random.normal());
  const bmi = 20.5 + 11 * random.uniform() * random.uniform() + 3 * random.uniform();
  return {
    profile,
    vitals,
    labs:
      patient === "outpatient" && inflamed(profile.labs)
        ? { ...labs, admission: labs.later }
        : labs,
    operation: profile.operation === undefined ? undefined : operations[profile.operation],
    backgrounds: chosen,
    homeDrugs: [...new Set([...taken, ...random.shuffle(common)])],
    weight: Math.round((bmi * height * height) / 10_000),
    height,
    aliases: aliasesOf(random, { ...o, profile, vitals, ill }),
  };
}

function aliasesOf(
  random: Random,
  o: {
    readonly condition: string;
    readonly person: Person;
    readonly age: number;
    readonly type: DocumentType | undefined;
    readonly profile: Profile;
    readonly vitals: Vitals;
    readonly ill: boolean;
  },
): ReadonlyMap<string, string> {
  const { condition, profile, vitals, ill, age, type } = o;
  const band = age < 32 ? "young" : age < 66 ? "middle" : "old";
  const frail = age > 78 || profile.region === "hip" || profile.call === "stroke";
  const confused = vitals.coma < 15 || condition === "demens";
  const weak = ill && ["septic", "shocked", "drowsy"].includes(profile.state);
  const admitted = type?.patient === "admitted";
  const sudden =
    profile.onset !== "slow" &&
    (profile.course === "acute" || (admitted && profile.state !== "stable"));
  const generation = age < 32 ? "young" : age < 48 ? "grown" : age < 66 ? "middle" : "old";
  const incident = random.pick(
    Object.keys(incidents).filter((name) => {
      const { happensTo } = incidents[name]!;
      return (
        happensTo === undefined ||
        (happensTo === "old" && age > 66) ||
        (happensTo === "operated" && profile.operation !== undefined) ||
        (happensTo === "infected" && ["infection", "sepsis"].includes(profile.labs))
      );
    }),
  );
  const aliases: Record<string, string> = {
    symptom: `complaints ${condition}`,
    absent: `denies ${condition}`,
    signs: `signs ${condition}`,
    imaging: `imaging ${condition}`,
    finding: `imaging ${condition}`,
    treatment: `treatment ${condition}`,
    advice: `advice ${condition}`,
    modality: `modality ${condition}`,
    "normal image": `normal image ${profile.region}`,
    technique: techniqueOf(profile.modality),
    part: `part ${profile.region}`,
    duration: sudden ? "duration acute" : "duration lasting",
    family: `family ${generation}`,
    kin: `kin ${o.person.gender} ${band}`,
    social: `social ${band}`,
    living: `living ${band}`,
    habits: `habits ${band}`,
    "complaint more": sudden ? "complaint more acute" : "complaint more lasting",
    helper: `helper ${profile.area}`,
    ...(band === "old"
      ? { discharge: "discharge old" }
      : { plan: "plan working", "after operation": "after operation working" }),
    ...(weak
      ? { nutrition: "nutrition weak", company: "company weak" }
      : { "nursing plan": band === "old" ? "nursing plan old" : "nursing plan well" }),
    focus: `focus ${profile.area}`,
    status: statusOf(profile.state, ill, vitals.score),
    ...(profile.area === "birth" ? { compared: "compared recently" } : {}),
    breathing: vitals.saturation < 93 ? "breathing oxygen" : "breathing air",
    awareness: confused ? "awareness confused" : "awareness",
    walking: weak ? "walking bed" : frail ? "walking aided" : "walking free",
    elimination:
      weak || (frail && random.uniform() < 0.4) ? "elimination catheter" : "elimination self",
    urgency:
      vitals.score >= 5 || profile.call === "stroke" || profile.call === "chest"
        ? "urgency red"
        : "urgency yellow",
    happened: `happened ${incident}`,
    cause: `cause ${incident}`,
    consequence: `consequence ${incident}`,
    measures: `measures ${incident}`,
    "ask call questions": `ask call about ${profile.call ?? "infection"}`,
    "answer call questions": `answer call about ${profile.call ?? "infection"}`,
    reason: reasonOf(type, sudden || profile.course === "acute"),
    ...(admitted && type.name === "innkomstjournal"
      ? { plan: "plan admitted", assessment: "assessment admitted" }
      : {}),
    ...(inflamed(profile.labs) ? { "later labs": "later labs inflamed" } : {}),
  };
  if (profile.operation !== undefined) {
    const { anaesthesia, antibiotic } = operations[profile.operation];
    for (const field of ["steps", "closure", "after", "position", "antibiotic"])
      aliases[field] = `${field} ${profile.operation}`;
    aliases["operation"] = `title ${profile.operation}`;
    aliases["anaesthesia"] = `anaesthesia ${anaesthesia}`;
    if (antibiotic === "") aliases["op antibiotic"] = "op no antibiotic";
  }
  return new Map(Object.entries(aliases));
}

/** How the patient looks. */
function statusOf(state: VitalState, ill: boolean, score: number): string {
  if (state === "stable") return "status well";
  if (!ill) return "status fair";
  if (["painful", "hypertensive", "racing"].includes(state)) return "status hurt";
  return score >= 4 ? "status ill" : "status fair";
}

/** Of the first word of the modality, and whether contrast is given. */
function techniqueOf(modality: string): string {
  const plain = /^CT (?:caput|urinveier|bihuler)/.test(modality);
  return plain ? "technique CT plain" : `technique ${/^[\p{L}-]+/u.exec(modality)![0]}`;
}

function reasonOf(type: DocumentType | undefined, urgent: boolean): string {
  switch (type?.name) {
    case "epikrise":
    case "innkomstjournal":
      return urgent ? "reason acute" : "reason lasting";
    case "operasjonsbeskrivelse":
      return "reason operation";
    case "sykepleienotat":
      return "reason nursing";
    case "radiologi":
      return "reason imaging";
    case "henvisning":
      return "reason referral";
    case "AMK":
      return "reason call";
    case "avviksmelding":
      return "reason incident";
    default:
      return "reason outpatient";
  }
}
