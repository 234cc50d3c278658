/** The profile of every condition of the invented world, by its bokmål name. */

import { abdominalConditions } from "./conditionsAbdomen";
import { heartConditions } from "./conditionsHeart";
import { infectionConditions } from "./conditionsInfection";
import { limbConditions } from "./conditionsLimbs";
import { liverConditions } from "./conditionsLiver";
import { lungConditions } from "./conditionsLungs";
import { mindConditions } from "./conditionsMind";
import { nerveConditions } from "./conditionsNerves";
import { otherConditions } from "./conditionsOther";
import { urinaryConditions } from "./conditionsUrinary";
import type { Profile } from "./profile";

export const profiles: Readonly<Record<string, Profile>> = {
  ...heartConditions,
  ...lungConditions,
  ...abdominalConditions,
  ...liverConditions,
  ...urinaryConditions,
  ...nerveConditions,
  ...mindConditions,
  ...limbConditions,
  ...infectionConditions,
  ...otherConditions,
};

/** @throws RangeError for a condition without a profile */
export function profileOf(condition: string): Profile {
  const profile = profiles[condition];
  if (profile === undefined) throw new RangeError(`conditions: no profile of "${condition}"`);
  return profile;
}
