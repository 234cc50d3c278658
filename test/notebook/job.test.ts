import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { InputError } from "../../lib/errors";
import { writeJson, writeFileAtomic } from "../../lib/files";
import { openJob, resultsFolder } from "../../lib/notebook/job";
import { writeHeldOut } from "../../lib/evaluation/heldOutRecord";
import { corpusDir, tokenCacheDir, tokenizerDir } from "../../lib/reproduce/corpora";
import type { Job } from "../../lib/reproduce/job";
import { modelNames, runDir } from "../../lib/reproduce/models";
import { scales } from "../../lib/reproduce/scale";

const folder = mkdtempSync(join(tmpdir(), "job-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("openJob", () => {
  const job = openJob("quick", folder);

  it("says in one line what is missing and how to make it", () => {
    for (const part of [
      () => job.corpus("clinical"),
      () => job.tokenizer(),
      () => job.tokens("general"),
      () => job.run("baseline"),
      () => job.recipe("clinical"),
      () => job.results(),
      () => job.heldOut(),
    ]) {
      expect(part).toThrow(InputError);
      expect(part).toThrow(
        /^No [^\n]+ of scale quick in the results folder: run `npm start` first\.$/,
      );
    }
  });

  it("finds everything where the main job puts it", () => {
    const cache = join(folder, "cache", "quick");
    const main = { scale: scales["quick"]!, name: "quick", results: folder, cache } as Job;
    for (const domain of ["general", "clinical"] as const) {
      writeJson(join(corpusDir(main, domain), "manifest.json"), {});
      writeJson(join(tokenCacheDir(main, domain), "meta.json"), {});
      expect(job.corpus(domain)).toBe(corpusDir(main, domain));
      expect(job.tokens(domain)).toBe(tokenCacheDir(main, domain));
    }
    writeJson(join(tokenizerDir(main), "tokenizer.json"), {});
    expect(job.tokenizer()).toBe(tokenizerDir(main));
    for (const model of modelNames) {
      const dir = runDir(main, model);
      writeFileAtomic(join(dir, "model", "model.safetensors"), "");
      writeJson(join(dir, "manifest.json"), { recipe: { name: model } });
      expect(job.run(model)).toBe(dir);
      expect(job.recipe(model).name).toBe(model);
    }
    writeHeldOut(folder, { scale: "quick", bitsPerByte: {} });
    expect(job.heldOut().bitsPerByte).toEqual({});
  });
});

it("the results folder is beside the notebooks unless the environment says otherwise", () => {
  vi.stubEnv("KLINISKVEST_RESULTS", undefined);
  expect(resultsFolder()).toBe("../results");
  vi.stubEnv("KLINISKVEST_RESULTS", folder);
  expect(resultsFolder()).toBe(folder);
  vi.unstubAllEnvs();
});
