import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A file of a form. */
export interface FakeFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export interface FakeReply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What goes wrong with one answer: another one instead, or whatever it does to the connection itself (`undefined`). */
export type Fault = (reply: FakeReply, response: ServerResponse, request: FakeRequest) => FakeReply | undefined;

/** A host on this machine: answers by `handle`, tags what it gives, notes what it was asked, and fails as `fault` says. */
export class FakeServer {
  readonly seen: FakeRequest[] = [];
  /** Milliseconds that it took itself for its answers, most of them for holding each against the host's description. */
  spent = 0;
  fault: (index: number, request: FakeRequest) => Fault | undefined = () => undefined;
  /** Requests that break off before the host hears of them. */
  lost: (request: FakeRequest) => boolean = () => false;
  /** Requests that are answered without the host's having done anything. */
  unheard: (request: FakeRequest) => boolean = () => false;
  /** What a request waits for before the host does what it asks. */
  hold: (request: FakeRequest) => Promise<void> | undefined = () => undefined;
  readonly #server: Server;

  constructor(handle: (request: FakeRequest) => FakeReply) {
    this.#server = createServer((incoming, response) => {
      void readRequest(incoming, this.url).then(async (request) => {
        const index = this.seen.push(request) - 1;
        if (this.lost(request)) {
          response.destroy();
          return;
        }
        const held = this.hold(request);
        if (held !== undefined) await held;
        const began = performance.now();
        const reply = this.unheard(request) ? { status: 200, body: {} } : attempt(handle, request);
        this.spent += performance.now() - began;
        const answer = this.fault(index, request)?.(reply, response, request);
        if (answer !== undefined) send(answer, response, request);
        else if (this.fault(index, request) === undefined) send(reply, response, request);
      });
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

/** A stand-in that breaks says so, instead of leaving its client waiting. */
function attempt(handle: (request: FakeRequest) => FakeReply, request: FakeRequest): FakeReply {
  try {
    return handle(request);
  } catch (error) {
    return { status: 400, body: { message: String(error) } };
  }
}

async function readRequest(incoming: IncomingMessage, base: string): Promise<FakeRequest> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  const text = bytes.toString();
  const type = incoming.headers['content-type'] ?? '';
  return {
    method: incoming.method ?? '',
    url: new URL(incoming.url ?? '', base),
    headers: incoming.headers as Record<string, string>,
    body: text === '' ? undefined : type.startsWith('multipart/') ? readForm(bytes, type) : JSON.parse(text),
  };
}

/** A form as what its fields hold; what is none throws. */
function readForm(bytes: Buffer, type: string): Readonly<Record<string, FakeFile | string>> {
  const boundary = /boundary=([^;]+)/.exec(type)?.[1] ?? '';
  // One sign for each byte.
  const parts = bytes.toString('latin1').split(`--${boundary}`).slice(1, -1);
  return Object.fromEntries(
    parts.map((part) => {
      const [, head = '', content = ''] = /^\r\n([^]*?)\r\n\r\n([^]*)\r\n$/.exec(part) ?? [];
      const field = / name="([^"]*)"/.exec(head)?.[1] ?? '';
      const name = / filename="([^"]*)"/.exec(head)?.[1];
      const kind = /^Content-Type: (.*)$/im.exec(head)?.[1] ?? '';
      return [field, name === undefined ? content : { name, type: kind, bytes: Buffer.from(content, 'latin1') }];
    }),
  );
}

function send({ status, body, headers = {} }: FakeReply, response: ServerResponse, request: FakeRequest): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const etag = `W/"${createHash('sha256').update(text).digest('hex')}"`;
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    ...(status === 200 ? { etag } : {}),
    ...headers,
  });
  response.end(text);
}

/** One page of a list, with the `Link` header that GitHub and GitLab write. */
export function pageOf<T>(
  all: readonly T[],
  url: URL,
): { readonly entries: readonly T[]; readonly headers: Record<string, string> } {
  const size = Number(url.searchParams.get('per_page') ?? 30);
  const page = Number(url.searchParams.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const at = (number: number): string => {
    const other = new URL(url);
    other.searchParams.set('page', String(number));
    return other.href;
  };
  const links = [
    ...(page > 1 ? [`<${at(page - 1)}>; rel="prev"`] : []),
    ...(page < last ? [`<${at(page + 1)}>; rel="next"`, `<${at(last)}>; rel="last"`] : []),
    ...(page > 1 ? [`<${at(1)}>; rel="first"`] : []),
  ];
  return { entries: all.slice((page - 1) * size, page * size), headers: last > 1 ? { link: links.join(', ') } : {} };
}
