/** The public surface of the library: what notebooks, tests of others and scripts may rely on. */

export { InputError } from "./errors";
export { random, type Random } from "./random";

export { chooseExecutor, compile, flatten, float32, int32, withGradients } from "./engine";
export type { Compiled, HostTensor, Tensor } from "./engine";

export { audit, auditWorlds, type Audit, type AuditInput } from "./synthetic/audit/audit";
export type { AuditCheck } from "./synthetic/audit/check";
export { generatedInput } from "./synthetic/audit/generated";
export {
  corpusHash,
  openManifest,
  readCorpus,
  writeCorpus,
  type CorpusManifest,
} from "./corpus/corpus";
export { deidentifyDocuments, noDeidentificationCounts } from "./deidentification/deidentify";
export { createDetector, type Tagger } from "./deidentification/detection";
export { openGazetteer } from "./deidentification/gazetteer";
export { createScorer, type DeidentificationReport } from "./deidentification/scoring";
export { phiLabels, writtenStandards } from "./corpus/document";
export type { AnnotatedDocument, Document, PhiSpan, WrittenStandard } from "./corpus/document";
export { deduplicateCorpus, type Deduplication } from "./corpus/duplicates/deduplication";
export { defaultMinHash, type MinHashSettings } from "./corpus/duplicates/minhash";
export { generateClinical, generateGeneral } from "./synthetic/generator/generator";
export { importDocuments, realGeneralDocuments } from "./corpus/importing";
export { generateCalls, type CallExample } from "./synthetic/tasks/calls";
export {
  packRows,
  planPacking,
  type PackedRows,
  type PackingPlan,
  type PackingSettings,
} from "./training/packing/packing";
export { splitCorpus, type CorpusSplit } from "./corpus/splitting/splitCorpus";
export { splitDocument, type SplitSettings } from "./corpus/splitting/splitting";
export { generateChoices } from "./synthetic/tasks/choice";
export { type ChoiceExample } from "./corpus/examples";
export { generateEntities } from "./synthetic/tasks/entities";
export { type EntityExample } from "./corpus/examples";
export { generateIncidents, type IncidentExample } from "./synthetic/tasks/incidents";
export { generatePairs, type PairExample } from "./synthetic/tasks/pairs";
export {
  generateTask,
  type GeneratedTask,
  type TaskDescription,
} from "./synthetic/tasks/taskFiles";
export { identifiedFrame, pairFrame, tokenFrame, usedTermFrame } from "./statistics/frames";
export { densityBy, identifierFrame } from "./statistics/identifierDensity";
export { sampleCorpus } from "./corpus/sampling";
export { planSample, totalOf, type SamplingSettings } from "./corpus/samplingPlan";
export { splitSentences } from "./corpus/sentences";
export { corpusFrame } from "./corpus/corpusRows";
export { corpusStatistics } from "./statistics/statistics";
export { cutTerms, readTerms } from "./statistics/terms";
export { termsOfWorld } from "./synthetic/worldTerms";
export { buildTokenCache, openTokenCache, type TokenCache } from "./tokenization/tokenCache";
export { loadTokenizer, saveTokenizer, type Tokenizer } from "./tokenization/tokenizer";
export { describeTokenizer } from "./tokenization/tokenizerDescription";
export { trainTokenizer } from "./tokenization/tokenizerTraining";
export {
  identify,
  identifyDocument,
  loadWrittenStandardModel,
  type Identification,
} from "./writtenStandard/model";
export { createWorld, worldTerms, type Fact, type World } from "./synthetic/generator/world";

export { bertCorruption } from "./masking/corruption";
export { fixedValidation, maskRow, type MaskedRow, type Masking } from "./masking/masking";
export { maskingRate, type MaskingRate } from "./masking/rate";
export { encodeTerms, indexTerms } from "./masking/term";

export { loadConfig, loadWeights, modelChecksum, saveModel } from "./encoder/checkpoint";
export type { BertConfig, EncoderConfig, ModernBertConfig, NorBert3Config } from "./encoder/config";
export { encode, initializeEncoder, type Encoder, type EncoderInput } from "./encoder/encoder";
export { compareWithGolden, type Comparison, type Parity } from "./encoder/golden/parity";
export {
  initializeMaskedTokenHead,
  initializeSequenceHead,
  initializeTokenHead,
  maskedTokenLogits,
  sequenceLogits,
  tokenLogits,
} from "./encoder/heads";
export { importFolder, type ImportedModel } from "./encoder/hub/importing";
export { exportOnnx, type OnnxTask } from "./encoder/onnx/onnx";
export { publishedEncoders } from "./encoder/published";
export { traceLayerShapes, type ShapeStep } from "./encoder/shapeTrace";
export { chooseWords, extendVocabulary, restoreVocabulary } from "./encoder/vocabularyExtension";
export { openWeights, type WeightsFile } from "./encoder/weights/weights";

export { trainingBatches, type BatchSource } from "./training/batches";
export { planMemory, planWithin, type MemoryPlan } from "./training/memoryPlan";
export { pairsOf, probePairs, type PairProbe } from "./training/pairProbes";
export { heldOutBatches, scoreHeldOut, type HeldOutScores } from "./training/heldOut";
export { countParameters, initializePretrainingModel, pretrainingLoss } from "./training/objective";
export { describeDecayGroups } from "./training/weightDecay";
export { learningRateFactor } from "./training/schedule";
export { pretrain, type PretrainingSettings } from "./training/trainer";

export { recipes, type PretrainingRecipe } from "./recipe";

export { choiceChance, entityChance } from "./evaluation/chance";
export { finetuneCloze, finetunePairs, scoreCloze } from "./evaluation/choiceScorer";
export { labelWords, splitWords } from "./evaluation/entities";
export { loadEntityTagger } from "./evaluation/entityInference";
export { finetuneEntityTagger } from "./evaluation/entityTagger";
export { evaluate } from "./evaluation/harness";
export {
  contextualMeans,
  driftProbes,
  embeddingDrift,
  modelVectors,
  type EmbeddingDrift,
} from "./evaluation/forgetting/embeddingDrift";
export {
  factProbes,
  probeScore,
  summarizeProbes,
  valueLogProbabilities,
  withoutPriors,
} from "./evaluation/forgetting/factProbes";
export { embedTexts, fillMasks, type Candidate, type Embedding } from "./evaluation/inference";
export { accuracy, entityMicroF1, macroF1 } from "./evaluation/metrics";
export { readResults, writeResult, type EvaluationResult } from "./evaluation/result";
export { mean, pairedBootstrap, standardDeviation } from "./evaluation/statistics";
export { seedDifference, type SeedDifference } from "./evaluation/pairedSeeds";
export { ofSplit } from "./evaluation/task";
export { generatedChoice, generatedEntities } from "./evaluation/tasks/generated";
export { norDeid } from "./evaluation/tasks/norDeid";
export { norMedQa } from "./evaluation/tasks/norMedQa";

export { compareResults } from "./report/comparison";
export { differenceFigure, trainingFigure } from "./report/figures";
export { readEvents } from "./training/events";
export { readHeldOut } from "./evaluation/heldOutRecord";
export { buildTables, writeTables } from "./report/table";

export { readPretraining, type PretrainingRecord } from "./evaluation/pretrainingRecord";
export { writePretrainingTables } from "./report/pretrainingTable";

export { reproduce } from "./reproduce/reproduce";
export { scales } from "./reproduce/scale";
export { runSweep } from "./reproduce/sweep";
export { parseSweep, readSweep, type SweepRequest } from "./reproduce/sweepFile";
