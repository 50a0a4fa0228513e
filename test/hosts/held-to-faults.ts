import assert from 'node:assert/strict';
import type { Evidence } from '../../src/gate/evidence.js';
import type { HostTrouble } from '../../src/hosts/host-error.js';
import type { HostLimits } from '../../src/hosts/http/host-limits.js';
import type { FakeServer } from './fake-server.js';
import { allFaults, type NamedFault } from './faults.js';
import { assertNotWrong } from './weaker.js';

export type ReadResult = { readonly value: Evidence } | { readonly trouble: HostTrouble };

/** A reader with the stand-in that it asks. */
export interface HeldReader {
  readonly server: FakeServer;
  readonly secret: string;
  readonly read: (limits: Partial<HostLimits>) => Promise<ReadResult>;
}

/** Patient enough for one short wait, and with small bounds, so that a fault that takes its time does not take ours. */
const limits: Partial<HostLimits> = {
  bytes: 2_000_000,
  pages: 15,
  patience: 10_000,
  wait: () => Promise.resolve(),
};

/** What a good change looks like, and each path that is asked for it. */
export async function readWhole({ server, read }: HeldReader): Promise<{ whole: Evidence; asked: readonly string[] }> {
  const result = await read(limits);
  assert('value' in result, JSON.stringify(result));
  assert.deepEqual(result.value.unread, []);
  return { whole: result.value, asked: [...new Set(server.seen.map(({ url }) => url.pathname))] };
}

/** Requests that differ in what they name alone, as one: they are read by the same code. */
function kindOf(path: string): string {
  return path
    .replace(/\/(?:collaborators|users|all)\/[\w-]+/, '/SOMEBODY')
    .replace(/\/[0-9a-f]{40}(?=\/|$)/, '/COMMIT')
    .replace(/\/\d+(?=\/|$)/g, '/NUMBER');
}

/** Reads while every request of one path, or of each path of its kind, goes wrong. */
export function readWith(
  { server, read }: HeldReader,
  path: string,
  { name, fault }: NamedFault,
  alike = false,
): Promise<ReadResult> {
  server.seen.length = 0;
  const fails = (other: string) => (alike ? kindOf(other) === kindOf(path) : other === path);
  server.fault = (_, { url }) => (fails(url.pathname) ? fault : undefined);
  // A fault that takes its time must not take ours; any other has the time that a busy machine needs.
  return read(/^no answer|never ends/.test(name) ? { ...limits, milliseconds: 300 } : limits);
}

/** Holds a reader to each fault, at each of its requests. */
export function holdToFaults(start: () => Promise<HeldReader>): void {
  let reader: HeldReader;
  let whole: Evidence;
  let asked: readonly string[];
  before(async () => {
    reader = await start();
    const all = await readWhole(reader);
    whole = all.whole;
    asked = [...new Map(all.asked.map((path) => [kindOf(path), path])).values()];
  });
  after(() => reader.server.stop());

  for (const { name } of allFaults('')) {
    it(`is said, and proves no more: ${name}`, async () => {
      const fault = allFaults(reader.secret).find((each) => each.name === name);
      assert(fault !== undefined);
      for (const path of asked) {
        const place = `${name} at ${path}`;
        const result = await readWith(reader, path, fault, true);
        assert(!JSON.stringify(result).includes(reader.secret), `${place}: the token came back`);
        if ('value' in result) assertNotWrong(result.value, whole, place);
        else assertSentence(result.trouble.sentence, place);
        for (const { why } of 'value' in result ? result.value.unread : []) assertSentence(why, place);
        for (const { url } of reader.server.seen) {
          assert(!url.href.includes(reader.secret), `${place}: the token is in an address`);
        }
      }
    });
  }

  it('passes where it lasts no longer than one request', async () => {
    const passing = allFaults('').filter(({ name }) => /^(?:5|429: too many requests$|the conn)/.test(name));
    for (const { name, fault } of passing) {
      for (const path of asked) {
        let left = 1;
        reader.server.fault = (_, { url }) => (url.pathname === path && left-- === 1 ? fault : undefined);
        const result = await reader.read(limits);
        assert('value' in result, `${name} at ${path}: ${JSON.stringify(result)}`);
        assert.deepEqual({ ...result.value, readAt: '' }, { ...whole, readAt: '' });
      }
    }
  });
}

function assertSentence(text: string, place: string): void {
  assert(/^[\x20-\x7e]{20,400}[.)]$/.test(text), `${place}: ${JSON.stringify(text)}`);
  assert(!/<script|\bSAML\b|Unicorn/.test(text), `${place} repeats what the host wrote: ${text}`);
}
