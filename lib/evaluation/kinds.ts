/** The kinds of task there are. A new one is an entry here and in `Kinds` of `task.ts`. */

import { choiceKind } from "./choiceKind";
import { entityKind } from "./entityKind";
import type { Kind } from "./kind";
import type { KindName } from "./task";

export const kinds: { readonly [K in KindName]: Kind<K> } = {
  entities: entityKind,
  choice: choiceKind,
};
