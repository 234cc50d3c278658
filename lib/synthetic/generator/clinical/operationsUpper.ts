/** Operations on heart and lungs, head and neck, breast and vessels. */

import { withProse } from "../../prose";
import { operationProse, type OperationFacts } from "./operationFacts";

export const upperOperations = withProse("operations/upper", operationProse, {
  bypass: {
    title: "koronar bypass",
    anaesthesia: "general",
    position: "ryggleie",
    antibiotic: "cefalotin 2 g",
    minutes: "170-290",
    bleeding: "300-900",
  },
  aorticValve: {
    title: "innsetting av biologisk aortaklaff|innsetjing av biologisk aortaklaff",
    anaesthesia: "general",
    position: "ryggleie",
    antibiotic: "cefalotin 2 g",
    minutes: "150-270",
    bleeding: "250-800",
  },
  pericardialDrain: {
    title: "subxifoidal drenasje av perikard",
    anaesthesia: "sedation",
    position: "halvsittende|halvsitjande",
    antibiotic: "",
    minutes: "20-45",
    bleeding: "0-20",
  },
  lobectomy: {
    title: "torakoskopisk lobektomi",
    anaesthesia: "general",
    position: "sideleie med knekk i bordet",
    antibiotic: "cefuroksim 1,5 g",
    minutes: "120-210",
    bleeding: "50-300",
  },
  tonsillectomy: {
    title: "tonsillektomi og ganeplastikk",
    anaesthesia: "general",
    position: "ryggleie med bakoverbøyd hode|ryggleie med bakoverbøygd hovud",
    antibiotic: "",
    minutes: "25-55",
    bleeding: "10-90",
  },
  cataract: {
    title: "fakoemulsifikasjon med kunstig linse",
    anaesthesia: "topical",
    position: "ryggleie under mikroskop",
    antibiotic: "cefuroksim 1 mg i forkammeret",
    minutes: "12-28",
    bleeding: "0-0",
  },
  sinuses: {
    title: "endoskopisk bihulekirurgi|endoskopisk biholekirurgi",
    anaesthesia: "general",
    position: "ryggleie med lett hevet hode|ryggleie med lett heva hovud",
    antibiotic: "",
    minutes: "50-110",
    bleeding: "20-200",
  },
  thrombectomy: {
    title: "endovaskulær trombektomi",
    anaesthesia: "sedation",
    position: "ryggleie på angiografilaben",
    antibiotic: "",
    minutes: "25-85",
    bleeding: "0-20",
  },
  breast: {
    title:
      "brystbevarende kirurgi med vaktpostlymfeknute|brystbevarande kirurgi med vaktpostlymfeknute",
    anaesthesia: "general",
    position: "ryggleie med utslått arm|ryggleie med utslegen arm",
    antibiotic: "",
    minutes: "60-120",
    bleeding: "10-80",
  },
  lymphNode: {
    title: "fjerning av lymfeknute på halsen",
    anaesthesia: "general",
    position: "ryggleie med vridd hode|ryggleie med vridd hovud",
    antibiotic: "",
    minutes: "30-60",
    bleeding: "5-30",
  },
  fistula: {
    title: "anleggelse av arteriovenøs fistel|anlegging av arteriovenøs fistel",
    anaesthesia: "local",
    position: "ryggleie med utstrakt arm|ryggleie med utstrekt arm",
    antibiotic: "cefalotin 2 g",
    minutes: "55-110",
    bleeding: "5-40",
  },
} as const satisfies Readonly<Record<string, OperationFacts>>);
