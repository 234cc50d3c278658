import { describe, expect, it } from "vitest";
import { findByRules } from "../../lib/deidentification/detection";
import { mergeFindings } from "../../lib/deidentification/finding";
import { openGazetteer } from "../../lib/deidentification/gazetteer";
import type { PhiLabel } from "../../lib/corpus/document";

const gazetteer = openGazetteer();

/** What is found, as `label: text`, in order. */
const findIn = (text: string): string[] =>
  mergeFindings(text, findByRules(text, gazetteer)).map(
    ({ start, end, label }) => `${label}: ${text.slice(start, end)}`,
  );

/** Sentences of our own; what is between ‹ › is to be found, with the label before it. */
const short: Readonly<Record<string, PhiLabel>> = {
  f: "First_Name",
  l: "Last_Name",
  a: "Age",
  d: "Date",
  t: "Phone_Number",
  n: "Social_Security_Number",
  u: "Health_Care_Unit",
  p: "Location",
  s: "Street_Address",
  c: "Postcode",
  e: "Email",
  w: "Ward",
  r: "Record_Number",
};
function read(marked: string): { text: string; expected: string[] } {
  const expected: string[] = [];
  const text = marked.replace(/([a-z])‹([^›]+)›/g, (_, key: string, inside: string) => {
    expected.push(`${short[key]!}: ${inside}`);
    return inside;
  });
  return { text, expected };
}

const sentences: Readonly<Record<string, readonly string[]>> = {
  "names by their titles": [
    "Vurdert av overlege l‹Snerthaug› i går.",
    "Tilsyn ved lege f‹Gyrid› l‹Snerthaug›, dr. l‹Bakke› orientert.",
    "Samtale med sykepleier f‹Solveig› før hjemreise.",
    "Samtale med sjukepleiar f‹Solveig› før heimreise.",
    "Set av turnuslege l‹Ådland› og avdelingsoverlege l‹Øvrebø›.",
  ],
  "names of relatives": [
    "Datteren f‹Ingvild› ringte i natt.",
    "Dottera f‹Ingvild› ringde i natt.",
    "Ektefellen f‹Torstein› l‹Moe› er orientert.",
    "Bur saman med kona f‹Borghild›.",
  ],
  "names beside each other and beside other things": [
    "Kontakta av fastlege f‹Nils› f‹Ove› l‹Skjerven›, u‹Leikanger legesenter›.",
    "PASIENT: l‹HANSEN›, f‹KARI› f‹LOVISE›  FØDT: d‹12.03.1945›",
    "f‹Turid› f‹B›. l‹Knutsen› i NAV p‹Fana› ringte.",
  ],
  "notes without capitals": [
    "f‹kari› ringte i dag, hun bor i p‹bergen›. f‹per› l‹hansen› er orientert",
    "samtale med kona f‹solveig›, ho bur på p‹voss›. tilsyn ved lege l‹myklebust›",
  ],
  "names by their labels, in both orders": [
    "Pasient: f‹Åse› l‹Kvamme›",
    "Namn: l‹Kvamme›, f‹Åse›",
    "Gjelder f‹Odd-Arne› l‹Vik›, tlf t‹59 00 12 34›",
    "Mvh f‹Even› l‹Berg›",
  ],
  "names whose form is doubtful without what people do": [
    "f‹Liv› klager over svimmelhet.",
    "f‹Tor› vart innlagd i går.",
    "f‹Yrjan› ble innlagt i går.",
  ],
  "genitives without their ending": [
    "f‹Kari›s mor er enke, og l‹Hansen›s lege er ringt.",
    "f‹Solveig›s tilstand er uendra.",
  ],
  dates: [
    "Innlagt d‹3. mars 2021›, utskrevet d‹12.03.21›.",
    "Innlagd d‹måndag 3. mai›, operert d‹5/5-21›.",
    "Kontroll d‹2021-05-17› og d‹mars 2022›.",
    "Operert d‹-98›, fødd d‹-45›. Innlagd d‹04.05› kl 1430.",
    "Gallestein siden d‹2015›, operert hausten d‹2018›.",
    "Fødd d‹03.04.1952›, f. d‹030452›.",
  ],
  ages: [
    "En a‹84› år gammel kvinne.",
    "Ei a‹84› år gamal kvinne.",
    "a‹32›-åring med astma, alder: a‹32›.",
    "En a‹7› mnd gammel gutt.",
    "Mann på a‹56› år.",
  ],
  "phones, mail and numbers": [
    "Tlf. t‹55 97 50 00›, mobil t‹+47 91234567›, t‹004791234567›.",
    "Skriv til e‹kari.nordby@eksempel.no›.",
    "Fnr n‹120345 12345›, D-nummer n‹52034512345›.",
    "Journalnr r‹AB-123456›, rekvisisjonsnummer: r‹20214455›.",
  ],
  "addresses and places": [
    "Adresse: s‹Storgata 12B›, c‹5003› p‹Bergen›",
    "Bor i s‹Kong Oscars gate 7› i p‹Bergen›.",
    "Bur på p‹Askøy›, fødd i p‹Skarvegrend›.",
    "Flyttet til p‹Tørrevåg› i fjor.",
    "p‹Voss›, d‹12.03.2021›, overlege l‹Moe›",
  ],
  "institutions and wards": [
    "Innlagt ved u‹Haukeland universitetssjukehus› med brystsmerter.",
    "Innlagd ved u‹Førde sentralsjukehus› med brystsmerter.",
    "Overflyttet fra u‹Skarvegrend sykehjem› til u‹HUS›.",
    "Overflytta frå u‹Skarvegrend sjukeheim› til w‹sengepost 4 sør›.",
    "Fastlege ved u‹Tørrevåg legesenter›.",
    "Innlagt ved u‹Sykehuset i Vestfold, DPS Larvik› i går.",
    "Bur på u‹Skarvegrend bu- og behandlingssenter›.",
  ],
};

describe.each(Object.entries(sentences))("%s", (_, list) => {
  it.each(list)("%s", (marked) => {
    const { text, expected } = read(marked);
    expect(findIn(text)).toEqual(expected);
  });
});

describe("what identifies nobody stays", () => {
  it.each([
    "Pasienten har Parkinsons sykdom og Crohns, Glasgow coma scale 15.",
    "Får Marevan 2,5 mg, Hb 12,3, BT 120/80, puls 72.",
    "Kreatinin 87 (ref. 60-105), SpO2 96 %, 500 mg x 3 i 10 dager.",
    "Røykt i 30 år, sluttet for 5 år siden.",
    "Røykt i 30 år, slutta for 5 år sidan.",
    "Gruppe B streptokokker. VAS 6 i ro og 4 ved bevegelse.",
    "Etter operasjonen er hun oppegående. Lite smerter.",
    "Inga endring. Son er pårørande. Barna er orientert.",
    "Diagnose: S52.50 Brudd i nedre ende av radius.",
    "Opphavleg frå Eritrea, på ferie i Thailand.",
    "pasienten har vondt i magen, per os fra i morgen, dag 3, er i live",
    "Kirurgisk avdeling har tilsyn. Henvist til røntgen.",
    "Kontonummer er ikke oppgitt, 12 345 678 celler.",
  ])("%s", (text) => {
    expect(findIn(text)).toEqual([]);
  });
});

describe("texts that are not plain", () => {
  it("gives offsets of the text itself: decomposed letters, emoji, hard blanks and soft hyphens", () => {
    const text =
      "🫀 Pasient: A\u030ase Ha\u00adnsen, tlf 59\u00a000\u00a012\u00a034 🩺 bor i Bode\u0301.";
    expect(findIn(text)).toEqual([
      "First_Name: A\u030ase",
      "Last_Name: Ha\u00adnsen",
      "Phone_Number: 59\u00a000\u00a012\u00a034",
      "Location: Bode\u0301",
    ]);
  });

  it("ends on long lines of what every rule begins with", () => {
    for (const piece of ["1 ", "a@", "Kari ", "12.", "A. ", "i Voss, ", "Voss sykehus, ", "Vei "])
      expect(findByRules(piece.repeat(5000), gazetteer).length).toBeGreaterThanOrEqual(0);
  });

  it("finds nothing in nothing", () => {
    for (const text of ["", " \n", "🫀", "\u0301"]) expect(findIn(text)).toEqual([]);
  });
});
