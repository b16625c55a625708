import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request body that is not taken: the HTTP status says why, and nothing else is told. */
export class RefusedBody extends Error {
  override readonly name = 'RefusedBody';
  readonly status: 400 | 408 | 413 | 415;
  constructor(status: RefusedBody['status']) {
    super(`body refused with ${status}`);
    this.status = status;
  }
}

export interface BodyLimits {
  /** Bytes. A message of Teams is at most 100 KB of text; a card's inputs come on top. */
  readonly bytes: number;
  /** Levels of objects and arrays. */
  readonly depth: number;
  /** From the first look at the body to its last byte, in ms. */
  readonly withinMs: number;
}

export const bodyLimits: BodyLimits = { bytes: 256 * 1024, depth: 40, withinMs: 10_000 };

/**
 * Reads a JSON body that is an object. Compressed bodies are refused rather than inflated: restify's own reader dies on
 * a bad gzip stream, and Teams sends none. Throws `RefusedBody`.
 */
export async function readJson(
  request: IncomingMessage,
  response: ServerResponse,
  limits: BodyLimits = bodyLimits,
): Promise<Record<string, unknown>> {
  const { headers } = request;
  if (headers['content-encoding'] !== undefined) throw new RefusedBody(415);
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(headers['content-type'] ?? ''))
    throw new RefusedBody(415);
  if (Number(headers['content-length'] ?? 0) > limits.bytes) throw new RefusedBody(413);
  if (headers.expect !== undefined) response.writeContinue();
  return parseObject(await readBytes(request, limits), limits.depth);
}

function readBytes(request: IncomingMessage, limits: BodyLimits): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  let size = 0;
  const settle = (act: () => void) => {
    clearTimeout(timer);
    request.removeListener('data', take).removeListener('end', finish).removeListener('close', breakOff);
    act();
  };
  const fail = (status: RefusedBody['status']) => settle(() => reject(new RefusedBody(status)));
  const take = (chunk: Buffer) => {
    size += chunk.length;
    if (size > limits.bytes) fail(413);
    else chunks.push(chunk);
  };
  const finish = () => settle(() => resolve(Buffer.concat(chunks, size)));
  const breakOff = () => fail(400);
  const timer = setTimeout(() => fail(408), limits.withinMs);
  // A broken connection is an error and then a close; the error has to be listened to all the same.
  request
    .on('data', take)
    .on('end', finish)
    .on('close', breakOff)
    .on('error', () => {});
  return promise;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parseObject(bytes: Uint8Array, depth: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch {
    throw new RefusedBody(400);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !isTame(value, depth))
    throw new RefusedBody(400);
  return value as Record<string, unknown>;
}

/** No deeper than `depth`, and no key that could reach a prototype where a library copies by assignment. */
function isTame(root: object, depth: number): boolean {
  let level: object[] = [root];
  for (let deep = 1; level.length > 0; deep++) {
    if (deep > depth) return false;
    const next: object[] = [];
    for (const node of level) {
      if (Object.hasOwn(node, '__proto__')) return false;
      for (const child of Object.values(node)) if (typeof child === 'object' && child !== null) next.push(child);
    }
    level = next;
  }
  return true;
}
