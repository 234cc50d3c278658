/** The encoders there are. */

import type { Architecture, ArchitectureName } from "./architecture";
import { bert } from "./bertRecord";
import { modernBert } from "./modernBertRecord";
import { norBert3 } from "./norbert3Record";

export const architectures: Readonly<Record<ArchitectureName, Architecture>> = {
  bert,
  norbert3: norBert3,
  modernbert: modernBert,
};

/** The record of a configuration's architecture. */
export const architectureOf = ({
  architecture,
}: {
  readonly architecture: ArchitectureName;
}): Architecture => architectures[architecture];
