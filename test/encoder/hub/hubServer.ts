/** A hub on this machine: Hugging Face's protocol as far as downloads need it. */

import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Fault = {
  /** The file it is about; without it, requests about the model. */
  readonly file?: string;
  readonly status?: number;
  readonly code?: string;
  readonly message?: string;
  /** Break the connection after so many bytes of the answer. */
  readonly breakAfter?: number;
  /** Send nothing after so many bytes, and keep the connection. */
  readonly stallAfter?: number;
  /** Send the whole, whatever range is asked for. */
  readonly ignoreRange?: boolean;
  /** Send other bytes than those listed. */
  readonly corrupt?: boolean;
  /** How many requests it concerns. */
  times?: number;
};

export type HubServer = {
  readonly url: string;
  /** Where large files are, another host to a client. */
  readonly storeUrl: string;
  /** What was asked for: host, path, range and token. */
  readonly requests: { host: "hub" | "store"; path: string; range?: string; token?: string }[];
  readonly faults: Fault[];
  close(): Promise<void>;
};

export const commit = "0123456789abcdef0123456789abcdef01234567";

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
const gitSha1 = (bytes: Buffer): string =>
  createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");

/**
 * Serve a model of the name `owner/name`, its files in a listing of two pages.
 *
 * @param large - names of the files that are in the store for large files
 */
export async function serveHub(
  files: Readonly<Record<string, Buffer>>,
  large: readonly string[],
): Promise<HubServer> {
  const requests: HubServer["requests"] = [];
  const faults: Fault[] = [];
  const note = (host: "hub" | "store", request: IncomingMessage): void => {
    const { range, authorization } = request.headers;
    requests.push({
      host,
      path: request.url!.split("?")[0]!,
      ...(range !== undefined && { range }),
      ...(authorization !== undefined && { token: authorization }),
    });
  };
  const faultOf = (
    file: string | undefined,
    wants: (fault: Fault) => boolean,
  ): Fault | undefined => {
    const fault = faults.find((each) => each.file === file && each.times !== 0 && wants(each));
    if (fault?.times !== undefined) fault.times--;
    return fault;
  };
  const refuse = (response: ServerResponse, fault: Fault): void => {
    response.writeHead(fault.status!, {
      "Content-Type": "application/json; charset=utf-8",
      ...(fault.code !== undefined && { "X-Error-Code": fault.code }),
    });
    response.end(JSON.stringify({ error: fault.message ?? "refused" }));
  };
  /** Answer with bytes or the range of them that was asked for. */
  const send = (
    request: IncomingMessage,
    response: ServerResponse,
    name: string,
    headers: Readonly<Record<string, string>>,
  ): void => {
    const isProbe = request.headers.range === "bytes=0-0";
    const fault = faultOf(name, ({ status }) => status === undefined && !isProbe);
    const whole = fault?.corrupt ? Buffer.from(files[name]!.map((byte) => byte ^ 1)) : files[name]!;
    const range = fault?.ignoreRange
      ? null
      : /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
    const from = Number(range?.[1] ?? 0);
    const body = whole.subarray(from, range?.[2] ? Number(range[2]) + 1 : undefined);
    if (range && from >= whole.length && whole.length > 0) {
      response.writeHead(416).end();
      return;
    }
    response.writeHead(range ? 206 : 200, {
      ...headers,
      "Content-Length": body.length,
      "Accept-Ranges": "bytes",
      ...(range && { "Content-Range": `bytes ${from}-${from + body.length - 1}/${whole.length}` }),
    });
    if (fault?.stallAfter !== undefined)
      return void response.write(body.subarray(0, fault.stallAfter));
    if (fault?.breakAfter === undefined) return void response.end(body);
    response.write(body.subarray(0, fault.breakAfter), () => response.destroy());
  };

  const store = createServer((request, response) => {
    note("store", request);
    const name = request.url!.slice(1);
    send(request, response, name, { ETag: '"of-the-store"' });
  });
  const storeUrl = await listen(store, "127.0.0.1");
  const hub = createServer((request, response) => {
    note("hub", request);
    const url = new URL(request.url!, "http://hub");
    const path = url.pathname;
    const json = (value: unknown, headers: Record<string, string> = {}): void =>
      void response
        .writeHead(200, { "Content-Type": "application/json; charset=utf-8", ...headers })
        .end(JSON.stringify(value));
    const resolved = new RegExp(`^/owner/name/resolve/${commit}/(.+)$`).exec(path)?.[1];
    const fault = faultOf(resolved, ({ status }) => status !== undefined);
    if (fault) return refuse(response, fault);
    if (path === "/api/models/owner/old/revision/main")
      return void response
        .writeHead(307, { Location: "/api/models/owner/name/revision/main" })
        .end();
    if (/^\/api\/models\/owner\/name\/revision\/(main|v1)$/.test(path))
      return json({ _id: "1", id: "owner/name", sha: commit, private: false, gated: false });
    if (path === `/api/models/owner/name/tree/${commit}`) {
      const list = Object.entries(files).map(([name, bytes]) => ({
        type: "file",
        path: name,
        size: bytes.length,
        oid: gitSha1(bytes),
        ...(large.includes(name) && {
          lfs: { oid: sha256(bytes), size: bytes.length, pointerSize: 134 },
        }),
      }));
      list.push({ type: "directory", path: "onnx", size: 0, oid: "0" });
      const next = `<${hubUrl}${path}?cursor=2>; rel="next"`;
      return url.searchParams.get("cursor") === "2"
        ? json(list.slice(2))
        : json(list.slice(0, 2), { Link: next });
    }
    if (resolved === undefined || !files[resolved])
      return refuse(response, {
        status: 404,
        code: resolved === undefined ? "RepoNotFound" : "EntryNotFound",
        message: "Entry not found",
      });
    const bytes = files[resolved];
    if (!large.includes(resolved))
      return send(request, response, resolved, {
        "X-Repo-Commit": commit,
        ETag: `"${gitSha1(bytes)}"`,
      });
    response
      .writeHead(302, {
        Location: `${storeUrl}/${resolved}`,
        "X-Repo-Commit": commit,
        "X-Linked-Size": String(bytes.length),
        "X-Linked-ETag": `"${sha256(bytes)}"`,
      })
      .end();
  });
  const hubUrl = await listen(hub, "localhost");
  return {
    url: hubUrl,
    storeUrl,
    requests,
    faults,
    close: async () => {
      for (const server of [hub, store]) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
    },
  };
}

async function listen(server: Server, host: string): Promise<string> {
  await new Promise<void>((done) => server.listen(0, host, done));
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}
