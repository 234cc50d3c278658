/**
 * Several processes that train one model, on MPI: the library that `mpirun` and Slurm's `srun` speak, called
 * through koffi. The same program runs under `mpirun`, under `srun` or alone; alone, MPI is not even loaded.
 *
 * Only Open MPI is called. Libraries of the MPICH family (MPICH, Intel MPI, Cray MPI) give their handles as
 * numbers of their own and not as addresses of symbols: they are told by their version and refused.
 */

import { InputError } from "../errors";
import { loadNative } from "../native";
import type { Communicator } from "./communicator";

export type MpiProcess = Communicator & {
  /** Wait until all ranks have come here. */
  barrier(): Promise<void>;
  /** End the whole job at once, all ranks of it. */
  abort(exitCode: number): void;
  /** Leave in peace; every rank has to. */
  close(): Promise<void>;
};

/** Names under which Open MPI is looked for; its ABI has had this number since 2014. */
const libraryNames = ["libmpi.so.40", "libmpi.so", "libmpi.40.dylib", "libmpi.dylib"];
/** The environment variable with the path of the library, on a cluster that of its module. */
export const libraryVariable = "KLINISKVEST_MPI";

/** MPI_THREAD_MULTIPLE: reductions run on another thread than this one. */
const threadMultiple = 3;
const inPlace = 1n;

/** Bytes that are reduced in one call: in pieces of this size 40 MB took 9 ms instead of 14. */
const bucketBytes = 4 << 20;

/** Variables that tell a process that it is one of several, and how many. */
const launchers = [
  ["OMPI_COMM_WORLD_SIZE", "mpirun"],
  ["PMIX_RANK", "srun --mpi=pmix"],
] as const;

/** What started this process as a rank; undefined if nothing did. */
export const mpiLauncher = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined => launchers.find(([name]) => environment[name] !== undefined)?.[1];

type Library = {
  func(declaration: string): CFunction;
  symbol(name: string): bigint;
};
type CFunction = {
  (...args: unknown[]): number;
  async(...args: unknown[]): void;
};
type Koffi = { load(path: string): Library };

/** The version that an MPI library gives of itself; undefined if there is none. */
export function mpiVersion(path = process.env[libraryVariable]): string | undefined {
  const library = findLibrary(path);
  return library && versionOf(library);
}

function findLibrary(path: string | undefined): Library | undefined {
  const koffi = loadNative<Koffi>("koffi");
  for (const name of path === undefined ? libraryNames : [path])
    try {
      return koffi.load(name);
    } catch {
      // The next name; in the end the caller says what is missing.
    }
  return undefined;
}

function versionOf(library: Library): string {
  const buffer = Buffer.alloc(8192);
  const length = new Int32Array(1);
  library.func("int MPI_Get_library_version(void *version, void *length)")(buffer, length);
  return buffer.toString("utf8", 0, length[0]).replace(/\0.*$/s, "").split(/[\n,]/)[0]!.trim();
}

/**
 * Join the other processes of this job.
 *
 * @param path - of the library; by default `KLINISKVEST_MPI`, then the names that Open MPI has
 * @throws InputError if there is no library, or one that is not Open MPI
 * @throws Error if the library cannot be called from several threads
 */
export function openMpi(path = process.env[libraryVariable]): MpiProcess {
  const library = findLibrary(path);
  if (!library)
    throw new InputError(
      `no MPI library ${path === undefined ? `(${libraryNames[0]})` : `at ${path}`}: install Open MPI (Debian: openmpi-bin), or give the path of its libmpi.so in ${libraryVariable}`,
    );
  const version = versionOf(library);
  if (!version.startsWith("Open MPI"))
    throw new InputError(
      `the MPI library is ${JSON.stringify(version)}; only Open MPI is supported: start with its mpirun, or give the path of its libmpi.so in ${libraryVariable}`,
    );
  const call = (name: string, ...args: unknown[]): void => {
    const code = functions[name]!(...args);
    if (code !== 0) throw new Error(`${name} failed with code ${code}`);
  };
  const functions: Readonly<Record<string, CFunction>> = Object.fromEntries(
    [
      "int MPI_Init_thread(void *argc, void *argv, int required, void *provided)",
      "int MPI_Comm_rank(void *comm, void *rank)",
      "int MPI_Comm_size(void *comm, void *size)",
      "int MPI_Allreduce(uintptr_t send, void *receive, int count, void *type, void *op, void *comm)",
      "int MPI_Barrier(void *comm)",
      "int MPI_Abort(void *comm, int code)",
      "int MPI_Finalize()",
    ].map((declaration) => [/MPI_\w+/.exec(declaration)![0], library.func(declaration)]),
  );
  const [world, float, double, sum] = [
    "ompi_mpi_comm_world",
    "ompi_mpi_float",
    "ompi_mpi_double",
    "ompi_mpi_op_sum",
  ].map((name) => library.symbol(name));
  const number = (name: string, ...before: unknown[]): number => {
    const result = new Int32Array(1);
    call(name, ...before, result);
    return result[0]!;
  };
  const provided = number("MPI_Init_thread", null, null, threadMultiple);
  if (provided < threadMultiple)
    throw new Error(
      `${version} gives thread level ${provided}, ${threadMultiple} (multiple) is needed: use one that was built with it`,
    );
  const rank = number("MPI_Comm_rank", world);
  const ranks = number("MPI_Comm_size", world);

  // Calls take turns on another thread: all ranks make them in the same order.
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (name: string, ...args: unknown[]): Promise<void> => {
    const result = turn.then(
      () =>
        new Promise<void>((resolve, reject) => {
          functions[name]!.async(...args, (error: Error | null, code: number) => {
            if (error) reject(error);
            else if (code !== 0) reject(new Error(`${name} failed with code ${code}`));
            else resolve();
          });
        }),
    );
    turn = result.catch(() => undefined);
    return result;
  };
  return {
    rank,
    ranks,
    sum: async (data) => {
      const type = data instanceof Float32Array ? float : double;
      const step = bucketBytes / data.BYTES_PER_ELEMENT;
      const calls: Promise<void>[] = [];
      for (let at = 0; at < data.length; at += step) {
        const bucket = data.subarray(at, at + step);
        calls.push(inTurn("MPI_Allreduce", inPlace, bucket, bucket.length, type, sum, world));
      }
      await Promise.all(calls);
    },
    barrier: () => inTurn("MPI_Barrier", world),
    abort: (exitCode) => void functions["MPI_Abort"]!(world, exitCode),
    close: async () => {
      await inTurn("MPI_Barrier", world);
      call("MPI_Finalize");
    },
  };
}
