/**
 * Whether a text is rather English, German, Danish or Swedish than Norwegian. The model only weighs
 * nynorsk against bokmål and has an answer for any language, while hospital files hold quoted
 * English and letters from neighbouring countries.
 */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

// Frequent words that neither standard of Norwegian writes so. Left out on purpose: words that mean
// something else in Norwegian, as English "to", Swedish "vid" and "att", Danish "mod" and "siger",
// German "von", and what is short for something: "op" (operation), "UD" (the ministry), "sig."
const englishOrGerman = list(`
  the of and with this that these those which from were was are been would should could your you
  their they there where what when has but into than because patient patients by how can does did
  after about any it why who we she his or on will had without history
  und nicht mit ist eine ich sie wird wurde für auf zu bei oder nach werden patienten keine
`);
const danishOrSwedish = list(`
  af mellem nogle noget hvad uden nu mig dig gennem måske uge uger indlagt sygehus højre
  undersøgelse efter blev bliver derefter gøre gør fået fik gik haft patient patienten patienter
  anden andet ret vej høj højt arbejde læge lægen hjælp igen nej ældre sådan således hende
  och är inte jag från för när också mycket något några till varit denna läkare sjukhus
  varje någon inget vilken vilket vilka alla rätt skall ej
`);

/** Danish "sundhed", where Norwegian has "-het" or "-heit". */
const danishEnding = /..hed(?:en|er|erne|s)?$/;

// Words of Norwegian that Danish and Swedish write otherwise, and those that all three share.
const norwegian = list(`
  ikkje eg av opp ut etter uten utan mellom noen noe nokon noko nokre nå hva kva meg deg seg frå
  bare berre mye mykje sjølv gjennom hadde vært vore ble blitt vart vert vorte ei ein eit dei kvar
  fikk fekk gikk gjekk sier seier gjøre gjere pasient pasienten pasienter pasientar pasientane
  uke uker veke veker sykehus sjukehus høyre høgre undersøkelse undersøking innlagt
`);
const scandinavian = list(`
  og i på er som til en et den det de av med har om vil skal må ikke jeg fra når dette denne der han
  hun ho var kan eller også blir
`);

/**
 * Whether a text has more frequent words of one of the other languages than of Norwegian. A rule of
 * thumb: short or wordless texts have none of either, and count as Norwegian.
 *
 * @param words - in lower case
 */
export function looksLikeOtherLanguage(words: readonly string[]): boolean {
  const count = (set: ReadonlySet<string>): number =>
    words.reduce((sum, word) => sum + (set.has(word) ? 1 : 0), 0);
  const danishEndings = words.filter((word) => danishEnding.test(word)).length;
  const own = count(norwegian);
  return (
    count(danishOrSwedish) + danishEndings > own ||
    count(englishOrGerman) > own + count(scandinavian)
  );
}
