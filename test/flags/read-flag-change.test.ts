import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { FileVersion } from '../../src/change/change.js';
import type { FlagChange } from '../../src/flags/flag-change.js';
import { matchFlagFiles } from '../../src/flags/match-flag-files.js';
import type { DiskCache } from '../../src/git/disk-cache.js';
import { readFlagChange } from '../../src/flags/read-flag-change.js';
import type { Report } from '../../src/review/check.js';
import { flagSafe } from '../../src/review/checks/flag-safe.js';
import { createReviewContext, type ReviewContextParts, type SideFiles } from '../support/review-context.js';

function read(parts: ReviewContextParts, remember?: DiskCache['getOrCompute']): Promise<FlagChange> {
  const { policy, change, snapshot } = createReviewContext(parts);
  return readFlagChange({ policy, change, snapshot, ...(remember && { getOrCompute: remember }) });
}

async function flagReports(parts: ReviewContextParts): Promise<readonly Report[]> {
  const outcome = await flagSafe.run(createReviewContext(parts));
  return outcome === 'not-applicable' ? assert.fail(outcome) : outcome.reports;
}

/** `+new`, `-gone`, `~changed`, in the order found. */
async function differences(parts: ReviewContextParts): Promise<readonly string[]> {
  return (await read(parts)).differences.map(({ key, before, after }) => (before ? (after ? '~' : '-') : '+') + key);
}

const yaml = (before: string, after: string): ReviewContextParts => ({
  base: { 'flags.yaml': before },
  head: { 'flags.yaml': after },
});

describe('readFlagChange', () => {
  it('sees no difference where only the form changes', async () => {
    for (const [before, after] of [
      ['a: true\nb: {x: 1, y: [1, 2]}\n', '# why\n"b":\n  y:\n    - 1\n    - 2\n  x: 1\n\na: true # on\n'],
      ['a: true\n', '\uFEFFa: true\r\n'],
      ['flags:\n- {key: a, on: true}\n- {key: b, on: true}\n', 'flags:\n- {key: b, on: true}\n- {on: true, key: a}\n'],
    ] as const)
      assert.deepEqual(await differences(yaml(before, after)), []);
  });

  it('reads JSON with comments, which are a fault only where they are new', async () => {
    const json = (text: string): SideFiles => ({ 'flags.json': text });
    const settings = { flagFiles: ['flags.json'] };
    const problems = async (before: string, after: string): Promise<readonly unknown[]> => {
      const { files, differences: found } = await read({ base: json(before), head: json(after), settings });
      return [found.map(({ key }) => key), files[0]?.after?.problems.map(({ at, unparsed }) => [at.line, unparsed])];
    };
    const commented = '{\n// why\n"a": false, // what\n"b": false}';
    assert.deepEqual(await problems(commented, commented.replace('"b": false', '"b": true')), [['b'], [[2, false]]]);
    assert.deepEqual(await problems('{"a": false}', '{"a": true}'), [['a'], []]);
    assert.deepEqual(await problems(commented, '{// why\n"a": }'), [[], [[2, true]]]);
    const [report, ...more] = await flagReports({
      base: json('{"a": false}'),
      head: json('{"a": false /* x */}'),
      settings,
    });
    assert.match(report?.message ?? '', /^JSON has no comments/);
    assert.equal(more.length, 0);
    assert.deepEqual(await flagReports({ base: json(commented), head: json(`${commented}\n// end`), settings }), []);
  });

  it('takes what stands beside a wrapper that comes or goes for settings, as far as it stays the same', async () => {
    const settings = 'mail:\n  host: x\njobs:\n  most: 5\n';
    const wrapped = `features:\n  a: true\n${settings}`;
    assert.deepEqual(await differences(yaml(settings, wrapped)), ['+a']);
    assert.deepEqual(await differences(yaml(wrapped, settings)), ['-a']);
    assert.deepEqual((await read(yaml(settings, wrapped))).sharedChanges, []);
    assert.deepEqual(await differences(yaml('b: false\nc: false\n', 'features: {a: false}\nb: true\nc: false\n')), [
      '-b',
      '+a',
    ]);
  });

  it('passes over the new ids that Flagsmith gives a state, unless shares of people hang on them', async () => {
    const flag = (id: number, shares: string): string =>
      `flags:\n- {feature: {name: a}, enabled: true, django_id: ${id}, featurestate_uuid: u${id}, multivariate_feature_state_values: [${shares}]}\n`;
    assert.deepEqual(await differences(yaml(flag(1, ''), flag(2, ''))), []);
    const half = '{percentage_allocation: 50}';
    assert.deepEqual(await differences(yaml(flag(1, half), flag(2, half))), ['~a']);
  });

  it('names what is new, gone and changed, also of keys that mean something to JavaScript', async () => {
    assert.deepEqual(
      await differences(yaml('a: 1\nb: 1\nconstructor: 1\ntoString: 1\n', 'a: 2\nc: 1\nconstructor: 2\n')),
      ['~a', '-b', '~constructor', '-toString', '+c'],
    );
  });

  it('takes a name that JavaScript keeps for itself as nobody’s, and its value for what it is', async () => {
    const { sharedChanges } = await read(yaml('__proto__: 1\n', '__proto__: 2\n'));
    assert.match(sharedChanges[0]?.message ?? '', /^“__proto__” belongs to no single flag/);
    assert.deepEqual(await differences(yaml('a: {__proto__: {b: 1}}\n', 'a: {__proto__: {b: 2}}\n')), ['~a']);
  });

  it('sees what only one of two readings sees', async () => {
    for (const [before, after] of [
      ['a: "on"', 'a: on'],
      ['a: 8', 'a: 010'],
      ['a: 90', 'a: 1:30'],
      ['a: "1_000"', 'a: 1_000'],
      ['x: &x {a: 1}\na: {a: 1}', 'x: &x {a: 1}\na: {<<: *x}'],
      ['a: 9007199254740992', 'a: 9007199254740993'],
    ] as const)
      assert.ok((await differences(yaml(before, after))).includes('~a'), after);
  });

  it('reads the files that the setting names, in any case, and those that are called as flag files are', () => {
    const { matches: isFlagFile } = matchFlagFiles(
      createReviewContext({ settings: { flagFiles: ['config/*.TOML'] } }).policy,
    );
    const cases = {
      'config/a.toml': true,
      'a.toml': false,
      'x/Flags.YAML': true,
      'feature-flags.json': true,
      'a.json': false,
    };
    for (const [path, expected] of Object.entries(cases)) assert.equal(isFlagFile(path), expected, path);
    const { matches: none } = matchFlagFiles(createReviewContext({ tip: { zone: undefined } }).policy);
    assert.deepEqual([none('a/flags.yml'), none('a/b.yml')], [true, false]);
  });

  it('reads JSON as JSON, whatever the case of its ending', async () => {
    const change = await read({ base: { 'flags.JSON': '{"a": 1}' }, head: { 'flags.JSON': '{"a": on}' } });
    assert.match(change.files[0]?.after?.problems[0]?.message ?? '', /not valid JSON/);
  });

  it('closes what it cannot read', async () => {
    const binary: FileVersion = { mode: '100644', oid: 'e'.repeat(40), bytes: 3, unread: 'binary' };
    for (const head of [{ 'flags.yaml': binary }, { 'flags.toml': 'a = true' }]) {
      const { files, flags } = await read({ head, settings: { flagFiles: ['flags.*'] } });
      const [trouble] = files[0]?.after?.problems ?? [];
      assert.equal(trouble?.unparsed, true);
      assert.match(trouble.message, /Ask your engineering DRI to make this part of the change\.$/);
      assert.equal(flags.size, 0);
    }
  });

  it('does not compare with what could not be read for certain, and says so', async () => {
    for (const before of ['a: {', 'a: 1\na: 2\n', '- [1]', 'a: 1\n---\na: 2\n']) {
      const { sharedChanges } = await read(yaml(before, 'a: 1\n'));
      assert.match(
        sharedChanges[0]?.message ?? '',
        /^Before this change the file could not be read for certain \(line \d/,
        before,
      );
    }
    assert.deepEqual((await read(yaml('a: 1', 'a: {'))).differences, []);
  });

  it('says what belongs to no single flag, and a new form of the whole file', async () => {
    const shared = async (before: string, after: string): Promise<unknown> =>
      (await read(yaml(before, after))).sharedChanges.map(({ at, message }) => [
        at.line,
        message.split(' ').slice(0, 3).join(' '),
      ]);
    assert.deepEqual(await shared('flags: {a: 1}\nsegments: [1]\n', 'flags: {a: 1}\nsegments: [2]\n'), [
      [2, '“segments” belongs to'],
    ]);
    assert.deepEqual(await shared('version: 1\na: 1\n', 'a: 1\n'), [[1, '“version” belongs to']]);
    assert.deepEqual(await shared('a: 1\n', 'defaults: 1\na: 1\n'), [[1, '“defaults” belongs to']]);
    assert.deepEqual(await shared('version: 1\na: 1\n', 'a: 1\nversion: 1\n'), []);
    assert.deepEqual(await shared('a: 1\n', 'flags: {a: 1}\n'), [[1, 'The whole file']]);
    assert.deepEqual(await shared('', 'a: 1\n'), []);
    assert.deepEqual(await shared('a: 1\n', ''), []);
  });

  it('blames a Flipt segment’s change on nobody’s flag', async () => {
    const flipt = (value: string): string =>
      `namespace: default\nflags:\n- key: a\n  type: BOOLEAN_FLAG_TYPE\n  enabled: false\n  rollouts: [{segment: {key: all, value: true}}]\nsegments:\n- {key: all, constraints: [{value: ${value}}]}\n`;
    const { sharedChanges, flags } = await read({
      base: { 'features.yaml': flipt('x') },
      head: { 'features.yaml': flipt('y') },
    });
    assert.match(sharedChanges[0]?.message ?? '', /^“segments” belongs to no single flag/);
    assert.deepEqual(flags.get('a')?.shared, ['all']);
  });

  it('takes a move to another file for a loss and a gain', async () => {
    assert.deepEqual(await differences({ base: { 'a/flags.yaml': 'x: 1' }, head: { 'b/flags.yaml': 'x: 1' } }), [
      '-x',
      '+x',
    ]);
  });

  it('knows every flag at the head and the files that have it, changed ones first', async () => {
    const base = { 'a/flags.yaml': 'x: 1\nq: 1', 'b/flags.yaml': 'x: 1', 'c/flags.yaml': 'z: 1' };
    const { flags, definedIn } = await read({ base, head: { ...base, 'b/flags.yaml': 'x: 2' } });
    assert.deepEqual(
      [...flags.values()].map(({ key, path }) => `${key} ${path}`),
      ['x b/flags.yaml', 'q a/flags.yaml', 'z c/flags.yaml'],
    );
    assert.deepEqual(definedIn.get('x'), ['b/flags.yaml', 'a/flags.yaml']);
  });

  it('leaves no file unsaid where there are more than it reads', async () => {
    const files = (text: string): Record<string, string> =>
      Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`${index}/flags.yaml`, text]));
    const change = await read({ base: files('a: 1'), head: files('a: 2') });
    assert.equal(change.differences.length, 500);
    assert.equal(change.files.filter(({ after }) => after?.problems[0]?.unparsed === true).length, 1);
  });

  it('remembers what git has, and gives the same from what was remembered', async () => {
    const kept = new Map<string, string>();
    const remember: DiskCache['getOrCompute'] = async (kind, key, compute) => {
      const at = `${kind} ${key}`;
      if (!kept.has(at)) kept.set(at, JSON.stringify(await compute()));
      return JSON.parse(kept.get(at) as string) as Awaited<ReturnType<typeof compute>>;
    };
    const parts = yaml('a: 1\n__proto__: {b: 1}\n', 'a: {rollout: x}\n__proto__: {b: 2}\n');
    const plain = await read(parts);
    assert.equal(JSON.stringify(await read(parts, remember)), JSON.stringify(plain));
    assert.equal(kept.size, 2);
    assert.equal(JSON.stringify((await read(parts, remember)).differences), JSON.stringify(plain.differences));
    const loose: FileVersion = { mode: '100644', oid: undefined, bytes: 4, text: 'a: 1' };
    await read({ head: { 'flags.yaml': loose } }, remember);
    assert.equal(kept.size, 2);
  });

  const value = fc.oneof(
    fc.boolean(),
    fc.integer(),
    fc.string(),
    fc.dictionary(fc.string({ minLength: 1 }), fc.boolean()),
  );
  const flagMap = fc.dictionary(
    fc
      .stringMatching(/^[a-z][a-z-]{1,8}$/)
      .filter(
        (key) =>
          !/^(?:x-.*|flags|version|schema|namespace|segments|defaults?|templates?|anchors|definitions|metadata)$/.test(
            key,
          ),
      ),
    value,
    { minKeys: 1, maxKeys: 6 },
  );

  it('sees no difference in another order or layout', async () => {
    await fc.assert(
      fc.asyncProperty(flagMap, async (map) => {
        const turned = Object.fromEntries(Object.entries(map).reverse());
        const parts = {
          base: { 'flags.json': JSON.stringify(map) },
          head: { 'flags.json': JSON.stringify(turned, undefined, 3) },
        };
        assert.deepEqual(await differences(parts), []);
      }),
      { numRuns: 60 },
    );
  });

  it('sees exactly the flag that changes', async () => {
    await fc.assert(
      fc.asyncProperty(flagMap, fc.nat(), async (map, nth) => {
        const keys = Object.keys(map);
        const key = keys[nth % keys.length] as string;
        const parts = yaml(JSON.stringify(map), JSON.stringify({ ...map, [key]: { was: map[key] } }, undefined, 1));
        assert.deepEqual(await differences(parts), [`~${key}`]);
      }),
      { numRuns: 60 },
    );
  });
});
