/** The generators of text: clinical notes and everyday prose. */

export { generateClinical } from "./clinicalGenerator";
export { generateGeneral } from "./generalGenerator";
