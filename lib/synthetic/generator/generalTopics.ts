/** All topics of general prose, and the sentences that fit anywhere. */

import { everydayTopics } from "./generalPhrases";
import { natureTopics } from "./generalNature";
import { societyTopics } from "./generalSociety";

export { generalLinks } from "./generalPhrases";

export const generalTopics = { ...everydayTopics, ...natureTopics, ...societyTopics } as const;
