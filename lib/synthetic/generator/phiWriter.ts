/** Writes the slots of a template that identify a person, with their spans, and those of gender. */

import type { Random } from "../../random";
import { phiLabels, type PhiLabel } from "../../corpus/document";
import type { Voice } from "./lexicon";
import {
  addDays,
  ageAt,
  familyNames,
  firstNames,
  phoneNumber,
  places,
  streets,
  syntheticIdentityNumber,
  unitKinds,
  wardNames,
  writeDate,
  writeLongDate,
  type CalendarDate,
  type NamePool,
  type Person,
  type Trust,
} from "./people";
import type { TextBuilder } from "./textBuilder";

/** What a note is about, apart from medicine. */
export type NoteSetting = {
  readonly person: Person;
  readonly date: CalendarDate;
  /** Days between admission and the note. @defaultValue 0 */
  readonly daysIn?: number;
  /** Names and units come from this pool. */
  readonly pool: NamePool;
  readonly trust: Trust;
  /** Where the patient lies or is seen, in the written standard of the note. */
  readonly wards?: readonly string[];
  /** Whether some dates are written `3. mars 2021`, which a naive sentence splitter cuts. */
  readonly longDates: boolean;
  /** Whether spans get all labels, or only the eight of Nor-DeID. @defaultValue `"norDeid"` */
  readonly labels?: "all" | "norDeid";
};

const genderWords = {
  nb: {
    female: { he: "hun", his: "hennes", himher: "henne", man: "kvinnen", aman: "kvinne" },
    male: { he: "han", his: "hans", himher: "ham", man: "mannen", aman: "mann" },
  },
  nn: {
    female: { he: "ho", his: "hennar", himher: "henne", man: "kvinna", aman: "kvinne" },
    male: { he: "han", his: "hans", himher: "han", man: "mannen", aman: "mann" },
  },
} as const;

const clinicianTitles = ["overlege", "lege", "turnuslege", "assistentlege"] as const;
const officeKind = { nb: "legekontor", nn: "legekontor" } as const;
const homeKind = { nb: "sykehjem", nn: "sjukeheim" } as const;

/**
 * The `write` of a rendering for one note: names, dates, numbers, units and words of gender.
 * Each author keeps one form of dates. Dates follow one another: birth, `{pastDate}` months or years
 * before admission, `{recent}` weeks before it, `{admitted}`, `{operated}` and `{imaged}`, `{date}` of
 * the note, `{futureSoon}` days and `{futureDate}` weeks after it.
 */
export function phiWriter(
  setting: NoteSetting,
  voice: Voice,
  random: Random,
  builder: TextBuilder,
): (slot: string) => boolean {
  const { person, pool, trust, date } = setting;
  const { standard } = voice;
  const words = genderWords[standard][person.gender];
  const dateForm = random.integer(3);
  const identityNumber = syntheticIdentityNumber(random, person);
  const kept = new Map<string, string>();
  /** The same throughout the note. */
  const once = (name: string, draw: () => string): string => {
    const value = kept.get(name) ?? draw();
    kept.set(name, value);
    return value;
  };
  const phi = (text: string, label: PhiLabel): void => {
    if (setting.labels === "all" || (phiLabels as readonly PhiLabel[]).includes(label))
      builder.appendPhi(text, label);
    else builder.appendTerm(text);
  };
  const daysIn = setting.daysIn ?? 0;
  const drawPlace = (): string => random.pick(pool === "corpus" ? trust.places : places[pool]);
  const home = (): string => once("place", drawPlace);
  const unit = (): string =>
    pool === "corpus" && random.uniform() < 0.5
      ? random.pick(trust.hospitals)
      : `${drawPlace()} ${random.pick(unitKinds[standard])}`;
  const hospital = (): string =>
    once("hospital", () =>
      pool === "corpus"
        ? random.pick(trust.hospitals)
        : `${drawPlace()} ${standard === "nb" ? "sykehus" : "sjukehus"}`,
    );
  const wards = setting.wards ?? wardNames[standard];
  const ward = (): string => once("ward", () => random.pick(wards));
  const writeDay = (day: CalendarDate): void =>
    phi(
      setting.longDates && random.uniform() < 0.4 ? writeLongDate(day) : writeDate(day, dateForm),
      "Date",
    );
  const daysFromNote = (days: number): void => writeDay(addDays(date, days));
  const firstName = (): string =>
    random.pick(firstNames[random.uniform() < 0.5 ? "female" : "male"][pool]);
  const fullName = (first: string, last: string): void => {
    phi(first, "First_Name");
    builder.append(" ");
    phi(last, "Last_Name");
  };
  const clinician = (name: string): void => {
    builder.append(`${random.pick(clinicianTitles)} `);
    phi(name, "Last_Name");
  };
  const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
  const slots: Readonly<Record<string, () => void>> = {
    he: () => builder.append(words.he),
    He: () => builder.append(capital(words.he)),
    his: () => builder.append(words.his),
    himher: () => builder.append(words.himher),
    man: () => builder.append(words.man),
    aman: () => builder.append(words.aman),
    name: () => fullName(person.firstName, person.lastName),
    first: () => phi(person.firstName, "First_Name"),
    last: () => phi(person.lastName, "Last_Name"),
    age: () => phi(String(ageAt(person.birth, date)), "Age"),
    birth: () => writeDay(person.birth),
    date: () => writeDay(date),
    admitted: () => daysFromNote(-daysIn),
    operated: () => daysFromNote(0),
    imaged: () => daysFromNote(-Number(once("imaged", () => String(random.integer(daysIn + 1))))),
    recent: () => daysFromNote(-daysIn - 3 - random.integer(25)),
    pastDate: () => daysFromNote(-daysIn - 150 - random.integer(1400)),
    futureSoon: () => daysFromNote(1 + random.integer(4)),
    futureDate: () => daysFromNote(7 + random.integer(80)),
    nights: () => builder.append(String(Math.max(1, daysIn))),
    stay: () => builder.append(String(daysIn + 1)),
    fnr: () => phi(identityNumber, "Social_Security_Number"),
    phone: () => phi(phoneNumber(random), "Phone_Number"),
    ownPhone: () =>
      phi(
        once("phone", () => phoneNumber(random)),
        "Phone_Number",
      ),
    record: () =>
      phi(
        once("record", () => recordNumber(random)),
        "Record_Number",
      ),
    unit: () => phi(unit(), "Health_Care_Unit"),
    hospital: () => phi(hospital(), "Health_Care_Unit"),
    gp: () =>
      phi(
        once("gp", () => `${drawPlace()} ${officeKind[standard]}`),
        "Health_Care_Unit",
      ),
    nursingHome: () =>
      phi(
        once("home", () => `${drawPlace()} ${homeKind[standard]}`),
        "Health_Care_Unit",
      ),
    ward: () => phi(ward(), "Ward"),
    otherWard: () => phi(random.pick(wards.filter((name) => name !== ward())), "Ward"),
    place: () => phi(home(), "Location"),
    address: () =>
      phi(
        once("address", () => `${random.pick(streets[standard])} ${1 + random.integer(98)}`),
        "Street_Address",
      ),
    postcode: () =>
      phi(
        once("postcode", () => postcode(random, trust)),
        "Postcode",
      ),
    email: () =>
      phi(
        once("email", () => `post@${plainLetters(home())}.legekontor.example`),
        "Email",
      ),
    relative: () => fullName(firstName(), random.pick(familyNames[pool])),
    clinician: () => clinician(random.pick(familyNames[pool])),
  };
  return (slot) => {
    const write = slots[slot];
    write?.();
    return write !== undefined;
  };
}

const recordNumber = (random: Random): string =>
  `${100 + random.integer(900)}-${String(random.integer(10_000)).padStart(4, "0")}`;

function postcode(random: Random, trust: Trust): string {
  const [from, to] = trust.postcodes.split("-").map(Number) as [number, number];
  return String(from + random.integer(to - from + 1));
}

/** A place name as it stands in an address: `sogndal`, `algard`. */
const plainLetters = (name: string): string =>
  name.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "o").replaceAll("å", "a");
