import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { ChangedFile } from '../../src/change/change.js';
import { contentHash } from '../../src/review/content-hash.js';
import { createReviewContext, type SideFiles } from '../support/review-context.js';

const hash = (head: SideFiles, base: SideFiles = {}, text = 'item'): string =>
  contentHash(text, createReviewContext({ base, head }).change);
const version = (more: object) => ({ mode: '100644', oid: 'a'.repeat(40), bytes: 1, ...more });

describe('contentHash', () => {
  it('is the same for the same content, in whatever order and whether git holds it or not', () => {
    const { change } = createReviewContext({ head: { a: '1', b: '2' } });
    const turned = {
      ...change,
      files: [...change.files]
        .reverse()
        .map((file): ChangedFile => ({ ...file, ...(file.after && { after: { ...file.after, oid: undefined } }) })),
    };
    assert.equal(contentHash('item', turned), contentHash('item', change));
  });

  it('is over all of a change, however long its texts are together', () => {
    const long = 'x'.repeat(70_000);
    const whole = createHash('sha256').update(JSON.stringify('item'));
    for (const path of ['a', 'b']) whole.update(JSON.stringify([path, '100644', long]));
    assert.equal(hash({ a: long, b: long }), whole.digest('hex'));
  });

  it('differs for what is staged otherwise', () => {
    const { change } = createReviewContext({ head: { a: '1' } });
    const staged = { ...change, staged: createReviewContext({ head: { a: '2' } }).change };
    assert.notEqual(contentHash('item', staged), contentHash('item', change));
  });

  it('takes what git does not hold yet as git will store it, where it converts line endings', () => {
    const { change: stored } = createReviewContext({ head: { a: '1\n2\n' } });
    const { change: onDisk } = createReviewContext({ head: { a: version({ text: '1\r\n2\r\n', oid: undefined }) } });
    const { change: held } = createReviewContext({ head: { a: version({ text: '1\r\n2\r\n' }) } });
    assert.equal(contentHash('item', onDisk, true), contentHash('item', stored, true));
    assert.notEqual(contentHash('item', onDisk), contentHash('item', stored));
    assert.notEqual(contentHash('item', held, true), contentHash('item', stored, true));
  });

  it('takes no text for a file that could not be read', () => {
    const binary = version({ unread: 'binary' });
    for (const text of [`binary ${binary.oid}`, JSON.stringify(['binary', binary.oid]), 'gone'])
      assert.notEqual(hash({ a: version({ text }) }), hash({ a: binary }));
  });

  const plain = hash({ a: '1', b: '2' });
  const others: readonly (readonly [string, string])[] = [
    ['another text', hash({ a: '1', b: '3' })],
    ['another path', hash({ a: '1', c: '2' })],
    ['one file more', hash({ a: '1', b: '2', c: '3' })],
    ['one file removed', hash({ a: '1', b: '2' }, { c: '3' })],
    ['another mode', hash({ a: '1', b: version({ mode: '100755', text: '2' }) })],
    ['another item', hash({ a: '1', b: '2' }, {}, 'other')],
    ['an unread file', hash({ a: '1', b: version({ unread: 'binary' }) })],
    ['another unread file', hash({ a: '1', b: version({ unread: 'binary', oid: 'b'.repeat(40) }) })],
    ['an unread file that git does not hold', hash({ a: '1', b: version({ unread: 'too-large', oid: undefined }) })],
    ['a version without either', hash({ a: '1', b: version({ oid: undefined }) })],
  ];
  for (const [what, value] of others) it(`differs for ${what}`, () => assert.notEqual(value, plain));

  it('differs among all of these', () => assert.equal(new Set(others.map(([, value]) => value)).size, others.length));
});
