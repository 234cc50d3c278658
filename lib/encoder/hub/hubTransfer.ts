/** The bytes of a file on a hub, from where the last attempt ended. */

import { closeSync, openSync, statSync, writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { InputError } from "../../errors";
import { mayPass, RefusedError, type Access } from "./hubAccess";

/** A connection that brings nothing for so long is given up. */
const longestSilence = 60_000;

/** Bytes of a file; 0 if there is none. */
export const sizeOf = (path: string): number =>
  Math.max(
    0,
    ...[path, `${path}.part`].map((each) => statSync(each, { throwIfNoEntry: false })?.size ?? 0),
  );

type Remote = { readonly hub: string; readonly model: string; readonly commit: string };
type RemoteFile = { readonly name: string; readonly bytes: number };

/**
 * Append to `part` what it lacks, in as many attempts as bring it further.
 *
 * @param access.pauses - seconds before each further attempt that brought nothing
 */
export async function fetchRest(
  access: Access & { readonly pauses: readonly number[] },
  source: Remote,
  file: RemoteFile,
  part: string,
  fetch: typeof globalThis.fetch,
  onBytes: (count: number) => void,
): Promise<void> {
  let vain = 0;
  for (;;) {
    const before = partSize(part);
    try {
      return await attempt(access, source, file, part, fetch, onBytes);
    } catch (error) {
      if (partSize(part) > before) vain = 0;
      const seconds = access.pauses[vain++];
      if (!mayPass(error) || seconds === undefined) throw error;
      await pause(1000 * seconds, undefined, access.signal && { signal: access.signal });
    }
  }
}

const partSize = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

async function attempt(
  { token }: Access,
  { hub, model, commit }: Remote,
  { name, bytes }: RemoteFile,
  part: string,
  fetch: typeof globalThis.fetch,
  onBytes: (count: number) => void,
): Promise<void> {
  let have = partSize(part);
  if (have > bytes) have = 0;
  if (bytes === 0) closeSync(openSync(part, "w"));
  if (have === bytes) return;
  const { fileDownloadInfo } = await import("@huggingface/hub");
  const info = await fileDownloadInfo({
    repo: model,
    path: name,
    revision: commit,
    hubUrl: hub,
    fetch,
    ...(token !== undefined && { accessToken: token }),
  });
  if (!info) throw new RefusedError(404, undefined);
  const silence = new AbortController();
  const onSilence = (): void =>
    silence.abort(Object.assign(new Error("nothing arrives"), { code: "ETIMEDOUT" }));
  const timer = setTimeout(onSilence, longestSilence);
  try {
    const response = await fetch(info.url, {
      headers: {
        Range: `bytes=${have}-`,
        // Compressed bytes could be neither counted nor continued.
        "Accept-Encoding": "identity",
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      },
      signal: silence.signal,
    });
    if (!response.ok || !response.body)
      throw new RefusedError(response.status, response.headers.get("X-Error-Code") ?? undefined);
    const begins = /^bytes (\d+)-/.exec(response.headers.get("Content-Range") ?? "")?.[1];
    // A server that knows no ranges sends the whole.
    if (response.status !== 206) have = 0;
    else if (Number(begins) !== have)
      throw new InputError(
        `${hub} sent another part of ${name} of ${model} than was asked for; download it by hand`,
      );
    const file = openSync(part, have > 0 ? "a" : "w");
    try {
      for await (const received of response.body as unknown as AsyncIterable<Uint8Array>) {
        timer.refresh();
        if ((have += received.length) > bytes)
          throw new InputError(
            `${name} of ${model} is longer than the ${bytes} bytes that ${hub} states; run the command again`,
          );
        for (let at = 0; at < received.length;) at += writeSync(file, received, at);
        onBytes(received.length);
      }
    } finally {
      closeSync(file);
    }
    if (have < bytes) throw Object.assign(new Error("the answer ended early"), { code: "EPIPE" });
  } finally {
    clearTimeout(timer);
  }
}
