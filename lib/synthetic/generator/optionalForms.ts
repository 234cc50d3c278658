/**
 * Forms that a written standard leaves to the author: nynorsk after the norm of 2012, and bokmål.
 * Word lists write any one of the forms; what is rendered is the author's own. An infinitive is
 * marked `~` (`skriv~`: skrive or skriva). A new choice is one more entry here.
 */

import type { Random } from "../../random";

type OptionalForm = {
  readonly standard: "nb" | "nn";
  /**
   * `first/second` are both turned into the author's form; `first>second` only where `first` is
   * written, because the second is also another word. A hyphen stands for the rest of a longer word,
   * and makes the pair go one way.
   */
  readonly pairs: string;
  /** Which form each profile of the standard has: 0 the first, 1 the second. */
  readonly profiles: string;
};

/** Profiles of authors. What belongs together in real texts goes together; see {@link drawForms}. */
export const formProfiles = {
  nb: ["moderat", "konservativ", "radikal"],
  nn: ["vestland-e", "vestland-a", "moderat", "tradisjonell"],
} as const;

const infinitive = 0;
const past = 1;
const present = 2;

const optionalForms: readonly OptionalForm[] = [
  // The first three are named above.
  { standard: "nn", pairs: "", profiles: "0101" },
  { standard: "nn", pairs: "vart/blei vorte/blitt vorten/blitt", profiles: "0010" },
  { standard: "nn", pairs: "blir/vert bli/vert~", profiles: "0101" },
  {
    standard: "nn",
    pairs: "gamal/gammal gamalt/gammalt gamaldags/gammaldags",
    profiles: "0010",
  },
  { standard: "nn", pairs: "me/vi", profiles: "0010" },
  {
    standard: "nn",
    pairs:
      "gi/gje gir/gjev gitt/gjeve oppgi/oppgje oppgir/oppgjev oppgitt/oppgjeve utgi/utgje utgir/utgjev utgitt/utgjeve tilgi/tilgje",
    profiles: "0001",
  },
  { standard: "nn", pairs: "fyrst/først fyrste/første fyrste->første-", profiles: "0010" },
  { standard: "nn", pairs: "òg/også", profiles: "0010" },
  {
    standard: "nn",
    pairs: "forhøgd/forhøgja forhøgde/forhøgja krevd/kravd krevde/kravde",
    profiles: "0101",
  },
  { standard: "nn", pairs: "kome/komme kom~/komm~ -kome>-komme -kom~>-komm~", profiles: "0010" },
  { standard: "nn", pairs: "difor/derfor", profiles: "0010" },
  {
    standard: "nn",
    pairs:
      "-søkj->-søk- -ønskj->-ønsk- -tenkj->-tenk- -byggj->-bygg- -trekkj->-trekk- -leggj->-legg- -liggj->-ligg- -rykkj->-rykk- -rekkj->-rekk- -strekkj->-strekk- -dekkj->-dekk- -vekkj->-vekk- -merkj->-merk- -styrkj->-styrk- -følgj->-følg- -ringj->-ring- -hengj->-heng- -steikj->-steik- -skjenkj->-skjenk-",
    profiles: "0010",
  },
  { standard: "nn", pairs: "medan/mens", profiles: "0010" },
  { standard: "nn", pairs: "hos/hjå", profiles: "0001" },
  { standard: "nn", pairs: "då/da", profiles: "0010" },
  {
    standard: "nn",
    pairs: "prøvar>prøver prøvane>prøvene -prøvar>-prøver -prøvane>-prøvene",
    profiles: "0110",
  },
  { standard: "nn", pairs: "syster/søster -syster->-søster-", profiles: "0010" },
  {
    standard: "nn",
    pairs:
      "laurdag/lørdag sundag/søndag tysdag/tirsdag laurdag->lørdag- sundag->søndag- tysdag->tirsdag-",
    profiles: "0010",
  },
  { standard: "nn", pairs: "høgre>høyre", profiles: "0100" },
  { standard: "nn", pairs: "-skule->-skole- skular/skolar skulane/skolane", profiles: "0010" },
  { standard: "nn", pairs: "borna/barna -borna>-barna", profiles: "0010" },
  { standard: "nn", pairs: "dersom/viss", profiles: "0010" },
  {
    standard: "nn",
    pairs: "ven/venn venen/vennen vener/venner venene/vennene veninne/venninne",
    profiles: "0010",
  },
  {
    standard: "nn",
    pairs: "golv/gulv golvet/gulvet -golv>-gulv -golvet>-gulvet",
    profiles: "0010",
  },
  {
    standard: "nb",
    pairs:
      "fram/frem framover/fremover framgang/fremgang framtid/fremtid framtiden/fremtiden framskritt/fremskritt framgår/fremgår framstår/fremstår framkommer/fremkommer framfor/fremfor framstilt/fremstilt framstilling/fremstilling framme>fremme fram->frem-",
    profiles: "010",
  },
  {
    standard: "nb",
    pairs:
      "uken/uka natten/natta døren/døra boken/boka tavlen/tavla klokken/klokka pannen/panna stuen/stua solen/sola tiden/tida helgen/helga gryten/gryta stranden/stranda grensen/grensa avisen/avisa skjorten/skjorta lampen/lampa suppen/suppa kaken/kaka flasken/flaska skuffen/skuffa hoften/hofta tungen/tunga blæren/blæra vekten/vekta sengen/senga leveren/levra huden/huda galleblæren/galleblæra ruten/ruta bygden/bygda fløyten/fløyta visen/visa ferjen/ferja jorden/jorda hånden/hånda -boken>-boka -klokken>-klokka -grensen>-grensa -suppen>-suppa -kaken>-kaka -stuen>-stua -tiden>-tida -uken>-uka -avisen>-avisa",
    profiles: "001",
  },
  {
    standard: "nb",
    pairs:
      "bein/ben beina/bena beinet/benet beinkramper/benkramper kragebein/krageben kragebeinet/kragebenet",
    profiles: "010",
  },
  {
    standard: "nb",
    pairs: "senere/seinere sent/seint sen/sein sene/seine senest/seinest",
    profiles: "001",
  },
  { standard: "nb", pairs: "sju/syv tjue/tyve tretti/tredve", profiles: "010" },
  { standard: "nb", pairs: "sto/stod forsto/forstod oppsto/oppstod besto/bestod", profiles: "010" },
  { standard: "nb", pairs: "synes/syns", profiles: "001" },
  { standard: "nb", pairs: "likevel/allikevel", profiles: "010" },
  { standard: "nb", pairs: "hvis/dersom", profiles: "010" },
  { standard: "nb", pairs: "bru/bro brua/broen bruer/broer", profiles: "010" },
  { standard: "nb", pairs: "gress/gras gresset/graset gress->gras-", profiles: "001" },
  {
    standard: "nb",
    pairs: "gård/gard gården/garden gårder/garder gårdene/gardene gårds->gards-",
    profiles: "001",
  },
];

/** The author's form of every choice: `forms[i]` is 0 or 1. */
export type Forms = Readonly<Uint8Array>;

/** How often an author departs from the profile in one choice. */
const departure = 0.12;

/** One author's forms: those of a profile, with some choices made otherwise. */
export function drawForms(random: Random, standard: "nb" | "nn"): Forms {
  const profile = random.integer(formProfiles[standard].length);
  const forms = Uint8Array.from(optionalForms, (choice) => {
    if (choice.standard !== standard) return 0;
    return Number(choice.profiles[profile]) ^ (random.uniform() < departure ? 1 : 0);
  });
  // Nobody writes "blei" beside "vert".
  if (forms[past] === 1) forms[present] = 0;
  return forms;
}

/** A word with its forms: `forms[i]` where bit k of i is the author's form of `choices[k]`. */
export type VaryingWord = {
  readonly choices: readonly number[];
  readonly forms: readonly string[];
};

type Replacement = (word: string, side: 0 | 1) => string | undefined;

const replacements = optionalForms.map(replacementOf);
const known = {
  nb: new Map<string, VaryingWord | string>(),
  nn: new Map<string, VaryingWord | string>(),
};

/** The forms a word may have, or the word alone if the standard leaves no choice. */
export function varyingWord(word: string, standard: "nb" | "nn"): VaryingWord | string {
  const cached = known[standard].get(word);
  if (cached !== undefined) return cached;
  const found = vary(word, standard);
  known[standard].set(word, found);
  return found;
}

function vary(word: string, standard: "nb" | "nn"): VaryingWord | string {
  const lower = word.toLowerCase();
  // Short forms in capitals ("MR", "ME") are no words of the lists above.
  if (word.length > 1 && word === word.toUpperCase()) return word;
  const choices: number[] = [];
  let forms = [lower];
  // The infinitive comes last: the other choices are between forms that may carry its mark.
  for (const i of [...optionalForms.keys()].slice(1).concat(infinitive)) {
    if (optionalForms[i]!.standard !== standard) continue;
    const sides = ([0, 1] as const).map((side) =>
      forms.map((form) => replacements[i]!(form, side) ?? form),
    );
    if (sides[0]!.every((form, k) => form === sides[1]![k])) continue;
    choices.push(i);
    forms = sides.flat();
  }
  if (choices.length === 0) return word;
  const capital = word[0] !== lower[0];
  return {
    choices,
    forms: capital ? forms.map((form) => form[0]!.toUpperCase() + form.slice(1)) : forms,
  };
}

/** The form an author uses. */
export function formOf(word: VaryingWord, forms: Forms): string {
  let index = 0;
  for (let k = 0; k < word.choices.length; k++) index |= forms[word.choices[k]!]! << k;
  return word.forms[index]!;
}

function replacementOf(choice: OptionalForm, index: number): Replacement {
  if (index === infinitive) return (word, side) => word.replaceAll("~", side === 0 ? "e" : "a");
  const whole = new Map<string, readonly [string, string]>();
  const parts: { pattern: RegExp; sides: readonly [string, string] }[] = [];
  for (const pair of choice.pairs.split(" ")) {
    const sides = pair.split(/[/>]/) as [string, string];
    if (sides[0].includes("-")) {
      const [first, second] = sides.map((side) => side.replaceAll("-", "")) as [string, string];
      const before = sides[0].startsWith("-") ? "" : "^";
      const after = sides[0].endsWith("-") ? "" : "$";
      parts.push({ pattern: new RegExp(before + first + after, "u"), sides: [first, second] });
    } else {
      whole.set(sides[0], sides);
      if (pair.includes("/") && !whole.has(sides[1])) whole.set(sides[1], sides);
    }
  }
  return (word, side) => {
    const pair = whole.get(word);
    if (pair !== undefined) return pair[side];
    const part = parts.find(({ pattern }) => pattern.test(word));
    return part === undefined ? undefined : word.replace(part.pattern, part.sides[side]);
  };
}
