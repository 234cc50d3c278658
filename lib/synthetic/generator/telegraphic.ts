/** Telegraphic style of notes: sentences without their subject, then also without an auxiliary. */

/** A subject that the note is about anyway. As the first word, the finite verb comes next. */
const subject = /^(?:\{he\}|\{man\}|pasienten|jeg|eg|vi|me) (?=\p{Ll})/iu;
const noVerb =
  /^(?:og|eller|selv|sjølv|i|på|med|fra|frå|som|sin|sitt|ved|til|hos|under|over|av|uten|utan|alene|åleine|også|òg) /u;

/** "Det er ingen tegn til …", "Det foreligger …": the subject says nothing. */
const formal = /^det (?=(?:er|var|foreligger|ligg føre|ble|vart|blei|blir) )/iu;
const copula =
  /^(?:er|var) (?!(?:en|ei|ein|et|eit|den|det|de|dei|som|på|i|til|hos|ved|fra|frå|at|hun|han|ho)(?!\p{L}))(?=[\p{L}{])/iu;
const passive =
  /^(?:ble|vart|blei|blir|vert) (?=(?!ikke|ikkje|raskt|mye|mykje|litt|så|ofte)\p{L}+(?:t|d|a|en)(?:[ .,]))/iu;
const perfect =
  /^har (?=(?:hatt|vært|vore|fått|ikke|ikkje|blitt|vorte|tatt|teke|følt|kjent|merket|merka|brukt|bruka|sovet|sove|spist|ete|drukket|drukke) )/iu;

/**
 * The template without its subject, and without its auxiliary as well, as far as what is left reads
 * as a telegraphic sentence; empty for any other template.
 *
 * @example telegraphic("{he} ble innlagt med feber.") // ["ble innlagt med feber.", "innlagt med feber."]
 */
export function telegraphic(template: string): readonly string[] {
  if (/[?!«»:]| som /u.test(template)) return [];
  const withoutSubject = template.replace(subject, "").replace(formal, "");
  if (noVerb.test(withoutSubject) && withoutSubject !== template) return [];
  const short = withoutSubject === template ? [] : [withoutSubject];
  const withoutVerb = withoutSubject.replace(copula, "").replace(passive, "").replace(perfect, "");
  return withoutVerb === withoutSubject ? short : [...short, withoutVerb];
}
