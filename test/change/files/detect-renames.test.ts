import assert from 'node:assert/strict';
import { detectRenames } from '../../../src/change/files/detect-renames.js';
import type { RenameCandidate } from '../../../src/change/files/detect-renames.js';
import { processorTime } from '../../support/processor-time.js';

const file = (path: string, text: string | undefined, more: Partial<RenameCandidate> = {}): RenameCandidate => ({
  path,
  mode: '100644',
  oid: text === undefined ? `oid of ${path}` : `oid of ${text}`,
  bytes: text?.length ?? 9,
  text,
  ...more,
});

const body = 'one line\ntwo lines\nthree lines\nfour lines\n';

describe('detectRenames', () => {
  const cases: readonly [string, readonly RenameCandidate[], readonly RenameCandidate[], Record<string, string>][] = [
    ['the same content elsewhere', [file('a', body)], [file('b', body)], { b: 'a' }],
    ['a file of the same name first', [file('x/a', body), file('x/b', body)], [file('y/b', body)], { 'y/b': 'x/b' }],
    ['one source for one target', [file('a', body)], [file('b', body), file('c', body)], { b: 'a' }],
    ['content that is alike', [file('a', body)], [file('b', `${body}five lines\n`)], { b: 'a' }],
    ['the likest first', [file('a', body)], [file('b', body.slice(0, 30)), file('c', `${body}5\n`)], { c: 'a' }],
    ['nothing in texts that differ', [file('a', body)], [file('b', 'x\ny\nz\n')], {}],
    ['nothing in texts of another length', [file('a', body)], [file('b', body.repeat(3))], {}],
    ['nothing in empty files', [file('a', '')], [file('b', '')], {}],
    [
      'nothing between a file and a link',
      [file('a', body)],
      [file('b', body, { mode: '120000', text: undefined })],
      {},
    ],
    [
      'binaries by their content',
      [file('a', undefined, { oid: '1' })],
      [file('b', undefined, { oid: '1' })],
      { b: 'a' },
    ],
    ['nothing in binaries that differ', [file('a', undefined)], [file('b', undefined)], {}],
    ['texts that git does not hold yet', [file('a', body)], [file('b', body, { oid: undefined })], { b: 'a' }],
  ];
  for (const [name, removed, added, expected] of cases) {
    it(`finds ${name}`, () => assert.deepEqual(Object.fromEntries(detectRenames(removed, added)), expected));
  }

  it('compares no more pairs than it can in a moment', () => {
    const many = (prefix: string): RenameCandidate[] =>
      Array.from({ length: 200 }, (_, index) => file(`${prefix}${index}`, `${body}${prefix}${index}\n`));
    assert.equal(detectRenames(many('a'), many('b')).size, 0);
  });

  it('finds the same content among very many', () => {
    const many = (prefix: string): RenameCandidate[] =>
      Array.from({ length: 50_000 }, (_, index) => file(`${prefix}${index}`, 'same'));
    const started = processorTime();
    assert.ok(detectRenames(many('a'), many('b')).size > 0);
    assert.ok(processorTime() - started < 3000);
  });
});
