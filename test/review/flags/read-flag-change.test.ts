import assert from 'node:assert/strict';

import type { FlagChange } from '../../../src/review/flags/flag-change.js';
import { readFlagChange } from '../../../src/review/flags/read-flag-change.js';
import type { Remember } from '../../../src/review/flags/read-flag-change.js';
import { reviewContext } from '../../support/review-context.js';
import type { ReviewContextParts, Side } from '../../support/review-context.js';

const read = (base: Side, head: Side, more: ReviewContextParts = {}, remember?: Remember): Promise<FlagChange> =>
  readFlagChange({ ...reviewContext({ ...more, base, head }), ...(remember && { remember }) });

/** `key before→after` by path. */
const differencesOf = ({ differences }: FlagChange): string[] =>
  differences.map(({ key, before, after }) => `${key} ${before?.path ?? '-'}→${after?.path ?? '-'}`);

describe('readFlagChange', () => {
  it('knows every flag at the head, those of files that the change leaves alone too', async () => {
    const change = await read(
      { 'a/flags.yaml': 'one: false\n', 'b/flags.json': '{"two": true}', 'src/app.ts': 'old' },
      { 'a/flags.yaml': 'one: true\n', 'b/flags.json': '{"two": true}', 'src/app.ts': 'new' },
    );
    assert.deepEqual([...change.flags.keys()], ['one', 'two']);
    assert.deepEqual(change.paths, ['a/flags.yaml', 'b/flags.json']);
    assert.deepEqual(
      change.files.map(({ path }) => path),
      ['a/flags.yaml'],
    );
    assert.deepEqual(differencesOf(change), ['one a/flags.yaml→a/flags.yaml']);
  });

  it('takes a flag that moves to another file for one that is gone here and new there', async () => {
    const change = await read(
      { 'a/flags.yaml': 'one: false\n', 'b/flags.yaml': '{}\n' },
      { 'a/flags.yaml': '{}\n', 'b/flags.yaml': 'one: false\n' },
    );
    assert.deepEqual(differencesOf(change), ['one a/flags.yaml→-', 'one -→b/flags.yaml']);
  });

  it('names every file that has a key', async () => {
    const { flags, definedIn } = await read(
      { 'a/flags.yaml': 'one: true\n' },
      { 'a/flags.yaml': 'one: true\n', 'b/flags.yaml': 'one: false\n' },
    );
    assert.deepEqual(definedIn?.get('one'), ['b/flags.yaml', 'a/flags.yaml']);
    assert.equal(flags.get('one')?.path, 'b/flags.yaml');
  });

  it('finds flag files by the setting, in any case, and by their usual names whatever the setting', async () => {
    const text = 'one: true\n';
    const paths = ['config/toggles.yml', 'CONFIG/Toggles.YML', 'src/flags.yaml', 'src/Flags.YAML', 'src/app.yaml'];
    const { files } = await read({}, Object.fromEntries(paths.map((path) => [path, text])), {
      settings: { flagFiles: ['config/toggles.yml'] },
    });
    assert.deepEqual(files.map(({ path }) => path).sort(), [...paths.slice(0, 4)].sort());
    const without = await read({}, { 'src/flags.yaml': text }, { tip: { zone: undefined } });
    assert.deepEqual([...without.flags.keys()], ['one']);
  });

  it('says what it cannot read', async () => {
    const binary = { mode: '100644', oid: 'd'.repeat(40), bytes: 9, unread: 'binary' } as const;
    const { files, flags } = await read(
      {},
      { 'a/flags.yaml': binary, 'b/flags.json': '{', 'c/flags.toml': 'one = true' },
      { settings: { flagFiles: ['**/flags.*'] } },
    );
    assert.equal(flags.size, 0);
    assert.deepEqual(
      files.map(({ after }) => after?.trouble.map(({ unparsed, message }) => [unparsed, message.slice(0, 30)])),
      [
        [[true, 'The flags of this file could n']],
        [[true, 'This file is not valid JSON fr']],
        [[true, 'Flag files can only be read as']],
      ],
    );
  });

  it('reads a bounded number of files, and says so of the others', async () => {
    const paths = Array.from({ length: 502 }, (_, index) => `f${String(index).padStart(3, '0')}/flags.yaml`);
    const head = Object.fromEntries(paths.map((path) => [path, 'one: true\n']));
    const gone = await read({ ...head, 'z/flags.yaml': 'last: true\n' }, head);
    assert.equal(gone.paths?.length, 500);
    const all = await read({ 'f501/flags.yaml': 'one: false\n' }, head);
    assert.deepEqual(
      all.files.flatMap(({ path, before, after }) =>
        after?.trouble.length ? [[path, before, after.trouble[0]?.message]] : [],
      ),
      ['f500/flags.yaml', 'f501/flags.yaml'].map((path) => [
        path,
        undefined,
        'There are too many flag files here to look at. Ask an engineer to make this part of the change.',
      ]),
    );
  });

  it('remembers what it parsed by blob and path, and needs no text that git does not hold yet to be remembered', async () => {
    const kept = new Map<string, string>();
    const remember: Remember = async (kind, key, compute) => {
      const name = `${kind} ${key}`;
      if (!kept.has(name)) kept.set(name, JSON.stringify(await compute()));
      return JSON.parse(kept.get(name) ?? '') as Awaited<ReturnType<typeof compute>>;
    };
    const sides: [Side, Side] = [
      { 'a/flags.yaml': 'one: {__proto__: {x: off}, rollout: "20"}\n', 'b/flags.yaml': 'two: 1\n' },
      {
        'a/flags.yaml': 'one: {__proto__: {x: false}, rollout: "20"}\n',
        'b/flags.yaml': { mode: '100644', oid: undefined, bytes: 7, text: 'two: 2\n' },
      },
    ];
    const first = await read(...sides, {}, remember);
    assert.equal(kept.size, 3);
    const second = await read(...sides, {}, remember);
    const plain = await read(...sides);
    for (const change of [first, second, plain]) {
      assert.deepEqual(differencesOf(change), ['one a/flags.yaml→a/flags.yaml', 'two b/flags.yaml→b/flags.yaml']);
      assert.equal(Number.isFinite(change.flags.get('one')?.rollouts[0]?.percent), false);
      assert.equal(JSON.stringify(change.flags.get('one')?.value), '{"__proto__":{"x":false},"rollout":"20"}');
    }
  });
});
