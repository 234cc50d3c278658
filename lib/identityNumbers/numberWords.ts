/** Numbers in words, bokmål and nynorsk: ages ("sekstifire", "fireogseksti") and days of a month ("tolvte"). */

const units = "en ett ein eitt to tre fire fem seks sju syv åtte ni".split(" ");
const unitValues = [1, 1, 1, 1, 2, 3, 4, 5, 6, 7, 7, 8, 9];
const teens = "ti elleve tolv tretten fjorten femten seksten sytten atten nitten".split(" ");
const tens: Readonly<Record<string, number>> = {
  tjue: 20,
  tyve: 20,
  tretti: 30,
  tredve: 30,
  førti: 40,
  femti: 50,
  seksti: 60,
  sytti: 70,
  søtti: 70,
  åtti: 80,
  nitti: 90,
};

/** Every word of a number below a hundred, the plain modern forms first. */
const cardinals = new Map<string, number>();
const addCardinal = (word: string, value: number): void => {
  if (!cardinals.has(word)) cardinals.set(word, value);
};
units.forEach((unit, i) => addCardinal(unit, unitValues[i]!));
teens.forEach((teen, i) => addCardinal(teen, 10 + i));
for (const [ten, value] of Object.entries(tens)) {
  addCardinal(ten, value);
  units.forEach((unit, i) => {
    addCardinal(ten + unit, value + unitValues[i]!);
    addCardinal(`${unit}og${ten}`, value + unitValues[i]!);
  });
}

const longestFirst = (words: Iterable<string>): string =>
  [...words].sort((a, b) => b.length - a.length).join("|");
/** A pattern of the numbers below a hundred in words. */
export const numberWords = longestFirst(cardinals.keys());
/** A pattern of those from ten to ninety-nine: smaller ones are articles and pronouns more often ("hun var en av flere"). */
export const numberWordsFromTen = longestFirst(
  [...cardinals].flatMap(([word, value]) => (value >= 10 ? [word] : [])),
);
/** The number that a word says, or undefined. */
export const numberOfWord = (word: string): number | undefined => cardinals.get(word.toLowerCase());

/** A number below a hundred in the form of another: "fireogseksti" stays of that form. */
export function wordLike(value: number, like: string): string {
  const words = [...cardinals].flatMap(([word, each]) => (each === value ? [word] : []));
  const hasUnitFirst = /.og./.test(like);
  return words.find((word) => /.og./.test(word) === hasUnitFirst) ?? words[0] ?? String(value);
}

/** Days of a month in words: bokmål, nynorsk. */
const stems =
  "første andre tredje fjerde femte sjette sjuende åttende niende tiende ellevte tolvte trettende fjortende femtende sekstende syttende attende nittende tjuende".split(
    " ",
  );
const bokmaal = [
  ...stems,
  ...stems.slice(0, 9).map((stem) => `tjue${stem}`),
  "trettiende",
  "trettiførste",
];
const nynorsk = bokmaal.map((word) => word.replace(/ende$/, "ande"));
const older = new Map([
  ["syvende", 7],
  ["tjuesyvende", 27],
  ["tyvende", 20],
  ["fyrste", 1],
  ["tredevte", 30],
]);
const ordinalValues = new Map([
  ...older,
  ...nynorsk.map((word, i) => [word, i + 1] as const),
  ...bokmaal.map((word, i) => [word, i + 1] as const),
]);
/** A pattern of the days of a month in words. */
export const ordinals = longestFirst(ordinalValues.keys());
/** The day that a word says, or undefined. */
export const ordinalOf = (word: string): number | undefined =>
  ordinalValues.get(word.toLowerCase());
/** A day in words, in the written standard of another. */
export const ordinalLike = (day: number, like: string): string =>
  (/ande$/i.test(like) ? nynorsk : bokmaal)[day - 1] ?? String(day);
