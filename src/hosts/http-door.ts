import { HostError } from './host-error.js';

export type HttpMethod = 'GET' | 'POST' | 'PATCH' | 'PUT';

/** One request as it goes out. `name` is how errors speak of it: without query, headers or body. */
export interface HttpRequest {
  readonly name: string;
  readonly method: HttpMethod;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Text, or a form with a file in it. */
  readonly body?: string | FormData;
}

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
  /** By its name in lower case. */
  readonly header: (name: string) => string | undefined;
}

/** How long one request may take, and how many bytes its answer may have. */
export interface HttpBounds {
  readonly milliseconds: number;
  readonly bytes: number;
}

/**
 * Sends one request. The only way to the network: it follows no redirect, ends within its bounds whatever the other side does, and fails with
 * a `HostError` that repeats nothing of what was sent or received.
 */
export async function sendHttp(request: HttpRequest, bounds: HttpBounds): Promise<HttpAnswer> {
  const { name, method, url, headers, body } = request;
  try {
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(bounds.milliseconds),
      ...(body === undefined ? {} : { body }),
    });
    const text = await readText(response, name, bounds.bytes);
    return { status: response.status, text, header: (each) => response.headers.get(each) ?? undefined };
  } catch (error) {
    if (error instanceof HostError) throw error;
    const late = error instanceof DOMException && error.name === 'TimeoutError';
    throw new HostError(
      late
        ? {
            kind: 'timeout',
            sentence: `${name} had no answer within ${bounds.milliseconds / 1000} seconds. Try again later.`,
          }
        : { kind: 'cut', sentence: `${name} could not be asked: the connection failed or broke off. Try again later.` },
    );
  }
}

async function readText(response: Response, name: string, bytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  // Counted after decompression, so that a small answer cannot unfold without end; leaving the loop closes the connection.
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > bytes) {
      throw new HostError({
        kind: 'too-large',
        sentence: `${name} was answered with more than ${Math.floor(bytes / 1_000_000)} MB, which no such answer has. Ask whoever runs the host.`,
      });
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
