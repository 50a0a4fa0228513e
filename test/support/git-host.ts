import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TemporaryRepository } from './temporary-repository.js';

/** How the host treats who comes: lets everybody in, wants a name and a password (`maya` and `secret` unless others are given), denies all, is broken, or never answers. */
export type HostBehavior = 'open' | 'closed' | 'forbidden' | 'broken' | 'silent';

/** A folder with a `.git` folder. */
type Served = Pick<TemporaryRepository, 'root' | 'environment'>;

/** A host on this computer that serves a repository by HTTP, with git's own server behind it. */
export interface GitHost {
  readonly url: (manner: HostBehavior, user?: string) => string;
  /** How many requests have come that were never answered, and how many of those the other side has given up. */
  readonly silent: () => { readonly waiting: number; readonly given: number };
  readonly close: () => Promise<void>;
}

export async function openGitHost(served: Served, credentials = 'maya:secret'): Promise<GitHost> {
  const silent = { waiting: 0, given: 0 };
  const server = createServer((request, response) => {
    const [, manner, path = ''] = /^\/([a-z]+)(\/.*)$/.exec(request.url ?? '') ?? [];
    const answer = (code: number, headers: Readonly<Record<string, string>> = {}): void => {
      response.writeHead(code, headers).end();
    };
    switch (manner as HostBehavior | undefined) {
      case 'open':
        serve(served, path, request, response);
        return;
      case 'closed': {
        const known = `Basic ${Buffer.from(credentials).toString('base64')}`;
        if (request.headers.authorization === known) serve(served, path, request, response);
        else answer(401, { 'WWW-Authenticate': 'Basic realm="harbor"' });
        return;
      }
      case 'forbidden':
        answer(403);
        return;
      case 'silent':
        silent.waiting += 1;
        request.socket.once('close', () => (silent.given += 1));
        return;
      case 'broken':
      case undefined:
        answer(500);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (manner, user) => `http://${user === undefined ? '' : `${user}@`}127.0.0.1:${port}/${manner}/.git`,
    silent: () => ({ ...silent }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** By CGI, as web servers do it. */
function serve({ root, environment }: Served, path: string, request: IncomingMessage, response: ServerResponse): void {
  const [place = '', query = ''] = path.split('?');
  const { headers } = request;
  const backend = spawn('git', ['http-backend'], {
    env: {
      ...environment,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: place,
      QUERY_STRING: query,
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  request.pipe(backend.stdin);
  const parts: Buffer[] = [];
  backend.stdout.on('data', (part: Buffer) => parts.push(part));
  backend.on('close', () => {
    const output = Buffer.concat(parts);
    const end = output.indexOf('\r\n\r\n');
    const lines = output.toString('latin1', 0, end).split('\r\n');
    const given = new Map(lines.map((line) => line.split(': ', 2) as [string, string]));
    const code = Number(given.get('Status')?.split(' ', 1)[0] ?? 200);
    given.delete('Status');
    response.writeHead(code, Object.fromEntries(given)).end(output.subarray(end + 4));
  });
}
