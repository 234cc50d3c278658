import { Command } from "commander";
import { buildTensorflow } from "../engine";
import { createProgress } from "./progress";

type Flags = {
  readonly libtensorflow: string;
  readonly headers?: string;
  readonly json?: boolean;
};

/** `kliniskvest tensorflow` */
export function tensorflowCommand(): Command {
  const command = new Command("tensorflow").description("the optional executor tensorflow");
  command
    .command("build")
    .description("build the package tfjs-node-gpu against a libtensorflow that is on this machine")
    .requiredOption(
      "--libtensorflow <folder>",
      "shared libraries of TensorFlow 2; they are linked to, so the folder must stay",
    )
    .option("--headers <folder>", "C headers of the same version; by default its include/")
    .option("--json", "print what was built as JSON")
    .addHelpText(
      "after",
      `
It needs Linux, a C++ compiler (c++, or what the variable CXX names), tar, and npm's registry or a
mirror, from which it fetches the sources. The result lies in ~/.local/share/kliniskvest/tensorflow,
where npm does not remove it, or in the folder that the variable KLINISKVEST_TENSORFLOW names.
PyPI's wheels carry a libtensorflow with its headers:

  pip download --no-deps --only-binary=:all: --python-version 3.11 tensorflow-cpu==2.15.1
  unzip tensorflow_cpu-*.whl -d libtensorflow

Example:
  kliniskvest tensorflow build --libtensorflow libtensorflow/tensorflow`,
    )
    .action(async ({ libtensorflow, headers, json }: Flags) => {
      const progress = createProgress();
      let stages = 0;
      const built = await buildTensorflow({
        libtensorflow,
        headers,
        onStage: (stage) => {
          if (stages++ > 0) progress.finish();
          progress.stage(stage);
        },
      });
      progress.finish();
      const { dir, version, hasGpu } = built;
      if (json) console.log(JSON.stringify({ dir, version, hasGpu }));
      else
        console.log(
          `${dir}: libtensorflow ${version}, ${hasGpu ? "with a GPU" : "without a GPU"}; use it with --device tensorflow`,
        );
    });
  return command;
}
