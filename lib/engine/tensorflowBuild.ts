/**
 * Makes the folder of the executor `tensorflow` where npm cannot fetch libtensorflow: the JavaScript
 * and the C++ sources come from npm's registry, libtensorflow from a folder that the user names. The
 * native part is two files of C++ against Node's stable interface, so a compiler is enough: no
 * node-gyp, no Python, no headers of Node.
 */

import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { basename, join, resolve } from "node:path";
import { InputError } from "../errors";
import { writeFileAtomic, writeFolderAtomic } from "../files";
import { builtDir, coreKey, tryPackage, type TensorflowState } from "./tensorflow";

/** What is fetched, with npm's checksum: it is compiled and run. */
const packages = {
  "@tensorflow/tfjs-node-gpu@4.22.0":
    "sha512-p//NN6DGiN4hInUmIkRffaFVMcdTREUMjPyjW04J7OXvB2zBlQimj61eFKSgRrH3f5TnOfKzb0n56he/B6a4bw==",
  "google-protobuf@3.21.4":
    "sha512-MnG7N936zcKTco4Jd2PX2U96Kf9PxygAPKBug+74LHzmHXmceN16MmRcdgZv+DGef/S9YvQAfRsNCn4cjf9yyQ==",
  "node-api-headers@1.9.0":
    "sha512-2oNILP4jXwRB4ywnYKjVk1YyJ96n2D4EOVJO6S3oYZ5PtbJrw3Yt9TpAuX3nBLMuzn74rnfGQrv13pS9vC+YiA==",
} as const;
type PackageName = keyof typeof packages;

/** The newest version of Node's interface that the sources of 4.22 are made for. */
const interfaceVersion = 8;

export type TensorflowBuild = {
  /** Folder with libtensorflow's shared libraries, or with a `lib/` that has them. It must stay. */
  readonly libtensorflow: string;
  /** Folder with `tensorflow/c/c_api.h`. @defaultValue `include/` in that of the libraries */
  readonly headers?: string | undefined;
  /** The C++ compiler. @defaultValue the variable CXX, otherwise `c++` */
  readonly compiler?: string | undefined;
  readonly onStage?: (stage: string) => void;
};

/**
 * Build the package in {@link builtDir} and try it. An earlier one is replaced only by one that works.
 *
 * @throws InputError naming what is missing: libraries, headers, compiler, or npm's registry
 * @throws Error with the compiler's first complaint, or with what the trial said
 */
export async function buildTensorflow(
  o: TensorflowBuild,
): Promise<TensorflowState & { readonly status: "ok" }> {
  if (process.platform !== "linux")
    throw new InputError(
      `this command builds on Linux only, this is ${process.platform}: npm install @tensorflow/tfjs-node-gpu fetches a ready one where its host can be reached`,
    );
  const libraries = findLibraries(o.libtensorflow);
  const headers = findHeaders(o);
  const compiler = findCompiler(o.compiler);
  return writeFolderAtomic(builtDir(), async (dir) => {
    o.onStage?.("fetching the sources from npm");
    const sources = join(dir, "fetched");
    unpack(sources, "@tensorflow/tfjs-node-gpu@4.22.0", dir);
    unpack(sources, "google-protobuf@3.21.4", join(dir, "node_modules", "google-protobuf"));
    unpack(sources, "node-api-headers@1.9.0", join(sources, "node-api-headers"));
    shareCore(dir);
    o.onStage?.("compiling");
    linkLibraries(libraries, join(dir, "deps", "lib"));
    compileBinding(compiler, dir, [headers, join(sources, "node-api-headers", "include")]);
    rmSync(sources, { recursive: true });
    o.onStage?.("trying it");
    const state = tryPackage(dir);
    if (state.status !== "ok")
      throw new Error(
        `the native part was built and does not work: ${state.status === "broken" ? state.problem : "it is gone"}`,
      );
    return { ...state, dir: builtDir(), binding: state.binding.replace(dir, builtDir()) };
  });
}

/** libtensorflow.so as released for C, libtensorflow_cc.so in the wheels on PyPI. */
const libraryName = /^libtensorflow(_cc|_framework)?\.so(\.\d+)*$/;

function findLibraries(dir: string): readonly string[] {
  for (const folder of [dir, join(dir, "lib")]) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) continue;
    const names = readdirSync(folder).filter((name) => libraryName.test(name));
    const isFramework = (name: string): boolean => name.startsWith("libtensorflow_framework.");
    if (names.some(isFramework) && !names.every(isFramework))
      return names.map((name) => join(realpathSync(folder), name));
  }
  throw new InputError(
    `${dir} has no libtensorflow.so or libtensorflow_cc.so with libtensorflow_framework.so beside it: name the folder of an unpacked libtensorflow, or tensorflow/ of an unpacked wheel from PyPI (see kliniskvest tensorflow build --help)`,
  );
}

function findHeaders({ headers, libtensorflow }: TensorflowBuild): string {
  const dir = headers ?? join(libtensorflow, "include");
  for (const name of ["c_api.h", join("eager", "c_api.h")])
    if (!existsSync(join(dir, "tensorflow", "c", name)))
      throw new InputError(
        `${dir} has no tensorflow/c/${name}: name the folder of the headers that belong to this libtensorflow with --headers`,
      );
  return resolve(dir);
}

function findCompiler(compiler = process.env["CXX"] ?? "c++"): string {
  if (spawnSync(compiler, ["--version"]).status !== 0)
    throw new InputError(
      `no C++ compiler: ${compiler} does not run; install one (Debian: g++) or name it in the variable CXX`,
    );
  return compiler;
}

/** Fetch one package through npm, which knows the user's registry and cache, and unpack it. */
function unpack(sources: string, name: PackageName, to: string): void {
  mkdirSync(sources, { recursive: true });
  mkdirSync(to, { recursive: true });
  // Without a network npm's own patience takes minutes for each package, with nothing to see.
  const patience = ["--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=60000"];
  const packed = spawnSync(
    "npm",
    ["pack", name, "--json", "--pack-destination", sources, ...patience],
    {
      encoding: "utf8",
      timeout: 180_000,
    },
  );
  if (packed.status !== 0)
    throw new InputError(
      `npm could not fetch ${name}: ${packed.error?.message ?? firstLine(packed.stderr, /error/i)}; this command needs npm's registry or a mirror of it (npm config get registry)`,
    );
  const [found] = JSON.parse(packed.stdout) as [{ filename: string; integrity: string }];
  if (found.integrity !== packages[name])
    throw new Error(
      `${name} came with the checksum ${found.integrity}, expected ${packages[name]}`,
    );
  // eslint-disable-next-line no-restricted-syntax -- a name of a package, no path
  const archive = join(sources, found.filename.replace("@", "").replace("/", "-"));
  const { status, stderr } = spawnSync(
    "tar",
    ["-xzf", archive, "-C", to, "--strip-components=1", "--no-same-owner"],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`${archive} could not be unpacked: ${firstLine(stderr)}`);
}

/** The package asks for these; it gets the core that already runs in the process. */
function shareCore(dir: string): void {
  for (const name of ["tfjs", "tfjs-core"])
    writeFileAtomic(
      join(dir, "node_modules", "@tensorflow", name, "index.js"),
      `module.exports = globalThis[Symbol.for(${JSON.stringify(coreKey)})];\n`,
    );
}

/** Links, not copies: libtensorflow has half a gigabyte. */
function linkLibraries(libraries: readonly string[], to: string): void {
  mkdirSync(to, { recursive: true });
  for (const path of libraries) symlinkSync(path, join(to, basename(path)));
}

function compileBinding(compiler: string, dir: string, include: readonly string[]): void {
  const output = join(dir, "lib", `napi-v${interfaceVersion}`);
  mkdirSync(output, { recursive: true });
  const libraries = readdirSync(join(dir, "deps", "lib"));
  const { status, stderr } = spawnSync(
    compiler,
    [
      ..."-shared -fPIC -O2 -std=c++17 -w".split(" "),
      `-DNAPI_VERSION=${interfaceVersion}`,
      "-DNODE_GYP_MODULE_NAME=tfjs_binding",
      ...include.flatMap((folder) => ["-I", folder]),
      join(dir, "binding", "tfjs_backend.cc"),
      join(dir, "binding", "tfjs_binding.cc"),
      ...libraries.map((name) => join(dir, "deps", "lib", name)),
      // Found from where the file lies, without LD_LIBRARY_PATH.
      "-Wl,-rpath,$ORIGIN/../../deps/lib",
      "-o",
      join(output, "tfjs_binding.node"),
    ],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`${compiler} failed: ${firstLine(stderr, /error|undefined/)}`);
}

const firstLine = (text: string, like = /./): string =>
  text.split("\n").find((line) => like.test(line)) ?? text.trim();
