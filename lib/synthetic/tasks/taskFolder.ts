/** The folder of generated tasks: files of JSON lines, descriptions, and a manifest. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  requireFreeFolder,
  sha256,
  writeFileAtomic,
  writeFolderAtomic,
  writeJson,
} from "../../files";
import { splits, type Split } from "../../corpus/examples";
import { generatedTaskNames, generateTask, type GeneratedTask } from "./taskFiles";

const format = "kliniskvest-tasks-1";

export type TaskFile = {
  readonly file: string;
  readonly examples: number;
  readonly byStandard: Readonly<Record<string, number>>;
  /** How often each column of labels has which value. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly sha256: string;
};

export type TasksManifest = {
  readonly format: typeof format;
  readonly seed: number;
  readonly licence: "Apache-2.0";
  readonly shareable: true;
  readonly tasks: Readonly<
    Record<
      string,
      {
        readonly descriptions: readonly string[];
        readonly files: Readonly<Record<Split, TaskFile>>;
      }
    >
  >;
};

/**
 * Write all generated tasks of a seed into a folder, which is whole or absent.
 *
 * @param o.replace - whether tasks that are there may be replaced
 * @param o.beforeTask - called before each task; what it throws stops the work with nothing written
 * @throws InputError if `dir` is a file, holds anything but generated tasks, or these without `replace`
 */
export async function writeTasks(o: {
  readonly dir: string;
  readonly seed: number;
  readonly replace?: boolean | undefined;
  readonly beforeTask?: (name: string, done: number, total: number) => Promise<void>;
}): Promise<TasksManifest> {
  const own = writtenFiles(o.dir);
  requireFreeFolder(o.dir, {
    kind: "a set of generated tasks",
    replace: o.replace ?? false,
    isOurs: (entry) => own.includes(entry),
  });
  return writeFolderAtomic(o.dir, async (aside) => {
    const tasks: Record<string, TasksManifest["tasks"][string]> = {};
    for (const [done, name] of generatedTaskNames.entries()) {
      await o.beforeTask?.(name, done, generatedTaskNames.length);
      tasks[name] = writeTask(aside, generateTask(name, o.seed));
    }
    const manifest: TasksManifest = {
      format,
      seed: o.seed,
      licence: "Apache-2.0",
      shareable: true,
      tasks,
    };
    writeJson(join(aside, "manifest.json"), manifest);
    return manifest;
  });
}

function writeTask(dir: string, task: GeneratedTask): TasksManifest["tasks"][string] {
  const files = Object.fromEntries(
    splits.map((split) => {
      const { text, counts } = taskFile(task, split);
      writeFileAtomic(join(dir, counts.file), text);
      return [split, counts];
    }),
  ) as Record<Split, TaskFile>;
  for (const description of task.descriptions)
    writeJson(join(dir, `${description.name}.json`), description);
  return { descriptions: task.descriptions.map(({ name }) => `${name}.json`), files };
}

/** One split of a task as JSON lines, with its counts. */
export function taskFile(
  task: GeneratedTask,
  split: Split,
): { readonly text: string; readonly counts: TaskFile } {
  const rows = task.rows.filter((row) => row.split === split);
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  const count = (column: string): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const row of rows) {
      const value = String(row[column] ?? "none");
      counts[value] = (counts[value] ?? 0) + 1;
    }
    return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return {
    text,
    counts: {
      file: task.descriptions[0]!.files[split],
      examples: rows.length,
      byStandard: count("writtenStandard"),
      labels: Object.fromEntries(task.labelColumns.map((column) => [column, count(column)])),
      sha256: sha256(text),
    },
  };
}

/** The files of the tasks that are in a folder; none if it holds no tasks. */
function writtenFiles(dir: string): readonly string[] {
  const path = join(dir, "manifest.json");
  if (!existsSync(path)) return [];
  try {
    const manifest = JSON.parse(readFileSync(path, "utf8")) as TasksManifest;
    if (manifest.format !== format) return [];
    return Object.values(manifest.tasks).reduce(
      (all, { descriptions, files }) => [
        ...all,
        ...descriptions,
        ...Object.values(files).map(({ file }) => file),
      ],
      ["manifest.json"],
    );
  } catch {
    return [];
  }
}
