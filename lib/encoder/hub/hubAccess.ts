/** How a hub is asked, and what its refusals mean for the user. */

import { InputError } from "../../errors";

export type Access = {
  /** Address of the hub, without a slash at the end. */
  readonly hub: string;
  /** Name of the model, `owner/name`. */
  readonly model: string;
  /** Access token, sent to the hub alone. */
  readonly token?: string;
  readonly signal?: AbortSignal;
};

/**
 * Check the address of a hub, and that a token sent there cannot be read on the way.
 *
 * @returns the address without a slash at the end
 * @throws InputError for what is no address
 */
export function parseHub(address: string, token: string | undefined): string {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new InputError(`--hub ${address}: not an address; give one such as https://hub.example`);
  }
  if (!/^https?:$/.test(url.protocol))
    throw new InputError(`--hub ${address}: give an address that begins with https://`);
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (token !== undefined && url.protocol === "http:" && !isHere)
    throw new InputError(
      `--hub ${address}: HF_TOKEN is not sent without encryption; use https://, or unset HF_TOKEN`,
    );
  return url.href.replace(/\/+$/, "");
}

/** `fetch` that stops with the signal and shows the token to the hub alone, wherever a link leads. */
export function createFetch({ hub, signal }: Access): typeof fetch {
  const { origin } = new URL(hub);
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const headers = new Headers(init?.headers);
    if (url.origin !== origin) headers.delete("authorization");
    const signals = [signal, init?.signal].filter((each) => each != null);
    // On a redirect to another host fetch itself drops the token, as its standard says.
    return fetch(url, {
      ...init,
      headers,
      ...(signals.length > 0 && { signal: AbortSignal.any(signals) }),
    });
  };
}

/** A response that is not what was asked for. */
export class RefusedError extends Error {
  constructor(
    readonly status: number,
    readonly code: string | undefined,
  ) {
    super(`the hub answered ${status}`);
  }
}

/** Status of a refusal, whether ours or that of the hub's client. */
const statusOf = (error: unknown): number | undefined =>
  error instanceof RefusedError
    ? error.status
    : ((error as { statusCode?: unknown }).statusCode as number | undefined);

/** Code of the system's or fetch's error, e.g. ECONNREFUSED, if the network failed. */
function networkCode(error: unknown): string | undefined {
  const { cause, code, name, message } = error as Error & { cause?: unknown; code?: unknown };
  const inner = (cause as { code?: unknown } | undefined)?.code ?? code;
  if (typeof inner === "string" && /^(E[A-Z_]+|UND_ERR_\w+|[A-Z_]*CERT\w*|ERR_TLS\w*)$/.test(inner))
    return inner;
  return name === "TypeError" && /fetch failed|terminated/.test(message) ? "broken off" : undefined;
}

/** Whether a further attempt may do better. */
export function mayPass(error: unknown): boolean {
  const status = statusOf(error);
  if (status !== undefined) return status === 429 || status >= 500;
  const code = networkCode(error);
  return code !== undefined && !/^(ENOSPC|EDQUOT|EACCES|EROFS|EFBIG|EIO|ERR_TLS|.*CERT)/.test(code);
}

/**
 * One line about an error and what to do.
 *
 * @param file - the file in work, if it was one
 * @returns the error itself if it is none of the hub, the network or the disk
 */
export function explain(error: unknown, access: Access, file?: string): Error {
  if (error instanceof InputError || (error as Error).name === "AbortError") return error as Error;
  const { hub, model, token } = access;
  const what = file === undefined ? model : `${file} of ${model}`;
  const status = statusOf(error);
  const { data } = error as { data?: { error?: unknown; message?: unknown } };
  const isGated =
    (error instanceof RefusedError && error.code === "GatedRepo") ||
    /gated|restricted|awaiting|authorized list/i.test(`${data?.error} ${data?.message}`);
  const byHand = `download config.json, tokenizer.json (or vocab.txt) and model.safetensors of ${model} on a machine that can, and run \`kliniskvest model import FOLDER\``;
  const text = ((): string | undefined => {
    if ((error as Error).message === "Your access token must start with 'hf_'")
      return "HF_TOKEN is not a token of the hub: it must start with hf_; correct or unset it";
    if (status !== undefined) {
      if ((status === 401 || status === 403) && isGated)
        return token === undefined
          ? `${model} is gated: accept its terms at ${hub}/${model}, set HF_TOKEN to a token of your account (${hub}/settings/tokens), and run the command again`
          : `${model} is gated, and the account of HF_TOKEN has no access: accept its terms at ${hub}/${model}, wait until access is granted, and run the command again`;
      if (status === 401 || status === 403)
        return token === undefined
          ? `${hub} has no public model ${model}: check the name; if it is private, set HF_TOKEN`
          : `${hub} does not let the account of HF_TOKEN see ${model}: check the name, the token and its permissions`;
      if (status === 404)
        return file === undefined
          ? `${hub} has no model ${model}, or not this revision of it: check both`
          : `${what} is no longer where ${hub} listed it; run the command again`;
      if (status === 429)
        return `${hub} asks for fewer requests: wait some minutes and run the command again`;
      return `${hub} answers ${status} for ${what}: try again later; what arrived is kept`;
    }
    const code = networkCode(error);
    if (code === undefined) return undefined;
    if (code === "ENOSPC" || code === "EDQUOT")
      return `the disk is full at ${what}: free some space and run the command again; what arrived is kept`;
    if (/CERT|TLS/.test(code))
      return `${hub} cannot be trusted (${code}): behind a proxy of your organisation, name its certificate in NODE_EXTRA_CA_CERTS; or ${byHand}`;
    return file === undefined
      ? `${hub} cannot be reached (${code}): check the connection and run the command again; or, without one, ${byHand}`
      : `the connection to ${hub} broke off at ${what} (${code}): run the command again to go on where it stopped`;
  })();
  return text === undefined ? (error as Error) : new InputError(text);
}
