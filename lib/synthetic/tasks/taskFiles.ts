/**
 * The generated tasks as files for this and other programs: one of JSON lines for each split, and a
 * description that says what the columns mean, in the form of a task that somebody brings along.
 */

import { createWorld } from "../generator/world";
import { phiLabels } from "../../corpus/document";
import { generateCalls, callBlock, type CallExample, type CallTurn } from "./calls";
import { splits, type Split } from "../../corpus/examples";
import { generateChoices } from "./choice";
import { generateEntities } from "./entities";
import { incidentCategories } from "./incidentEvents";
import { severities } from "./incidentPhrases";
import { generateIncidents, incidentBlock } from "./incidents";
import { generatePairs } from "./pairs";

/** How many there are of what a world does not count. */
export const taskSizes = {
  documents: 1200,
  calls: 2 * callBlock,
  incidents: 2 * incidentBlock,
} as const;

/** Raised where examples, labels or metric of a task change; results of other versions do not compare. */
export const taskVersions = { choice: 2, entities: 2, pairs: 1, calls: 1, incidents: 1 } as const;

export const generatedTaskNames = ["choice", "entities", "pairs", "calls", "incidents"] as const;
export type GeneratedTaskName = (typeof generatedTaskNames)[number];

/** What `--task FILE` reads: where the examples are, what their columns mean, and the score. */
export type TaskDescription = {
  readonly name: string;
  readonly version: number;
  readonly kind: "entities" | "sequence" | "pair" | "choice" | "multilabel";
  /** Beside the description. */
  readonly files: Readonly<Record<Split, string>>;
  readonly format: "jsonl";
  /** The column of each thing that a task of this kind needs. */
  readonly columns: Readonly<Record<string, string>>;
  readonly labels?: readonly string[];
  /** Its averaging is in its name. */
  readonly metric: "accuracy" | "macroF1" | "entityMicroF1";
  readonly license: "Apache-2.0";
  readonly writtenStandard: readonly ["nb", "nn"];
};

/** One example as it is written: its columns, and what every example has. */
export type TaskRow = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly group: string;
  readonly split: Split;
  readonly writtenStandard: string;
};

export type GeneratedTask = {
  readonly name: GeneratedTaskName;
  /** One or more ways to put the task; all read the same files. */
  readonly descriptions: readonly TaskDescription[];
  readonly rows: readonly TaskRow[];
  /** The columns that hold a label, whose values a manifest counts. */
  readonly labelColumns: readonly string[];
};

/** One generated task. Choice and pairs ask about the world of the seed. */
export function generateTask(name: GeneratedTaskName, seed: number): GeneratedTask {
  switch (name) {
    case "choice":
      return task(name, generateChoices(createWorld(seed), seed), ["answer", "stratum"], {
        kind: "choice",
        columns: { question: "question", cloze: "cloze", options: "options", label: "answer" },
        metric: "accuracy",
      });
    case "entities": {
      const { documents } = taskSizes;
      return task(name, generateEntities({ documents, seed }), [], {
        kind: "entities",
        columns: { text: "text", spans: "spans" },
        labels: phiLabels,
        metric: "entityMicroF1",
      });
    }
    case "pairs":
      return task(name, generatePairs(createWorld(seed), seed), ["label", "stratum", "change"], {
        kind: "pair",
        columns: { first: "first", second: "second", label: "label" },
        labels: ["different", "same"],
        metric: "accuracy",
      });
    case "calls": {
      const calls = generateCalls({ calls: taskSizes.calls, seed }).map(withText);
      return task(name, calls, ["label", "mimic"], {
        kind: "sequence",
        columns: { text: "text", label: "label" },
        labels: ["other", "stroke"],
        metric: "macroF1",
      });
    }
    case "incidents":
      return incidentTask(seed);
  }
}

/** Category and severity as one task of both, and as a task each. */
function incidentTask(seed: number): GeneratedTask {
  const rows = generateIncidents({ incidents: taskSizes.incidents, seed }).map((incident) => ({
    ...incident,
    labels: [`category:${incident.category}`, `severity:${incident.severity}`],
  }));
  const fields = { category: incidentCategories, severity: severities } as const;
  const both = task("incidents", rows, Object.keys(fields), {
    kind: "multilabel",
    columns: { text: "text", labels: "labels" },
    labels: Object.entries(fields).flatMap(([field, values]) =>
      values.map((value) => `${field}:${value}`),
    ),
    metric: "macroF1",
  });
  const alone = Object.entries(fields).map(([field, labels]) => ({
    ...both.descriptions[0]!,
    name: `incidents-${field}`,
    kind: "sequence" as const,
    columns: { text: "text", label: field },
    labels,
  }));
  return { ...both, descriptions: [...both.descriptions, ...alone] };
}

type Particulars = Pick<TaskDescription, "kind" | "columns" | "labels" | "metric">;

function task(
  name: GeneratedTaskName,
  rows: readonly TaskRow[],
  labelColumns: readonly string[],
  { kind, columns, labels, metric }: Particulars,
): GeneratedTask {
  const description: TaskDescription = {
    name,
    version: taskVersions[name],
    kind,
    files: Object.fromEntries(
      splits.map((split) => [split, `${name}-${split}.jsonl`]),
    ) as TaskDescription["files"],
    format: "jsonl",
    columns: {
      id: "id",
      group: "group",
      writtenStandard: "writtenStandard",
      ...columns,
    },
    ...(labels === undefined ? {} : { labels }),
    metric,
    license: "Apache-2.0",
    writtenStandard: ["nb", "nn"],
  };
  return { name, descriptions: [description], rows, labelColumns };
}

const speakers = {
  nb: { operator: "Operatør", caller: "Innringer" },
  nn: { operator: "Operatør", caller: "Innringar" },
};

/** A call as one text, a line a turn, for readers that know no dialogues. */
export function callText({
  turns,
  writtenStandard,
}: {
  readonly turns: readonly CallTurn[];
  readonly writtenStandard: string;
}): string {
  const names = speakers[writtenStandard === "nn" ? "nn" : "nb"];
  return turns.map(({ speaker, text }) => `${names[speaker]}: ${text}`).join("\n");
}

const withText = (call: CallExample): CallExample & { readonly text: string } => ({
  ...call,
  text: callText(call),
});
