/** What differs between encoders is in their records, and nowhere else. */

import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { architectures } from "../../lib/encoder/architectures";
import { parseConfig } from "../../lib/encoder/config";
import { configJson } from "../../lib/encoder/configJson";
import { publishedEncoders } from "../../lib/encoder/published";
import { architectureClass } from "../../lib/encoder/publishedNames";

const lib = join(import.meta.dirname, "../../lib");

describe.each(Object.entries(architectures))("the record of %s", (key, record) => {
  it("is found by its name, its model_type and its class", () => {
    expect(record.name).toBe(key);
    const others = Object.values(architectures).filter((other) => other !== record);
    for (const type of record.settings.types)
      expect(others.flatMap(({ settings }) => settings.types)).not.toContain(type);
    expect(others.map(({ names }) => names.classes)).not.toContain(record.names.classes);
  });

  it("reads what it writes, for every published encoder of its kind", () => {
    const published = Object.values(publishedEncoders).filter(
      ({ architecture }) => architecture === key,
    );
    expect(published.length).toBeGreaterThan(0);
    for (const config of published) {
      const written = configJson(config, architectureClass(config.architecture, {}));
      expect(parseConfig(JSON.parse(JSON.stringify(written)), "config.json")).toEqual(config);
    }
  });
});

it("no other code asks which encoder it has", () => {
  const asks =
    /architecture\s*[!=]==\s*["'`]|["'`]\s*[!=]==\s*\w*\.?architecture|switch \([^)]*rchitecture/;
  const found = readdirSync(lib, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !/^(?:dist|node_modules)/.test(path))
    .filter((path) => asks.test(readFileSync(join(lib, path), "utf8")))
    .map((path) => path.replaceAll(sep, "/"));
  expect(found).toEqual([]);
});
