import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filledElsewhere, openDiskCache } from '../../src/git/disk-cache.js';

describe('openMemory', () => {
  let common: string;
  beforeEach(() => {
    common = mkdtempSync(join(tmpdir(), 'pm-zone-memory-'));
  });
  afterEach(() => rmSync(common, { recursive: true }));
  const folder = (): string => join(common, 'pm-zone', 'cache');
  const files = (): string[] => readdirSync(folder()).map((name) => join(folder(), name));
  /** Asks twice, by two memories; gives how often it was computed. */
  async function computed(
    value: unknown,
    between: () => void = () => undefined,
    versions = ['1', '1'],
    keys = ['k', 'k'],
  ): Promise<number> {
    let times = 0;
    for (const index of [0, 1]) {
      const memory = openDiskCache(common, versions[index] ?? '');
      const got = await memory.getOrCompute('kind', keys[index] ?? '', () => {
        times += 1;
        return Promise.resolve(value);
      });
      assert.deepEqual(got, value);
      if (index === 0) between();
    }
    return times;
  }

  it('computes once', async () => {
    assert.equal(await computed({ a: [1, 'ü', null] }), 1);
    assert.deepEqual([statSync(folder()).mode & 0o777, files().length], [0o700, 1]);
    rmSync(folder(), { recursive: true });
    assert.equal(await computed(false), 1);
  });

  it('computes again for another version or another key', async () => {
    assert.equal(await computed(1, undefined, ['1', '2']), 2);
    assert.equal(await computed(1, undefined, ['3', '3'], ['a', 'b']), 2);
  });

  for (const [name, spoil] of [
    ['empty', () => ''],
    ['cut off', (text: string) => text.slice(0, -3)],
    ['of another key', (text: string) => text.replace('"k"', '"x"')],
    ['without a header', (text: string) => text.slice(text.indexOf('\n') + 1)],
    ['too large', (text: string) => text + ' '.repeat(17 * 2 ** 20)],
  ] as const) {
    it(`computes again what is ${name} on the disk`, async () => {
      const spoilAll = (): void => {
        for (const file of files()) writeFileSync(file, spoil(readFileSync(file, 'utf8')));
      };
      assert.equal(await computed({ long: 'enough' }, spoilAll), 2);
    });
  }

  it('waits for no pipe and reads no folder in the place of what it keeps', async () => {
    for (const put of [(file: string) => execFileSync('mkfifo', [file]), (file: string) => mkdirSync(file)]) {
      const inItsPlace = (): void => {
        for (const file of files()) {
          rmSync(file);
          put(file);
        }
      };
      assert.equal(await computed('x', inItsPlace), 2);
      rmSync(folder(), { recursive: true });
    }
  });

  it('keeps nothing that is too large or no data', async () => {
    const memory = openDiskCache(common, '1', { entry: 100 });
    await memory.getOrCompute('kind', 'k', () => Promise.resolve('x'.repeat(200)));
    assert.throws(files);
    assert.equal(await computed(undefined), 2);
  });

  it('passes on why something could not be computed', async () => {
    await assert.rejects(
      openDiskCache(common, '1').getOrCompute('kind', 'k', () => Promise.reject(new Error('no'))),
      /no/,
    );
  });

  it('computes without a word where nothing can be kept', async () => {
    writeFileSync(join(common, 'pm-zone'), 'in the way');
    assert.equal(await computed(1), 2);
    rmSync(join(common, 'pm-zone'));
    mkdirSync(folder(), { recursive: true });
    const blocked = openDiskCache(common, '1');
    await blocked.getOrCompute('kind', 'k', () => Promise.resolve(1));
    const [file = ''] = files();
    rmSync(file);
    mkdirSync(file);
    assert.equal(await blocked.getOrCompute('kind', 'k', () => Promise.resolve(2)), 2);
    assert.deepEqual(files(), [file]);
    chmodSync(folder(), 0o700);
  });

  it('lets the older half go where there is too much', async () => {
    const memory = openDiskCache(common, '1', { folder: 1000 });
    const keep = (key: string): Promise<string> =>
      memory.getOrCompute('kind', key, () => Promise.resolve('x'.repeat(400)));
    await keep('old');
    for (const file of files()) utimesSync(file, 1, 1);
    const [old] = files();
    await keep('newer');
    await keep('newest');
    assert.equal(files().length, 2);
    assert.ok(!files().includes(old ?? ''));
  });

  it('has another process fill it once, and computes what is lacking still', async () => {
    const other = openDiskCache(common, '1');
    let filled = 0;
    const memory = filledElsewhere(openDiskCache(common, '1'), async () => {
      filled += 1;
      await other.getOrCompute('kind', 'theirs', () => Promise.resolve('read elsewhere'));
    });
    const here = (): Promise<string> => Promise.resolve('read here');
    assert.equal(await memory.getOrCompute('kind', 'theirs', here), 'read elsewhere');
    assert.equal(await memory.getOrCompute('kind', 'ours', here), 'read here');
    assert.equal(filled, 1);
    const later = filledElsewhere(openDiskCache(common, '1'), () => Promise.reject(new Error('All is there.')));
    assert.equal(await later.getOrCompute('kind', 'ours', () => Promise.resolve('again')), 'read here');
  });

  it('keeps one whole result where many write it at once', async () => {
    const memory = openDiskCache(common, '1');
    await Promise.all(
      Array.from({ length: 20 }, () =>
        memory.getOrCompute('kind', 'k', () => Promise.resolve({ a: 'b'.repeat(10_000) })),
      ),
    );
    assert.equal(files().length, 1);
  });
});
