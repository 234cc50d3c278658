/** Operations: how the patient lies and sleeps, what is done step by step, and what follows. */

import { abdominalOperations } from "./operationsAbdomen";
import { limbOperations } from "./operationsLimbs";
import { upperOperations } from "./operationsUpper";

export const operations = { ...abdominalOperations, ...upperOperations, ...limbOperations };

export type OperationName = keyof typeof operations;
