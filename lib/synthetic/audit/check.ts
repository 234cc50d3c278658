/** What an audit says: one number each, with what it may be. */

/** What a check is about; the order is that of a report. */
export const auditAreas = [
  "overlap",
  "duplicates",
  "twins",
  "splits",
  "probes",
  "probes over worlds",
  "facts",
  "identity",
  "spans",
  "self-test",
] as const;
export type AuditArea = (typeof auditAreas)[number];

export type AuditCheck = {
  readonly area: AuditArea;
  /** What is checked, e.g. `choice: longest option (withheld)`. */
  readonly name: string;
  readonly value: number;
  /** What the value would be if nothing could be known. */
  readonly expected?: number;
  /** Of the value, with each group of examples as one observation. */
  readonly standardError?: number;
  /** The value passes from here … */
  readonly least?: number;
  /** … to here. Neither bound: a figure to read, which always passes. */
  readonly most?: number;
  /** How many things the value was counted from. A check of nothing fails. */
  readonly n: number;
  readonly passed: boolean;
};

/** A value that may not be greater. */
export function atMost(
  area: AuditArea,
  name: string,
  value: number,
  most: number,
  n: number,
): AuditCheck {
  return { area, name, value, most, n, passed: n > 0 && value <= most };
}

/** A value that may not be smaller. */
export function atLeast(
  area: AuditArea,
  name: string,
  value: number,
  least: number,
  n: number,
): AuditCheck {
  return { area, name, value, least, n, passed: n > 0 && value >= least };
}

/** A figure to read: nothing says what it should be. */
export function measured(area: AuditArea, name: string, value: number, n: number): AuditCheck {
  return { area, name, value, n, passed: n > 0 };
}

/** One answer of a probe. */
export type ProbeAnswer = {
  /** Answers of a group, such as both written standards of a fact, stand or fall together. */
  readonly group: string;
  /** 1 right, 0 wrong; between where the probe cannot decide and guesses. */
  readonly hit: number;
  /** Probability that an ignorant guess is right. */
  readonly chance: number;
};

/** How many standard errors a probe may be from chance, above or below: below is knowledge too. */
export const allowedErrors = 3;

/**
 * A probe that should know nothing: the share of right answers, which may differ from chance by
 * {@link allowedErrors} standard errors. These are binomial, with the answers of a group fully
 * dependent: twins do not count twice.
 */
export function atChance(
  area: AuditArea,
  name: string,
  answers: readonly ProbeAnswer[],
): AuditCheck {
  const n = answers.length;
  const value = n === 0 ? 0 : answers.reduce((sum, { hit }) => sum + hit, 0) / n;
  const expected = n === 0 ? 0 : answers.reduce((sum, { chance }) => sum + chance, 0) / n;
  const deviations = new Map<string, number>();
  for (const { group, chance } of answers)
    deviations.set(group, (deviations.get(group) ?? 0) + Math.sqrt(chance * (1 - chance)));
  const variance = [...deviations.values()].reduce((sum, deviation) => sum + deviation ** 2, 0);
  const standardError = n === 0 ? 0 : Math.sqrt(variance) / n;
  return fromChance(area, name, value, expected, standardError, deviations.size);
}

/**
 * Checks against chance of the same name in several worlds, as one: a bias that is too small to be
 * seen in the few questions of one world shows in those of many.
 */
export function pooled(worlds: readonly (readonly AuditCheck[])[]): readonly AuditCheck[] {
  const byName = new Map<string, AuditCheck[]>();
  for (const check of worlds.flat())
    if (check.standardError !== undefined && check.n > 0)
      byName.set(check.name, [...(byName.get(check.name) ?? []), check]);
  return [...byName].map(([name, checks]) => {
    const n = checks.reduce((sum, each) => sum + each.n, 0);
    const mean = (valueOf: (check: AuditCheck) => number): number =>
      checks.reduce((sum, each) => sum + valueOf(each) * each.n, 0) / n;
    const squares = checks.reduce((sum, each) => sum + (each.standardError! * each.n) ** 2, 0);
    return fromChance(
      "probes over worlds",
      name,
      mean(({ value }) => value),
      mean(({ expected }) => expected!),
      Math.sqrt(squares) / n,
      n,
    );
  });
}

function fromChance(
  area: AuditArea,
  name: string,
  value: number,
  expected: number,
  standardError: number,
  n: number,
): AuditCheck {
  const least = expected - allowedErrors * standardError;
  const most = expected + allowedErrors * standardError;
  const passed = n > 0 && value >= least && value <= most;
  return { area, name, value, expected, standardError, least, most, n, passed };
}
