import { describe, expect, it } from "vitest";
import { splitSentences } from "../../lib/corpus/sentences";

describe("splitSentences", () => {
  it.each([
    ["Pas. ble innlagt 1.2.2020. Får bl.a. Furix 40 mg x 2.", 2],
    ["Pasienten kom kl. 12.30. Ho vart undersøkt av dr. Åse Ødegård.", 2],
    ["Snakket med pas. Hansen i dag.", 1],
    ["Beh. med f.eks. Albyl-E 75 mg er aktuelt. Kontroll om 2 uker.", 2],
    ["Se nr. 3 i lista. Sjå òg pkt. 4.", 2],
    ["Operert 3. juni på Voss sjukehus. Utskriven 5. august.", 2],
    ["Innlagt den 2. I dag bedre.", 1],
    ["Hb 12. Får jern.", 2],
    ["Temp. 38,5. Blodtrykk 120/80. Puls 72.", 3],
    ["Hodepine, kvalme, svimmelhet osv. Ingen lammelser.", 2],
    ["Varte i 30 min. Deretter bedring.", 2],
    ["Kvalme, smerter osv. i to døgn.", 1],
    ["Har du vondt? Ja! Kvar då …? Her.", 4],
    ["Vurdert av A. B. Olsen. Ingen tiltak.", 2],
    ["«Eg har vondt.» Ho peikar på magen.", 2],
    ["Utskrevet av lege (se epikrise.) Kontroll avtalt.", 2],
    ["Han kjem no. Ho går.", 2],
    ["saturasjon 96 %. ingen feber.", 1],
    ["Vitamin B. Kontroll.", 1],
  ])("%s → %i", (text, count) => {
    expect(splitSentences(text)).toHaveLength(count);
  });

  it("ends a sentence at every line break and keeps list numbers with their item", () => {
    expect(splitSentences("Tiltak:\n1. Væske\r\n2. Ro og hvile\n\n- Ny prøve\n")).toEqual([
      "Tiltak:",
      "1. Væske",
      "2. Ro og hvile",
      "- Ny prøve",
    ]);
  });

  it("loses no text but white space", () => {
    const text = "Ø. Å. Berg, 1.1.1950.  Vurdering: «stabil». Ev. kontroll\tom 3 mnd. Hilsen … !";
    expect(splitSentences(text).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
  });

  it("gives nothing for blank text", () => {
    expect(splitSentences(" \n\t\n")).toEqual([]);
  });
});
