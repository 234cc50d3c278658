/** Writes the slots of a template that identify a person, with their spans, and those of gender. */

import type { Random } from "../../random";
import type { Voice } from "./lexicon";
import {
  ageAt,
  drawDate,
  familyNames,
  firstNames,
  phoneNumber,
  places,
  syntheticIdentityNumber,
  unitKinds,
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
  /** Names and units come from this pool. */
  readonly pool: NamePool;
  readonly trust: Trust;
  /** Whether some dates are written `3. mars 2021`, which a naive sentence splitter cuts. */
  readonly longDates: boolean;
};

const genderWords = {
  nb: {
    female: { he: "hun", his: "hennes", man: "kvinnen", aman: "kvinne" },
    male: { he: "han", his: "hans", man: "mannen", aman: "mann" },
  },
  nn: {
    female: { he: "ho", his: "hennar", man: "kvinna", aman: "kvinne" },
    male: { he: "han", his: "hans", man: "mannen", aman: "mann" },
  },
} as const;

const clinicianTitles = ["overlege", "lege", "turnuslege", "assistentlege"] as const;

/**
 * The `write` of a rendering for one note: names, dates, numbers, units and words of gender.
 * Each author keeps one form of dates.
 */
export function phiWriter(
  setting: NoteSetting,
  voice: Voice,
  random: Random,
  builder: TextBuilder,
): (slot: string) => boolean {
  const { person, pool, trust, date } = setting;
  const words = genderWords[voice.standard][person.gender];
  const dateForm = random.integer(3);
  const identityNumber = syntheticIdentityNumber(random, person);
  const place = (): string => random.pick(pool === "corpus" ? trust.places : places[pool]);
  const unit = (): string =>
    pool === "corpus" && random.uniform() < 0.5
      ? random.pick(trust.hospitals)
      : `${place()} ${random.pick(unitKinds[voice.standard])}`;
  const writeDay = (day: CalendarDate): void =>
    builder.appendPhi(
      setting.longDates && random.uniform() < 0.4 ? writeLongDate(day) : writeDate(day, dateForm),
      "Date",
    );
  const firstName = (): string =>
    random.pick(firstNames[random.uniform() < 0.5 ? "female" : "male"][pool]);
  return (slot) => {
    switch (slot) {
      case "he":
      case "his":
      case "man":
      case "aman":
        builder.append(words[slot]);
        break;
      case "name":
        builder.appendPhi(person.firstName, "First_Name");
        builder.append(" ");
        builder.appendPhi(person.lastName, "Last_Name");
        break;
      case "first":
        builder.appendPhi(person.firstName, "First_Name");
        break;
      case "last":
        builder.appendPhi(person.lastName, "Last_Name");
        break;
      case "age":
        builder.appendPhi(String(ageAt(person.birth, date)), "Age");
        break;
      case "birth":
        writeDay(person.birth);
        break;
      case "date":
        writeDay(date);
        break;
      case "pastDate":
        writeDay(drawDate(random, date.year - 1 - random.integer(8)));
        break;
      case "futureDate":
        writeDay(drawDate(random, date.year + 1));
        break;
      case "fnr":
        builder.appendPhi(identityNumber, "Social_Security_Number");
        break;
      case "phone":
        builder.appendPhi(phoneNumber(random), "Phone_Number");
        break;
      case "unit":
        builder.appendPhi(unit(), "Health_Care_Unit");
        break;
      case "place":
        builder.appendPhi(place(), "Location");
        break;
      case "relative":
        builder.appendPhi(firstName(), "First_Name");
        builder.append(" ");
        builder.appendPhi(random.pick(familyNames[pool]), "Last_Name");
        break;
      case "clinician":
        builder.append(`${random.pick(clinicianTitles)} `);
        builder.appendPhi(random.pick(familyNames[pool]), "Last_Name");
        break;
      default:
        return false;
    }
    return true;
  };
}
