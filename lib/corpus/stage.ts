/**
 * Told now and then where a long piece of work is; what it throws ends the work.
 *
 * @param stage - in words, for a line of progress
 */
export type OnStage = (stage: string, done: number, total: number) => void;
