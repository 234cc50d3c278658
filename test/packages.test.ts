import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

type Locked = {
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
type Overrides = { readonly [name: string]: string | Overrides };

const read = (path: string): string => readFileSync(join(import.meta.dirname, "..", path), "utf8");
const manifest = JSON.parse(read("package.json")) as {
  readonly overrides: Overrides;
  readonly allowScripts: Readonly<Record<string, boolean>>;
};
const { packages } = JSON.parse(read("package-lock.json")) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

/** The folders in which Node looks for the packages that the one in `folder` imports. */
function lookedInFrom(folder: string): string[] {
  const parent = /^(.*?)(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/.exec(folder)?.[1];
  const own = join(folder, "node_modules");
  if (folder === "") return [own];
  return [own, ...lookedInFrom(parent ?? "")];
}

describe("package-lock.json", () => {
  // npm installs on each platform the compiled part that is locked for it. A lock made beside an
  // installed node_modules may hold those of its own platform alone.
  it("holds the optional packages of every platform", () => {
    const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !lookedInFrom(folder).some((at) => packages[`${at}/${name}`]))
        .map((name) => `${name} of ${folder}`),
    );
    expect(missing).toEqual([]);
  });

  it("names no host, so that each machine's own registry serves", () => {
    const hosts = Object.entries(packages).filter(([, { resolved, link }]) => resolved && !link);
    expect(hosts).toEqual([]);
  });
});

describe("package.json", () => {
  it("says of each install script whether it may run", () => {
    const withScript = Object.entries(packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([folder]) => folder.replace(/^.*node_modules\//, ""));
    expect(Object.keys(manifest.allowScripts).sort()).toEqual(withScript.sort());
  });

  it("overrides nothing for which decisions/002 gives no reason", () => {
    const decision = read("decisions/002-packages-replaced-or-emptied.md");
    const names = (overrides: Overrides): string[] =>
      Object.entries(overrides).flatMap(([name, value]) =>
        typeof value === "string" ? [name] : names(value),
      );
    const unexplained = names(manifest.overrides).filter(
      (name) => !decision.includes(`\`${name}\``),
    );
    expect(unexplained).toEqual([]);
  });
});
