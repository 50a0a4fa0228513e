import type { Fault, FakeReply } from './fake-server.js';

export interface NamedFault {
  readonly name: string;
  readonly fault: Fault;
}

const answer =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Fault =>
  () => ({ status, body, headers });

const change =
  (work: (reply: FakeReply) => FakeReply): Fault =>
  (reply) =>
    work(reply);

/** What a host, or what stands between, may do with any request. `secret` is what must come back nowhere. */
export function allFaults(secret: string): readonly NamedFault[] {
  const says = (message: string) => ({ message: `${message} \u001b[31m\u202e <script> ${secret}` });
  return [
    { name: '401: the token has run out', fault: answer(401, says('Bad credentials')) },
    { name: '403: no permission', fault: answer(403, says('Resource not accessible by integration')) },
    {
      name: '403: the rate limit is used up',
      fault: answer(403, says('API rate limit exceeded'), {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '9999999999',
      }),
    },
    {
      name: '403: a secondary limit',
      fault: answer(403, says('You have exceeded a secondary rate limit'), {
        'x-ratelimit-remaining': '4990',
        'x-ratelimit-reset': '9999999999',
      }),
    },
    {
      name: '403: single sign-on',
      fault: answer(403, says('Resource protected by organization SAML enforcement'), {
        'x-github-sso': 'required; url=https://github.com/orgs/acme/sso?authorization_request=x',
      }),
    },
    {
      name: '200: left out what asks for single sign-on',
      fault: change((reply) => ({
        ...reply,
        body: [],
        headers: { 'x-github-sso': 'partial-results; organizations=21955855' },
      })),
    },
    { name: '404: not found', fault: answer(404, says('Not Found')) },
    { name: '409: conflict', fault: answer(409, says('Conflict')) },
    { name: '422: refused', fault: answer(422, says('Validation Failed')) },
    { name: '429: too many requests', fault: answer(429, says('Too many'), { 'retry-after': '1' }) },
    { name: '429: too many requests, for an hour', fault: answer(429, says('Too many'), { 'retry-after': '3600' }) },
    { name: '500: failed on its side', fault: answer(500, says('Server Error')) },
    { name: '503: a page for people', fault: answer(503, '<html>Unicorn!</html>', { 'content-type': 'text/html' }) },
    { name: '206: a status that no such answer has', fault: change((reply) => ({ ...reply, status: 206 })) },
    { name: '304: not modified, though nothing was had before', fault: answer(304, '') },
    {
      name: 'the connection is cut',
      fault: (_, response) => void response.destroy(),
    },
    {
      name: 'the connection is cut in the middle of the answer',
      fault: (reply, response) => {
        const text = JSON.stringify(reply.body);
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(text.length + 10) });
        response.write(text, () => response.destroy());
        return undefined;
      },
    },
    { name: 'no answer at all', fault: () => undefined },
    {
      name: 'an answer that never ends',
      fault: (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('[');
        return undefined;
      },
    },
    { name: 'sent on to another host', fault: answer(302, '', { location: 'http://localhost:9/elsewhere' }) },
    { name: 'sent on to where nothing is said', fault: answer(302, '') },
    {
      name: 'sent on in a circle',
      fault: (_, __, { url }) => ({ status: 307, body: '', headers: { location: url.href } }),
    },
    {
      name: 'a page for people with status 200',
      fault: answer(200, '<html>Sign in</html>', { 'content-type': 'text/html' }),
    },
    { name: 'a page for people that calls itself JSON', fault: answer(200, '<html>Sign in</html>') },
    { name: 'an empty body', fault: answer(200, '') },
    { name: 'too large', fault: answer(200, JSON.stringify('x'.repeat(3_000_000))) },
    { name: 'null', fault: answer(200, null) },
    {
      name: 'another type in the place of each value',
      fault: change((reply) => ({ ...reply, body: otherTypes(reply.body) })),
    },
    {
      name: 'an object in the place of a list, a list of an object',
      fault: change((reply) => ({ ...reply, body: Array.isArray(reply.body) ? {} : [] })),
    },
    {
      name: 'hostile strings in the place of each',
      fault: change((reply) => ({ ...reply, body: strings(reply.body, '../\u202e\u0000<script>') })),
    },
    {
      name: 'the token in the place of each string',
      fault: change((reply) => ({ ...reply, body: strings(reply.body, secret) })),
    },
    {
      name: 'a next page on another host',
      fault: change((reply) => ({ ...reply, headers: { link: '<http://localhost:9/elsewhere?page=2>; rel="next"' } })),
    },
    {
      name: 'a list that is said to go on and does not',
      fault: (reply, _, { url }) => ({
        ...reply,
        headers: { link: `<${url.origin}${url.pathname}?page=3>; rel="last"` },
      }),
    },
    {
      name: 'a list without an end',
      fault: (reply, _, { url }) => ({ ...reply, headers: { link: `<${url.href}&page=2>; rel="next"` } }),
    },
  ];
}

function otherTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(otherTypes);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, otherTypes(each)]));
  }
  return typeof value === 'string' ? 7 : 'seven';
}

function strings(value: unknown, text: string): unknown {
  if (Array.isArray(value)) return value.map((each) => strings(each, text));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, strings(each, text)]));
  }
  return typeof value === 'string' ? text : value;
}
