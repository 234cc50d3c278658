/**
 * Draws that belong to a patient. Each group of documents has a seed of its own, derived from the
 * secret by HMAC: without the secret, what was drawn for a group cannot be drawn again, and one
 * group tells nothing about another.
 */

import { createHmac } from "node:crypto";
import { random, type Random } from "../random";

export type Draws = {
  /** The stream of a purpose, the same in every document of the group. */
  readonly of: (purpose: string, index?: number) => Random;
};

/** The draws of a group. */
export function drawsOf(secret: string, group: string): Draws {
  const seed = createHmac("sha256", secret).update(`group\0${group}`).digest().readInt32LE(0);
  return { of: (purpose, index = 0) => random(seed, `surrogate ${purpose}`, 0, index) };
}

/** An id that tells nothing: the same for the same secret and id. */
export const pseudonymOf = (secret: string, id: string, length = 16): string =>
  createHmac("sha256", secret).update(`id\0${id}`).digest("hex").slice(0, length);

/**
 * The first candidate that is allowed; draws are numbered, so that the same key gets the same
 * candidate wherever it is allowed. Where a hundred are not, the first that is tolerable.
 */
export function drawAllowed(
  draws: Draws,
  purpose: string,
  draw: (random: Random) => string,
  isAllowed: (candidate: string) => boolean,
  isTolerable = isAllowed,
): string {
  for (let attempt = 0; ; attempt++) {
    const candidate = draw(draws.of(purpose, attempt));
    const wanted = attempt < 100 ? isAllowed : isTolerable;
    // The list has run out: a text of hundreds of streets.
    if (wanted(candidate) || attempt > 1000) return candidate;
  }
}
