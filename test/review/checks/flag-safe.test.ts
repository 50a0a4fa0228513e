import assert from 'node:assert/strict';

import type { Report } from '../../../src/review/check.js';
import { flagSafe } from '../../../src/review/checks/flag-safe.js';
import { lineAt, createReviewContext, type ReviewContextParts, type SideFiles } from '../../support/review-context.js';

async function reportsOf(parts: ReviewContextParts): Promise<readonly Report[]> {
  const outcome = await flagSafe.run(createReviewContext(parts));
  assert.notEqual(outcome, 'not-applicable');
  return outcome === 'not-applicable' ? [] : outcome.reports;
}

const flags = (text: string): Record<string, string> => ({ 'flags.yaml': text });

describe('flag-safe', () => {
  it('has nothing to say where no flag file is touched', async () => {
    assert.equal(await flagSafe.run(createReviewContext({ head: { 'a.md': 'x' } })), 'not-applicable');
  });

  it('wants a new flag off', async () => {
    for (const [head, expected] of [
      ['new-home: {enabled: false}', undefined],
      ['new-home: false', undefined],
      ['new-home: {enabled: false, rollout: 50}', undefined],
      ['new-home: {enabled: true}', /^The flag new-home is new and is on/],
      ['new-home: {enabled: on}', /is on/],
      ['new-home: {enabled: "false"}', /does not say that it is off/],
      ['new-home: {}', /does not say that it is off/],
      ['new-home: {enabled: false, production: true}', /does not say that it is off/],
      ['new-home: {rollout: 5}', /is on/],
    ] as const) {
      const [report, ...more] = await reportsOf({ head: flags(head) });
      assert.deepEqual(more, []);
      if (expected === undefined) assert.equal(report, undefined, head);
      else assert.match(report?.message ?? '', expected, head);
    }
  });

  it('takes a flag that moves as it was for the one it was, and one that is turned on by the way as new', async () => {
    const move = (before: string, after: string): Promise<readonly Report[]> =>
      reportsOf({ base: { 'a/flags.yaml': before }, head: { 'b/flags.yaml': after } });
    assert.deepEqual(await move('new-home: true', 'new-home: true'), []);
    assert.match((await move('new-home: false', 'new-home: true'))[0]?.message ?? '', /is new and is on/);
  });

  it('wants a flag that also stays where it was off in the new place', async () => {
    const [report] = await reportsOf({
      base: { 'a/flags.yaml': 'new-home: true' },
      head: { 'a/flags.yaml': 'new-home: {enabled: true}', 'b/flags.yaml': 'new-home: true' },
    });
    assert.equal(report?.path, 'b/flags.yaml');
  });

  it('wants each rollout of a changed flag from 0 to 100', async () => {
    const base = flags('new-home: {enabled: true, rollout: 10}\nold: {rollout: 500}');
    for (const [rollout, wrong] of [
      ['0', false],
      ['100', false],
      ['33.3', false],
      ['101', true],
      ['-1', true],
      ['"20%"', true],
      ['20%', true],
      ['.nan', true],
      ['1:30', true],
      ['010', true],
      ['1e400', true],
    ] as const) {
      const reports = await reportsOf({
        base,
        head: flags(`new-home: {enabled: true, rollout: ${rollout}}\nold: {rollout: 500}`),
      });
      assert.deepEqual(
        reports.map(({ severity, line, column }) => [severity, line, column]),
        wrong ? [['blocker', 1, 36]] : [],
        rollout,
      );
    }
  });

  it('wants shares that make 100', async () => {
    const goff = (a: string): string =>
      `new-home:\n  variations: {a: true, b: false}\n  defaultRule:\n    percentage:\n      a: ${a}\n      b: 50\n`;
    const change = (text: string): Promise<readonly Report[]> =>
      reportsOf({ base: flags(goff('0')), head: flags(text) });
    assert.deepEqual(await change(goff('50.0')), []);
    assert.match(
      (await change(goff('49.5')))[0]?.message ?? '',
      /^The shares of new-home add up to 99\.5 instead of 100/,
    );
    assert.match((await change(goff('x'))).at(-1)?.message ?? '', /add up to no number instead of 100/);
  });

  it('reports what makes a file untrustworthy as a blocker with its place', async () => {
    const [report] = await reportsOf({ base: flags('a: 1'), head: flags('a: 1\n"a": 2\n') });
    assert.deepEqual(
      { ...report, message: '' },
      { path: 'flags.yaml', line: 2, column: 1, severity: 'blocker', message: '' },
    );
    const [broken] = await reportsOf({ base: flags('a: 1'), head: flags('a: {') });
    assert.equal(broken?.unparsed, true);
    assert.deepEqual(await reportsOf({ base: flags('a: {'), head: {} }), []);
  });

  it('stands where code asks for a deleted flag, at the line and column', async () => {
    const uses: SideFiles = {
      'a.ts': "const x = 'new-home-2';\nflags.newHomeland;\nother.newHome;\n",
      'src/test/b.ts': "'new-home'",
      'src/page.tsx': "// what\r\nif (flag('new-home')) show();\n",
    };
    const [report, ...more] = await reportsOf({
      base: { ...uses, ...flags('new-home: false') },
      head: { ...uses, ...flags('') },
    });
    assert.deepEqual(more, []);
    assert.deepEqual([report?.path, report?.line, report?.column], ['src/page.tsx', 2, 10]);
    assert.match(report?.message ?? '', /^The flag new-home is deleted while this code still asks for it/);
  });

  it('knows uses in other languages, as a member, and in comments', async () => {
    for (const [path, text, place] of [
      ['a.py', 'x = 1\nif enabled("new-home"):\n', [2, 12]],
      ['a.vue', '<p v-if="flags.newHome">', [1, 16]],
      ['a.ts', 'useFlags().newHome', [1, 12]],
      ['a.ts', '// `new-home`', [1, 4]],
    ] as const) {
      const [report] = await reportsOf({
        base: { [path]: text, ...flags('new-home: false') },
        head: { [path]: text, ...flags('') },
      });
      assert.deepEqual([report?.path, report?.line, report?.column], [path, ...place]);
    }
  });

  it('says each deleted flag once, whatever the code', async () => {
    const uses: SideFiles = { 'a.ts': "'a' + 'b'", 'b.ts': "'a' + 'b'", 'c.ts': "'a'" };
    const reports = await reportsOf({
      base: { ...uses, ...flags('a: 1\nb: 1\nc: 1') },
      head: { ...uses, ...flags('c: 2') },
    });
    assert.deepEqual(
      reports.map(({ path, column }) => [path, column]),
      [
        ['a.ts', 1],
        ['a.ts', 7],
      ],
    );
  });

  it('lets a flag go that no code asks for, or that another file has', async () => {
    const code = { 'a.ts': 'x', 'b.ts': "'new-home'" };
    assert.deepEqual(
      await reportsOf({ base: { 'a.ts': 'x', ...flags('new-home: false') }, head: { 'a.ts': 'x' } }),
      [],
    );
    const elsewhere = { ...code, 'x/flags.yaml': 'new-home: false' };
    assert.deepEqual(await reportsOf({ base: { ...elsewhere, ...flags('new-home: false') }, head: elsewhere }), []);
  });

  it('is not sure where there is more code than can be searched', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_001 }, (_, index) => [`a/${index}.ts`, 'x']));
    const all = { ...many, 'a/0.ts': "'b'" };
    const reports = await reportsOf({ base: { ...all, ...flags('new-home: 1\nb: 1') }, head: all });
    assert.deepEqual(
      reports.map(({ path, message }) => [path, message.slice(0, 45)]),
      [
        ['a/0.ts', 'The flag b is deleted while this code still a'],
        ['flags.yaml', 'The flag new-home is deleted, and there is mo'],
      ],
    );
  });

  it('places what it says in the head text', async () => {
    const text = 'old: false\nnew-home: true\n';
    const [report] = await reportsOf({ base: flags('old: false\n'), head: flags(text) });
    assert.equal(lineAt(text, report?.line ?? 0), 'new-home: true');
  });
});
