import { posix, win32 } from "node:path";
import { describe, expect, it } from "vitest";
import { isWithin, modelName } from "../lib/paths";

const systems = [
  { name: "Linux and macOS", of: posix, root: "/data/" },
  { name: "Windows", of: win32, root: "D:\\data\\" },
];

describe.each(systems)("on $name", ({ of, root }) => {
  it("a model in a run is called after the run, another after its folder", () => {
    const run = of.join(root, "runs", "first");
    expect(modelName(of.join(run, "model"), of)).toBe("first");
    expect(modelName(of.join(run, "model") + of.sep, of)).toBe("first");
    expect(modelName(run, of)).toBe("first");
    expect(modelName(of.join(root, "supermodel"), of)).toBe("supermodel");
  });

  it("a folder holds itself and what lies in it, and nothing beside it", () => {
    const folder = of.join(root, "notes");
    for (const inside of [".", "a", "..a", of.join("a", "b")])
      expect(isWithin(of.join(folder, inside), folder, of), inside).toBe(true);
    for (const outside of ["..", of.join("..", "notes2"), of.join("..", "..", "x")])
      expect(isWithin(of.join(folder, outside), folder, of), outside).toBe(false);
    expect(isWithin(folder, of.parse(root).root, of)).toBe(true);
  });
});

it("a folder on one drive of Windows holds nothing on another", () => {
  expect(isWithin("E:\\notes\\a", "D:\\notes", win32)).toBe(false);
});
