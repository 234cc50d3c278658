import { describe, expect, it } from "vitest";
import { findDates, yearOf } from "../../lib/identityNumbers/dates";
import { dayNumber } from "../../lib/deidentification/dateShift";
import { createDetector } from "../../lib/deidentification/detection";
import { openGazetteer } from "../../lib/deidentification/gazetteer";
import { parseIdentityNumber } from "../../lib/identityNumbers/identityNumber";
import { replaceSpans, type Replaced } from "../../lib/deidentification/replacement";
import {
  furtherPhiLabels,
  phiLabels,
  type PhiLabel,
  type PhiSpan,
} from "../../lib/corpus/document";
import { generateEntities } from "../../lib/synthetic/tasks/entities";

const gazetteer = openGazetteer();
const detect = createDetector({ gazetteer });

/** A text with spans marked as `Label‹…›`. */
function marked(pattern: string): { text: string; spans: PhiSpan[] } {
  const spans: PhiSpan[] = [];
  let text = "";
  let at = 0;
  for (const match of pattern.matchAll(/([A-Z][A-Za-z_]+)‹([^›]+)›/g)) {
    text += pattern.slice(at, match.index);
    spans.push({
      start: text.length,
      end: text.length + match[2]!.length,
      label: match[1] as PhiLabel,
    });
    text += match[2]!;
    at = match.index + match[0].length;
  }
  return { text: text + pattern.slice(at), spans };
}

function replace(pattern: string, group = "g1", isShared = false, secret = "s"): Replaced {
  const { text, spans } = marked(pattern);
  return replaceSpans({ text, year: 2021 }, spans, { gazetteer, secret, group, isShared });
}
/** The surrogates of a pattern, in order. */
const surrogates = (pattern: string, group?: string, isShared?: boolean): string[] => {
  const { text, spans } = replace(pattern, group, isShared);
  return spans.map(({ start, end }) => text.slice(start, end));
};

describe("names", () => {
  it("are the same for the same name, in every case, with its genitive", () => {
    const [a, b, c, d, e] = surrogates(
      "First_Name‹Kari› Last_Name‹Dalheim›. First_Name‹KARI›. Last_Name‹Dalheim›s. First_Name‹Karis›.",
    );
    expect(c).toBe(a!.toUpperCase());
    expect(d).toBe(b);
    expect(e).toBe(`${a}s`);
  });

  it("keep their gender, and take the patient's where they tell none", () => {
    for (let i = 0; i < 30; i++) {
      const [woman, man] = surrogates("First_Name‹Solveig› og First_Name‹Torstein›", `g${i}`);
      expect(gazetteer.genderOf(woman!)).toBe("female");
      expect(gazetteer.genderOf(man!)).toBe("male");
      const [unknown] = surrogates("First_Name‹Yrjolf› har det bra. Ho er heime.", `g${i}`);
      expect(gazetteer.genderOf(unknown!)).toBe("female");
    }
  });

  it("are parts of double names, particles and initials", () => {
    const [double, part, van, initial] = surrogates(
      "First_Name‹Kari-Anne›, First_Name‹Kari›, Last_Name‹van Dalheim›, First_Name‹K›. her",
    );
    expect(double!.split("-")).toHaveLength(2);
    expect(double!.split("-")[0]).toBe(part);
    expect(van).toMatch(/^van \p{Lu}/u);
    expect(initial).toBe(part![0]);
  });

  it("end like the name before an apostrophe", () => {
    for (let i = 0; i < 20; i++)
      expect(surrogates("First_Name‹Lars›' mor", `g${i}`)[0]).toMatch(/[sxz]$/);
  });

  it("never are a name of the text, and two names get two", () => {
    const names = "Anders Bjarne Dagfinn Eirik Fredrik Gunnar Henrik Ivar Jakob Kristian".split(
      " ",
    );
    for (let i = 0; i < 40; i++) {
      const given = surrogates(names.map((name) => `First_Name‹${name}›`).join(" "), `g${i}`);
      expect(new Set(given).size).toBe(names.length);
      expect(given.filter((name) => names.includes(name))).toEqual([]);
    }
  });
});

describe("places, addresses and institutions", () => {
  it("keep what kind they are, and their parts agree", () => {
    const given = surrogates(
      "Street_Address‹Storgata 12B›, Postcode‹5700› Location‹Voss›. Health_Care_Unit‹Voss sjukehus›, Health_Care_Unit‹Helse Voss, DPS Voss›, Location‹VOSS›",
    );
    const [street, postcode, place, hospital, unit, upper] = given as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    expect(street).toMatch(/^\p{Lu}\p{Ll}+gata \d+[A-D]$/u);
    expect(gazetteer.postcodesOf(place)).toContain(postcode);
    expect(hospital).toBe(`${place} sjukehus`);
    expect(unit).toBe(`Helse ${place}, DPS ${place}`);
    expect(upper).toBe(place.toUpperCase());
    expect(given.join(" ")).not.toMatch(/voss|storgata/i);
  });

  it("replace names that hold their kind, and short names", () => {
    const [compound, known, short] = surrogates(
      "Health_Care_Unit‹Skarvekollektivet›, Health_Care_Unit‹Nordlandssykehuset›, Health_Care_Unit‹HUS›",
    );
    expect(compound).toMatch(/^\p{Lu}\p{Ll}+kollektivet$/u);
    expect(known).not.toMatch(/Nordland/);
    expect(short).not.toBe("HUS");
    expect(compound).not.toMatch(/Skarve/);
  });
});

describe("numbers", () => {
  it("are recognisable and keep their format", () => {
    const [phone, long, number, mail, record, ward] = surrogates(
      "Phone_Number‹55 97 50 00› Phone_Number‹+47 91234567› Social_Security_Number‹120345 12345› Email‹kari.nordby@sykehus.no› Record_Number‹AB-123456› Ward‹sengepost 4B›",
    );
    expect(phone).toMatch(/^59 00 \d\d \d\d$/);
    expect(long).toMatch(/^\+47 5900\d{4}$/);
    expect(number).toMatch(/^\d{6} \d{5}$/);
    expect(parseIdentityNumber(number!.replace(" ", ""))?.kind).toBe("synthetic");
    expect(mail).toMatch(/^[a-z.]+@example\.org$/);
    expect(record).toMatch(/^AB-\d{6}$/);
    expect(record).not.toBe("AB-123456");
    expect(ward).toMatch(/^sengepost \d[A-H]$/);
  });

  it("keep gender in identity numbers of either kind, and the year of birth near", () => {
    for (let i = 0; i < 20; i++) {
      const [a] = surrogates("Social_Security_Number‹15057649979›", `g${i}`);
      const parsed = parseIdentityNumber(a!);
      expect(parsed).toMatchObject({ kind: "synthetic", gender: "male" });
      expect(Math.abs(parsed!.birth!.year - 76)).toBeLessThanOrEqual(9);
    }
  });

  it("takes ages of 90 and more below 90, and never leaves one", () => {
    for (let i = 0; i < 30; i++) {
      const given = surrogates("Age‹97› Age‹90› Age‹89› Age‹40› Age‹12› Age‹1›", `g${i}`).map(
        Number,
      );
      expect(given.every((age) => age < 90 && age > 0)).toBe(true);
      [97, 90, 89, 40, 12, 1].forEach((age, at) => expect(given[at]).not.toBe(age));
      expect(Math.abs(given[3]! - 40)).toBeLessThanOrEqual(3);
    }
  });
});

describe("dates", () => {
  const day = (text: string): number => {
    const { fields } = findDates(text)[0]!;
    return dayNumber(yearOf(fields)!, fields.month!.value, fields.day!.value);
  };

  it("keep their format, their order and the days between, in every form", () => {
    for (let i = 0; i < 40; i++) {
      const given = surrogates(
        "Date‹3. mars 2021›, Date‹12.03.2021›, Date‹13/3-21›, Date‹2021-04-02›, Date‹5. MAI 2021›, Date‹150521›",
        `g${i}`,
      );
      const formats = [
        /^\d{1,2}\. [a-z]+ \d{4}$/,
        /^\d\d\.\d\d\.\d{4}$/,
        /^\d\d\/\d{1,2}-\d\d$/,
        /^\d{4}-\d\d-\d\d$/,
        /^\d{1,2}\. [A-Z]+ \d{4}$/,
        /^\d{6}$/,
      ];
      given.forEach((date, at) => expect(date).toMatch(formats[at]!));
      const days = given.map(day);
      expect(days.map((each) => each - days[0]!)).toEqual([0, 9, 10, 30, 63, 73]);
      expect(Math.abs(days[0]! - day("3. mars 2021")) % 7).toBe(0);
      expect(Math.abs(days[0]! - day("3. mars 2021"))).toBeGreaterThan(366);
    }
  });

  it("keep days of the week right, in both standards", () => {
    const weekday = (date: string): number => (((day(date) + 3) % 7) + 7) % 7;
    for (let i = 0; i < 10; i++) {
      const [a, b] = surrogates("Date‹onsdag 3. mars 2021› Date‹laurdag 6. mars 2021›", `g${i}`);
      expect(a).toMatch(/^onsdag /);
      expect(b).toMatch(/^laurdag /);
      expect([weekday(a!), weekday(b!)]).toEqual([2, 5]);
    }
  });

  it("agree with ages and identity numbers where the text tells all three", () => {
    for (let i = 0; i < 30; i++) {
      const [birth, number, age, date] = surrogates(
        "Født Date‹12.03.1945› (Social_Security_Number‹12034512345›), Age‹76› år, innlagt Date‹3. juni 2021›",
        `g${i}`,
      );
      expect(
        Number(date!.slice(-4)) - Number(birth!.slice(-4)) - Number(age),
      ).toBeGreaterThanOrEqual(-1);
      expect(Number(date!.slice(-4)) - Number(birth!.slice(-4)) - Number(age)).toBeLessThanOrEqual(
        1,
      );
      expect(number!.slice(4, 6)).toBe(birth!.slice(-2));
    }
  });

  it("move alike in all documents of a patient, and otherwise not", () => {
    const moved = (group: string): number =>
      day(surrogates("Date‹3. mars 2021›", group, true)[0]!) - day("3. mars 2021");
    const other = day(surrogates("Date‹9. mai 2020›", "p1", true)[0]!) - day("9. mai 2020");
    expect(other).toBe(moved("p1"));
    expect(new Set(["p1", "p2", "p3", "p4"].map(moved)).size).toBeGreaterThan(2);
  });

  it("change a year alone, and month with year", () => {
    for (let i = 0; i < 30; i++) {
      const [year, month] = surrogates("siden Date‹2015›, Date‹mars 2020›", `g${i}`);
      expect(year).toMatch(/^20[012]\d$/);
      expect(year).not.toBe("2015");
      expect(month).not.toBe("mars 2020");
    }
  });
});

describe("a secret", () => {
  it("decides everything: the same gives the same bytes, another gives others", () => {
    const text = "First_Name‹Kari›, Date‹3. mars 2021›, Location‹Voss›";
    expect(replace(text)).toEqual(replace(text));
    expect(replace(text, "g1", false, "other").text).not.toBe(replace(text).text);
  });
});

describe("whatever a span holds", () => {
  const texts = [
    ..."Kari Kari-Anne Karis KH van Vår Øyvind Æ al-Masri Bjørkeveien Bø Voss HUS Sunde uke mandag barn åtti voksen".split(
      " ",
    ),
    ..."7 0 12 90 1945 12.03 12.3.2021 59001234 0001 192.0.2.7 AB-XY ABC xyz abc3 @ola --- ’ ١٢".split(
      " ",
    ),
    ..."post a|avdeling C|avd. Solgløtt|uke 12|i forfjor|over 80|en 84-åring|i trettiårene|sør/nord, vest|Postboks|Tun".split(
      "|",
    ),
    ..."Bjørkegata 7|DPS 3|klinikk 4|barnehagen|hansen@example.org|+47|www.example.org/dahl10|(uten form)|AS – og".split(
      "|",
    ),
  ];

  it.each([...phiLabels, ...furtherPhiLabels])(
    "as %s it is written as something else",
    (label) => {
      const same: string[] = [];
      for (const text of texts)
        for (let i = 0; i < 60; i++) {
          const group = `${text} ${i}`;
          const settings = { gazetteer, secret: "s", group, isShared: false };
          const spans = [{ start: 2, end: 2 + text.length, label }];
          const after = replaceSpans({ text: `x ${text} y`, year: 2021 }, spans, settings);
          const [span] = after.spans;
          const written = after.text.slice(span!.start, span!.end);
          if (written.toLowerCase() === text.toLowerCase()) same.push(group);
          expect(after.text).toBe(`x ${written} y`);
          expect(written).not.toBe("");
        }
      expect(same).toEqual([]);
    },
    60_000,
  );

  it("initials are no longer those of the originals", () => {
    for (let i = 0; i < 60; i++) {
      const [, , first, last] = surrogates(
        "First_Name‹Kari› Last_Name‹Dalheim›, sign. First_Name‹K›. Last_Name‹D›.",
        `g${i}`,
      );
      expect(first).not.toBe("K");
      expect(last).not.toBe("D");
    }
  });
});

describe("generated notes", () => {
  const notes = generateEntities({ documents: 300, seed: 11 });

  it("have nearly all their spans found, in both standards, and little else", async () => {
    const found = await detect(notes.map(({ text }) => text));
    for (const standard of ["nb", "nn"]) {
      let [marks, missed, extra, all] = [0, 0, 0, 0];
      notes.forEach((note, i) => {
        if (note.writtenStandard !== standard) return;
        const overlaps = (a: PhiSpan, b: PhiSpan): boolean => a.start < b.end && b.start < a.end;
        marks += note.spans.length;
        missed += note.spans.filter(
          (span) => !found[i]!.some((each) => overlaps(each, span)),
        ).length;
        all += found[i]!.length;
        extra += found[i]!.filter(
          (span) => !note.spans.some((each) => overlaps(each, span)),
        ).length;
      });
      expect(marks).toBeGreaterThan(1000);
      expect(missed / marks).toBeLessThan(0.02);
      expect(extra / all).toBeLessThan(0.02);
    }
  });

  it("hold no original after replacement, and spans that point at the surrogates", () => {
    for (const note of notes) {
      const settings = { gazetteer, secret: "s", group: note.id, isShared: false };
      const { text, spans } = replaceSpans({ text: note.text, year: 2021 }, note.spans, settings);
      expect(spans).toHaveLength(note.spans.length);
      let [before, after] = [0, 0];
      const originals = new Set(
        note.spans
          .filter(({ label }) => label !== "Age")
          .map(({ start, end }) => note.text.slice(start, end).toLowerCase()),
      );
      spans.forEach((span, i) => {
        const old = note.spans[i]!;
        expect(span.label).toBe(old.label);
        expect(text.slice(after, span.start)).toBe(note.text.slice(before, old.start));
        expect(originals).not.toContain(text.slice(span.start, span.end).toLowerCase());
        [before, after] = [old.end, span.end];
      });
      expect(text.slice(after)).toBe(note.text.slice(before));
    }
  });
});
