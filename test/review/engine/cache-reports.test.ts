import assert from 'node:assert/strict';
import type { FileVersion } from '../../../src/change/change.js';
import type { Report } from '../../../src/review/check.js';
import { cacheReports, type FileSides } from '../../../src/review/engine/cache-reports.js';
import type { DiskCache } from '../../../src/git/disk-cache.js';

/** As the real one: plain JSON data, and nothing is kept of `undefined`. */
function memory(): DiskCache['getOrCompute'] {
  const kept = new Map<string, string>();
  return async <T>(kind: string, key: string, compute: () => Promise<T>) => {
    const known = kept.get(`${kind} ${key}`);
    if (known !== undefined) return JSON.parse(known) as T;
    const value = await compute();
    if (value !== undefined) kept.set(`${kind} ${key}`, JSON.stringify(value));
    return value;
  };
}

const version = (oid: string | undefined, more: Partial<FileVersion> = {}): FileVersion => ({
  mode: '100644',
  oid,
  bytes: 1,
  text: 'x',
  ...more,
});

const report: Report = { message: 'It is gone.', path: 'a', line: 2, column: 1 };

describe('rememberReports', () => {
  /** How often two reviews compute, and what the second one gives. */
  async function twice(
    first: FileSides,
    second: FileSides,
    options: {
      readonly reports?: readonly Report[];
      readonly facts?: readonly unknown[];
      readonly remember?: DiskCache['getOrCompute'] | undefined;
    } = {},
  ): Promise<{ computed: number; reports: readonly Report[] }> {
    const { reports, facts, remember } = { reports: [report], facts: ['', ''], remember: memory(), ...options };
    let computed = 0;
    const compute = () => {
      computed += 1;
      return Promise.resolve(reports);
    };
    await cacheReports(remember, 'copy', [first], facts[0], compute);
    return { reports: await cacheReports(remember, 'copy', [second], facts[1], compute), computed };
  }

  const file: FileSides = { path: 'a', before: version('1'), after: version('2') };

  it('computes once for the same contents and facts', async () => {
    assert.deepEqual(await twice(file, { ...file }), { computed: 1, reports: [report] });
    assert.deepEqual(await twice(file, { ...file }, { reports: [] }), { computed: 1, reports: [] });
  });

  for (const [name, other] of [
    ['another path', { ...file, path: 'b' }],
    ['another content', { ...file, after: version('3') }],
    ['another mode', { ...file, after: version('2', { mode: '100755' }) }],
    ['what could not be read then', { ...file, before: version('1', { unread: 'missing' }) }],
    ['a file that is new', { path: 'a', after: version('2') }],
    ['a file that is gone', { path: 'a', before: version('1') }],
    ['the sides the other way round', { path: 'a', before: version('2'), after: version('1') }],
  ] as const) {
    it(`computes anew for ${name}`, async () => {
      assert.equal((await twice(file, other)).computed, 2);
    });
  }

  it('computes anew for other facts', async () => {
    assert.equal((await twice(file, file, { facts: ['x', 'y'] })).computed, 2);
  });

  it('remembers nothing of a content that git does not hold', async () => {
    const onDisk = { ...file, after: version(undefined) };
    assert.equal((await twice(onDisk, onDisk)).computed, 2);
  });

  for (const [name, found] of [
    ['what could not be parsed', { ...report, unparsed: true }],
    ['what could not be looked at', { message: 'Nobody can tell.', path: 'a' }],
  ] as const) {
    it(`remembers nothing of ${name}`, async () => {
      assert.deepEqual(await twice(file, file, { reports: [report, found] }), {
        computed: 2,
        reports: [report, found],
      });
    });
  }

  it('computes each time without a memory', async () => {
    assert.deepEqual(await twice(file, file, { remember: undefined }), { computed: 2, reports: [report] });
  });
});
