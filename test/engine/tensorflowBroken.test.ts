/** A package tfjs-node that is absent, broken or made for another Node is reported and left alone. */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { compile, examineTensorflow, float32, mul, type HostTensor } from "../../lib/engine";
import { diagnose } from "../../lib/reproduce/doctor";
import { compiler, linux, needs, tensorflow } from "../needs";

const before = process.env["KLINISKVEST_TENSORFLOW"];
const folders: string[] = [];
afterEach(() => {
  if (before === undefined) delete process.env["KLINISKVEST_TENSORFLOW"];
  else process.env["KLINISKVEST_TENSORFLOW"] = before;
  for (const dir of folders.splice(0)) rmSync(dir, { recursive: true });
});

/** A package folder whose native part is what `write` puts at the path it is given. */
function packageWith(write?: (path: string) => void): string {
  const dir = mkdtempSync(join(tmpdir(), "tensorflow-"));
  folders.push(dir);
  writeFileSync(join(dir, "package.json"), '{"name":"@tensorflow/tfjs-node-gpu"}');
  if (write) {
    mkdirSync(join(dir, "lib", "napi-v8"), { recursive: true });
    write(join(dir, "lib", "napi-v8", "tfjs_binding.node"));
  }
  process.env["KLINISKVEST_TENSORFLOW"] = dir;
  return dir;
}

/** A shared library that this process has loaded: of the right kind for this machine. */
function library(): Buffer {
  const { sharedObjects } = process.report.getReport() as unknown as { sharedObjects: string[] };
  return readFileSync(sharedObjects.find((path) => path.includes("libstdc++"))!);
}

function compiled(path: string, source: string, ...libraries: string[]): void {
  const flags = ["-shared", "-fPIC", "-xc", "-", "-xnone", ...libraries, "-o", path];
  const { status, stderr } = spawnSync("cc", flags, { input: source, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

/** As an addon compiled against the headers of Node 16, whose number is 93. */
const otherNode = `
#include <stddef.h>
static void init(void) {}
static struct { int version; unsigned flags; void *handle; const char *file; void (*init)(void);
  void *context; const char *name; void *data; void *next; }
  module = { 93, 0, NULL, "addon.c", init, NULL, "addon", NULL, NULL };
void node_module_register(void *);
__attribute__((constructor)) static void enter(void) { node_module_register(&module); }`;

const files: [what: string, write: (path: string) => void, problem: RegExp][] = [
  ["no library at all", (path) => writeFileSync(path, "not a library"), /too short|invalid ELF/],
  [
    "cut off",
    (path) => writeFileSync(path, library().subarray(0, 100_000)),
    /too short|cannot|SIGBUS|SIGSEGV/,
  ],
  [
    "for another processor",
    (path) => {
      const bytes = library();
      bytes[18] = bytes[18] === 183 ? 62 : 183; // where ELF names the machine
      writeFileSync(path, bytes);
    },
    /cannot open|ELF/,
  ],
  ["a library, but no addon", (path) => writeFileSync(path, library()), /did not self-register/],
];
const sources: [what: string, source: string, problem: RegExp][] = [
  ["made for another Node", otherNode, /different Node\.js version using NODE_MODULE_VERSION 93/],
  [
    "made for another libtensorflow",
    "int TF_Gone(void); __attribute__((constructor)) static void enter(void) { TF_Gone(); }",
    /without an answer.*undefined symbol: TF_Gone/,
  ],
  [
    "crashing when it is loaded",
    "__attribute__((constructor)) static void enter(void) { *(volatile int *)0 = 1; }",
    /crashes when it is loaded \(SIGSEGV\)/,
  ],
  [
    "ending the process",
    "#include <unistd.h>\n__attribute__((constructor)) static void enter(void) { _exit(0); }",
    /ends the process without an answer$/,
  ],
];

/** Whatever is wrong with the package: one clear error for who asks, nothing for the others. */
async function expectLeftAlone(dir: string, problem: RegExp): Promise<void> {
  const state = examineTensorflow();
  expect(state).toMatchObject({ status: "broken", dir });
  expect(state.status === "broken" && state.problem).toMatch(problem);

  const square = ({ x }: { x: unknown }) => ({ y: mul(x as never, x as never) });
  let error: unknown;
  try {
    compile(square, { executor: "tensorflow" });
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toMatchObject({ name: "InputError" });
  const { message } = error as Error;
  expect(message).toContain(dir);
  expect(message).toContain("kliniskvest tensorflow build --libtensorflow");
  expect(message.split("\n")).toHaveLength(1);

  const usual = compile<{ x: HostTensor }, ReturnType<typeof square>>(square);
  const { y } = await usual({ x: float32(Float32Array.of(3), [1]) });
  await usual.release();
  expect([...(y as HostTensor).data]).toEqual([9]);
}

describe("a native part that is", needs(linux), () => {
  it.each(files)("%s", async (_, write, problem) => {
    await expectLeftAlone(packageWith(write), problem);
  });
  it.each(sources)("%s", needs(compiler()), async (_, source, problem) => {
    await expectLeftAlone(
      packageWith((path) => compiled(path, source)),
      problem,
    );
  });
});

it(
  "a native part whose library was removed or moved is broken",
  needs(linux, compiler()),
  async () => {
    const dir = packageWith((path) => {
      const library = join(dirname(path), "libgone.so");
      compiled(library, "int TF_Gone(void) { return 1; }");
      compiled(path, "int TF_Gone(void); int enter(void) { return TF_Gone(); }", library);
      rmSync(library);
    });
    await expectLeftAlone(dir, /libgone\.so: cannot open shared object file/);
  },
);

it("a package without its native part is broken", async () => {
  await expectLeftAlone(packageWith(), /native part, .*tfjs_binding\.node, is missing/);
});

const real = examineTensorflow();
it("a package whose JavaScript is gone gives the same error", needs(tensorflow(real)), () => {
  if (real.status !== "ok") return;
  const dir = packageWith((path) => symlinkSync(real.binding, path));
  expect(() => compile(() => ({}), { executor: "tensorflow" })).toThrow(
    `the executor tensorflow cannot be used: ${dir}: Cannot find module`,
  );
});

it("an absent package is absent, and asking for it says how to get it", () => {
  process.env["KLINISKVEST_TENSORFLOW"] = join(tmpdir(), "no-such-folder");
  expect(examineTensorflow()).toEqual({ status: "absent" });
  expect(() => compile(() => ({}), { executor: "tensorflow" })).toThrow(
    "not installed: kliniskvest tensorflow build --libtensorflow DIR",
  );
});

it("doctor reports a broken package, and all else as without it", async () => {
  const dir = packageWith((path) => writeFileSync(path, "not a library"));
  const findings = await diagnose();
  const found = new Map(findings.map((finding) => [finding.name, finding]));
  const tensorflow = found.get("executor tensorflow (optional)");
  expect(tensorflow?.status).toBe("broken");
  expect(tensorflow?.detail).toContain(dir);
  for (const name of ["node", "executor cpu", "executor reference"])
    expect(found.get(name)?.status).toBe("ok");
});
