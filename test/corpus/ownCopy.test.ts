import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { ownCopy } from "../../lib/corpus/ownCopy";

it("gives the same text, without the text it was cut from", () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const kept: string[] = [];
  const megabytesWith = (keep: (word: string) => string): number => {
    kept.length = 0;
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < 100; i++) {
      const document = `blodtrykksmåling-${i} ${"ord ".repeat(1 << 18)}`;
      kept.push(keep(document.split(" ", 1)[0]!));
    }
    collect();
    return (process.memoryUsage().heapUsed - before) / 2 ** 20;
  };
  expect(megabytesWith((word) => word)).toBeGreaterThan(50); // what it is for
  expect(megabytesWith(ownCopy)).toBeLessThan(10);
  expect(kept[7]).toBe("blodtrykksmåling-7");
  expect(ownCopy("ring å, tankestrek –, 🙂")).toBe("ring å, tankestrek –, 🙂");
});
