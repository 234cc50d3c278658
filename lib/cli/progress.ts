/** Progress on standard error: one line that is redrawn on a terminal, a line now and then elsewhere. */

export type Progress = {
  /** Begin a stage; `count` says which of how many, e.g. `"3/9"`. */
  stage(name: string, count?: string): void;
  /** Where the stage is, in its own units, and what else is worth saying (a rate, a loss). */
  update(done: number, total: number, note?: string): void;
  /** A line that stays. */
  log(line: string): void;
  /** End the stage. */
  finish(note?: string): void;
};

/** Shows nothing: for a process whose leader shows it. */
export const noProgress: Progress = {
  stage: () => undefined,
  update: () => undefined,
  log: () => undefined,
  finish: () => undefined,
};

const secondsBetweenLines = 20;
const barWidth = 20;

/** A progress display on `stream`. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  const live = stream.isTTY === true;
  let title = "";
  let begun = 0;
  let drawn = 0;
  // Where the stage was when it was first heard of: a run that is resumed does not begin at 0.
  let first: { readonly done: number; readonly at: number } | undefined;
  const clear = (): void => {
    if (live) stream.write("\r\x1b[2K");
  };
  const elapsed = (): number => (performance.now() - begun) / 1000;
  return {
    stage(name, count) {
      title = count ? `[${count}] ${name}` : name;
      begun = performance.now();
      drawn = 0;
      first = undefined;
      if (!live) stream.write(`${title}\n`);
      else stream.write(title);
    },
    update(done, total, note = "") {
      const now = performance.now();
      first ??= { done, at: now };
      if (now - drawn < (live ? 100 : secondsBetweenLines * 1000) && done < total) return;
      if (!live && drawn === 0 && done < total) {
        drawn = now; // the stage's title has just been printed
        return;
      }
      drawn = now;
      const share = total > 0 ? done / total : 1;
      const left = ((now - first.at) / 1000 / (done - first.done)) * (total - done);
      const time = done < total && Number.isFinite(left) ? `${duration(left)} left` : "";
      const details = [`${Math.round(100 * share)} %`, note, time].filter(Boolean).join("  ");
      if (live) {
        clear();
        const filled = Math.round(barWidth * share);
        const bar = "█".repeat(filled) + "░".repeat(barWidth - filled);
        stream.write(`${title}  ${bar}  ${details}`.slice(0, (stream.columns ?? 100) - 1));
      } else if (done < total) stream.write(`  ${details}\n`);
    },
    log(line) {
      clear();
      stream.write(`${line}\n`);
    },
    finish(note = "") {
      clear();
      const summary = [`done in ${duration(elapsed())}`, note].filter(Boolean).join("  ");
      stream.write(live ? `${title}  ${summary}\n` : `  ${summary}\n`);
    },
  };
}

/** Seconds as `m:ss`, or `h:mm:ss` from an hour up. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number): string => String(n).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
