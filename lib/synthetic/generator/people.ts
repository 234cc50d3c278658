/**
 * Invented people and places: names, dates of birth, synthetic national identity numbers, phone
 * numbers, wards. Names and units are split by a hash of the name itself into four pools, so that
 * the names of a test never occur in a corpus or in training data, whatever the seed.
 */

import { withCheckDigits } from "../../identityNumbers/identityNumber";
import { hash32, type Random } from "../../random";

export const namePools = ["corpus", "train", "validation", "test"] as const;
export type NamePool = (typeof namePools)[number];

/** Hospital trusts of the generated corpus (Western Norway), with the places that use them and their postcodes. */
export const trusts = [
  {
    name: "Helse Bergen",
    hospitals: ["Haukeland universitetssjukehus", "Voss sjukehus"],
    places:
      "Bergen Voss Askøy Sotra Osterøy Fana Åsane Laksevåg Loddefjord Lindås Arna Fyllingsdalen",
    postcodes: "5003-5310",
  },
  {
    name: "Helse Fonna",
    hospitals: ["Haugesund sjukehus", "Stord sjukehus", "Odda sjukehus"],
    places: "Haugesund Stord Odda Bømlo Kopervik Tysvær Etne Sauda Husnes Rosendal Skånevik Ølen",
    postcodes: "5401-5598",
  },
  {
    name: "Helse Førde",
    hospitals: ["Førde sentralsjukehus", "Nordfjord sjukehus", "Lærdal sjukehus"],
    places: "Førde Florø Måløy Stryn Sogndal Årdal Lærdal Sandane Dale Høyanger Aurland Balestrand",
    postcodes: "6700-6899",
  },
  {
    name: "Helse Stavanger",
    hospitals: ["Stavanger universitetssjukehus", "Egersund legevaktsjukehus"],
    places:
      "Stavanger Sandnes Bryne Egersund Jørpeland Sola Randaberg Klepp Ålgård Varhaug Tau Hjelmeland",
    postcodes: "4005-4399",
  },
].map((trust) => ({ ...trust, places: trust.places.split(" ") }));

export type Trust = (typeof trusts)[number];

/** Years the generated corpus spans. */
export const years = [2019, 2020, 2021, 2022] as const;

const womensNames =
  "Anna Berit Cecilie Dagny Elin Frida Gerd Hilde Ingrid Johanne Kari Liv Marit Nina Oddny Petra Ragnhild Sigrid Tone Unni Vigdis Wenche Ylva Åse Astrid Bodil Camilla Elise Eva Grete Guro Hanne Hedda Helga Ida Inger Jorunn Karin Kristin Kjersti Laila Lene Lise Mari Marianne Målfrid Merete Nora Randi Rita Rut Sara Silje Siri Solveig Sunniva Synnøve Tiril Torill Tuva Vilde Åshild Aslaug Borghild Eldbjørg Gudrun Henny Jenny Klara Magnhild Olaug Thea Turid Amalie Emilie Maja Oda Selma Aud Brit Ellen";
const mensNames =
  "Anders Arne Asbjørn Birger Bjarne Christian Dag Einar Emil Erik Erling Finn Frode Geir Gunnar Hans Harald Helge Håkon Inge Ivar Jakob Jan Jens Johan Jon Jostein Kjell Knut Kristian Lars Leif Magne Magnus Martin Morten Nils Odd Ola Olav Oskar Per Pål Ragnar Reidar Roald Rolf Rune Sander Sigurd Sindre Sivert Stein Svein Sverre Terje Thomas Tor Torbjørn Tore Trond Trygve Ulrik Vegard Vidar Yngve Øyvind Åge Åsmund Aksel Audun Brage Eirik Eivind Even Fredrik Gaute Henrik Jonas Kåre Mikkel Noah";
const lastNames =
  "Aasen Abrahamsen Alvheim Andersen Aske Bakke Berg Bjelland Bjørkhaug Bolstad Brekke Brattebø Bruvik Dahl Dalseid Drange Eide Eikeland Ellingsen Engeseth Espeland Fjellheim Fjære Flatebø Fossum Furuset Gjerde Gjesdal Grimstad Grønning Gundersen Haga Halvorsen Hamre Hansen Hauge Haugland Hegland Helland Hellevik Holmefjord Hope Hovland Iversen Jacobsen Johannessen Jordal Karlsen Kleppe Knutsen Kvamme Kvåle Langeland Larsen Lervik Lothe Lunde Lystad Mjelde Moberg Myklebust Mæland Natås Nesheim Nilsen Nordbø Nygård Olsen Opheim Osdal Paulsen Pedersen Ramsdal Refsnes Reigstad Rognaldsen Rosseland Ruud Rødland Røsvik Sandvik Seim Selheim Sivertsen Skaar Skogland Skulstad Solbakken Solheim Steinsland Storemyr Strand Sunde Svardal Sæbø Søreide Sørensen Tangen Teigland Thorsen Tufte Tveit Tvedt Ulvik Urdal Vangsnes Vik Vikane Viken Vinje Voll Ytrehus Østrem Øvrebø Øyen Ådland Årdalsbakke Åsheim Birkeland Bøthun Eltvik Frøyen Gausdal Hjelle Indrebø Kolstad Lillebø Midtun Norheim Oppedal Rasmussen Slettemark Tjelmeland Valvatne";
const inventedPlaces =
  "Furuvik Lyngøy Storhaugen Grønevåg Bjørkedal Sandøy Kvitnes Fagerlid Solvåg Heggdal Myrane Steinsund Rognøy Einerdal Torsnes Havnesund Kløvervik Ospelund Vardehei Moldøy Hasselvåg Granlid Kråkevik Tjernset Linnesund Svabergøy Elvestrand Lauvdal Nøstvik Orrefjell Klokkarvåg Blåfjelldal";

/** Streets that many places have; the number is drawn. */
export const streets = {
  nb: "Solbakken Fjellveien Storgata Skoleveien Strandveien Kirkeveien Fjordgata Bjørkelia Elveveien Lyngveien Sjøgata Granstien Myrveien Havnegata Parkveien Toppenveien Bakketunet Smedsvingen Hagebyen Nordsvingen Kvernveien Molleveien Naustbakken Rognestien".split(
    " ",
  ),
  nn: "Solbakken Fjellvegen Storgata Skulevegen Strandvegen Kyrkjevegen Fjordgata Bjørkelia Elvevegen Lyngvegen Sjøgata Granstien Myrvegen Hamnegata Parkvegen Toppenvegen Bakketunet Smedsvingen Hagebyen Nordsvingen Kvernvegen Mollevegen Naustbakken Rognestien".split(
    " ",
  ),
} as const;

/** Wards of any hospital. */
export const wardNames = {
  nb: [
    "medisinsk avdeling",
    "kirurgisk avdeling",
    "akuttmottaket",
    "intensivavdelingen",
    "korttidsposten",
    "geriatrisk avdeling",
  ],
  nn: [
    "medisinsk avdeling",
    "kirurgisk avdeling",
    "akuttmottaket",
    "intensivavdelinga",
    "korttidsposten",
    "geriatrisk avdeling",
  ],
} as const;

/** Kinds of places that treat or care for people, in both standards, put after a place name. */
export const unitKinds = {
  nb: ["legesenter", "legevakt", "sykehjem", "helsehus", "sykehus", "bo- og behandlingssenter"],
  nn: ["legesenter", "legevakt", "sjukeheim", "helsehus", "sjukehus", "bu- og behandlingssenter"],
} as const;

function pooled(names: string): Readonly<Record<NamePool, readonly string[]>> {
  const all = names.split(" ");
  const share = { corpus: [0, 4], train: [4, 7], validation: [7, 8], test: [8, 10] } as const;
  const inPool = (pool: NamePool): readonly string[] =>
    all.filter((name) => {
      const tenth = hash32(name) % 10;
      return tenth >= share[pool][0] && tenth < share[pool][1];
    });
  return {
    corpus: inPool("corpus"),
    train: inPool("train"),
    validation: inPool("validation"),
    test: inPool("test"),
  };
}

export const firstNames = { female: pooled(womensNames), male: pooled(mensNames) } as const;
export const familyNames = pooled(lastNames);
/** Places that do not exist. The corpus uses the real places of its trusts instead. */
export const places = pooled(inventedPlaces);

export type Person = {
  readonly gender: "female" | "male";
  readonly firstName: string;
  readonly lastName: string;
  readonly birth: CalendarDate;
};

export type CalendarDate = { readonly day: number; readonly month: number; readonly year: number };

/** Whom a note may be about: ages from and to, and one sex or both. */
export type Who = {
  readonly sex?: "female" | "male" | undefined;
  readonly ages: readonly [number, number];
};

/** An invented person aged `fromAge` to `toAge` at the end of `year`. */
export function drawPerson(
  random: Random,
  pool: NamePool,
  year: number,
  fromAge = 18,
  toAge = 96,
  sex?: "female" | "male",
): Person {
  const drawn = random.uniform() < 0.5 ? "female" : "male";
  const gender = sex ?? drawn;
  const birthYear = year - fromAge - 1 - random.integer(toAge - fromAge);
  return {
    gender,
    firstName: random.pick(firstNames[gender][pool]),
    lastName: random.pick(familyNames[pool]),
    birth: drawDate(random, birthYear),
  };
}

/** A day of a year; never the 29th to 31st, so that every date exists. */
export function drawDate(random: Random, year: number): CalendarDate {
  return { day: 1 + random.integer(28), month: 1 + random.integer(12), year };
}

/** The date `days` later, or earlier if negative. */
export function addDays({ day, month, year }: CalendarDate, days: number): CalendarDate {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { day: date.getUTCDate(), month: date.getUTCMonth() + 1, year: date.getUTCFullYear() };
}

/** Whole years between two dates. */
export function ageAt(birth: CalendarDate, date: CalendarDate): number {
  const before = date.month * 32 + date.day < birth.month * 32 + birth.day;
  return date.year - birth.year - (before ? 1 : 0);
}

const two = (n: number): string => String(n).padStart(2, "0");

/** `12.03.2021`, `12.03.21` or `12/03-21`; none contains a blank. */
export function writeDate(date: CalendarDate, form: number): string {
  const [day, month, year] = [two(date.day), two(date.month), String(date.year)];
  return [
    `${day}.${month}.${year}`,
    `${day}.${month}.${year.slice(2)}`,
    `${day}/${month}-${year.slice(2)}`,
  ][form % 3]!;
}

const monthNames =
  "januar februar mars april mai juni juli august september oktober november desember".split(" ");

/** `3. mars 2021`. The names of months are the same in both written standards. */
export function writeLongDate(date: CalendarDate): string {
  return `${date.day}. ${monthNames[date.month - 1]!} ${date.year}`;
}

/**
 * A synthetic national identity number: 80 is added to the month, as in the test population of the
 * Norwegian tax administration, so that it can never belong to a person. Both mod-11 check digits
 * are valid and the ninth digit tells the gender.
 */
export function syntheticIdentityNumber(random: Random, person: Person): string {
  const { day, month, year } = person.birth;
  for (;;) {
    // Individual numbers 000–499 belong to births before 2000, 500–999 to later ones.
    let individual = random.integer(500) + (year >= 2000 ? 500 : 0);
    if (individual % 2 !== (person.gender === "male" ? 1 : 0)) individual ^= 1;
    const nine = two(day) + two(month + 80) + two(year % 100) + String(individual).padStart(3, "0");
    const number = withCheckDigits(nine);
    if (number !== undefined) return number;
  }
}

/**
 * A phone number from the one block that generated text uses, 59 00 00 00 to 59 00 99 99, so that
 * it can be recognised as generated. Norway sets no block aside for fiction.
 */
export function phoneNumber(random: Random): string {
  const tail = String(random.integer(10000)).padStart(4, "0");
  return random.pick([
    `5900${tail}`,
    `59 00 ${tail.slice(0, 2)} ${tail.slice(2)}`,
    `590 0${tail.slice(0, 1)} ${tail.slice(1)}`,
    `+47 5900${tail}`,
  ]);
}
