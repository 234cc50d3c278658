/** Operations on bones, joints and spine. */

import { withProse } from "../../prose";
import { operationProse, type OperationFacts } from "./operationFacts";

export const limbOperations = withProse("operations/limbs", operationProse, {
  disc: {
    title: "mikrokirurgisk fjerning av utglidd skive|mikrokirurgisk fjerning av utgliden skive",
    anaesthesia: "general",
    position: "bukleie med fri buk",
    antibiotic: "cefalotin 2 g",
    minutes: "40-95",
    bleeding: "10-80",
  },
  hip: {
    title: "innsetting av halvprotese|innsetjing av halvprotese",
    anaesthesia: "spinal",
    position: "sideleie",
    antibiotic: "cefalotin 2 g",
    minutes: "50-105",
    bleeding: "150-500",
  },
  wrist: {
    title: "osteosyntese med volar plate",
    anaesthesia: "regional",
    position: "ryggleie med armbord",
    antibiotic: "cefalotin 2 g",
    minutes: "45-95",
    bleeding: "5-30",
  },
  synovectomy: {
    title: "synovektomi av strekkesener|synovektomi av strekkjesener",
    anaesthesia: "regional",
    position: "ryggleie med armbord",
    antibiotic: "cefalotin 2 g",
    minutes: "45-100",
    bleeding: "5-30",
  },
  knee: {
    title: "totalprotese i kne",
    anaesthesia: "spinal",
    position: "ryggleie med sidestøtte",
    antibiotic: "cefalotin 2 g fire ganger|cefalotin 2 g fire gonger",
    minutes: "65-115",
    bleeding: "100-400",
  },
  shoulder: {
    title: "artroskopisk kapselløsning|artroskopisk kapselløysing",
    anaesthesia: "regional",
    position: "strandstol",
    antibiotic: "cefalotin 2 g",
    minutes: "40-75",
    bleeding: "0-20",
  },
  boneInfection: {
    title: "revisjon av infisert bein",
    anaesthesia: "spinal",
    position: "ryggleie",
    antibiotic: "kloksacillin 2 g etter prøvetaking",
    minutes: "40-100",
    bleeding: "20-200",
  },
  toe: {
    title: "amputasjon av tå",
    anaesthesia: "regional",
    position: "ryggleie",
    antibiotic: "kloksacillin 2 g",
    minutes: "25-55",
    bleeding: "10-80",
  },
} as const satisfies Readonly<Record<string, OperationFacts>>);
