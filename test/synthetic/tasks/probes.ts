/** Readers that know nothing: what they reach is what a shortcut gives. */

/** A linear model on the words of a text, trained by plain gradient descent. */
export function bagOfWords<Label extends string>(
  train: readonly { readonly text: string; readonly label: Label }[],
): (text: string) => Label {
  const labels = [...new Set(train.map(({ label }) => label))].sort();
  const weights = new Map<string, Float64Array>();
  const bias = new Float64Array(labels.length);
  const scores = (words: ReadonlySet<string>): Float64Array => {
    const sum = Float64Array.from(bias);
    for (const word of words) {
      const own = weights.get(word);
      if (own) for (let k = 0; k < sum.length; k++) sum[k]! += own[k]!;
    }
    return sum;
  };
  const examples = train.map(({ text, label }) => ({ words: wordSet(text), label }));
  for (const { words } of examples)
    for (const word of words)
      if (!weights.has(word)) weights.set(word, new Float64Array(labels.length));
  const rate = 0.05;
  for (let epoch = 0; epoch < 12; epoch++)
    for (const { words, label } of examples) {
      const sum = scores(words);
      const most = Math.max(...sum);
      const odds = sum.map((value) => Math.exp(value - most));
      const total = odds.reduce((a, b) => a + b, 0);
      for (let k = 0; k < labels.length; k++) {
        const step = rate * ((labels[k] === label ? 1 : 0) - odds[k]! / total);
        bias[k]! += step;
        for (const word of words) {
          const own = weights.get(word)!;
          own[k]! += step - 0.0005 * own[k]!;
        }
      }
    }
  return (text) => {
    const sum = scores(wordSet(text));
    return labels[sum.indexOf(Math.max(...sum))]!;
  };
}

export const wordSet = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []);

/** Share of texts that a reader labels right. */
export function accuracyOf<Label extends string>(
  examples: readonly { readonly text: string; readonly label: Label }[],
  reader: (text: string) => Label,
): number {
  const right = examples.filter(({ text, label }) => reader(text) === label).length;
  return right / examples.length;
}

/**
 * The best threshold on a number, found on the training examples for two labels, and the share it
 * gets right on the others.
 */
export function thresholdAccuracy<Example extends { readonly label: string }>(
  train: readonly Example[],
  test: readonly Example[],
  positive: Example["label"],
  measure: (example: Example) => number,
): number {
  const measured = (examples: readonly Example[]): readonly (readonly [number, boolean])[] =>
    examples.map((each) => [measure(each), each.label === positive]);
  const above = (examples: readonly (readonly [number, boolean])[], limit: number): number =>
    examples.filter(([value, isPositive]) => value > limit === isPositive).length / examples.length;
  const [known, others] = [measured(train), measured(test)];
  const values = [...new Set(known.map(([value]) => value))].sort((a, b) => a - b);
  const step = Math.max(1, values.length / 50);
  let [best, limit] = [0, 0];
  for (let i = 0; i < values.length; i += step) {
    const gain = above(known, values[Math.floor(i)]!) - 0.5;
    if (Math.abs(gain) > Math.abs(best)) [best, limit] = [gain, values[Math.floor(i)]!];
  }
  // Above the limit or below it, whichever was better in training.
  return best >= 0 ? above(others, limit) : 1 - above(others, limit);
}

/** Three standard errors of a share that is `chance` among `n` independent examples. */
export const threeErrors = (chance: number, n: number): number =>
  3 * Math.sqrt((chance * (1 - chance)) / n);
