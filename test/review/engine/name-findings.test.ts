import assert from 'node:assert/strict';
import type { Change } from '../../../src/change/change.js';
import { nameFindings } from '../../../src/review/engine/name-findings.js';
import type { Finding } from '../../../src/review/review.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';

const changeTo = (head: SideFiles): Change =>
  createReviewContext({ base: { 'a.json': '{}', 'b.json': '{}' }, head }).change;

const finding = (more: Partial<Finding> = {}): Finding => ({
  check: 'copy-catalog',
  severity: 'needs-fix',
  message: 'It is wrong.',
  path: 'a.json',
  line: 1,
  because: [],
  ...more,
});

const idsOf = (findings: readonly Finding[], change: Change): readonly (string | undefined)[] =>
  nameFindings(findings, change).map(({ id }) => id);

describe('the names of findings', () => {
  const change = changeTo({ 'a.json': '{"a":1}', 'b.json': '{}' });

  it('begin with the check, and are the same for the same content, wherever it stands', () => {
    const [id] = idsOf([finding()], change);
    assert.match(id ?? '', /^copy-catalog-[0-9a-f]{16}$/);
    assert.deepEqual(idsOf([finding({ line: 7, severity: 'blocker' })], change), [id]);
    const beside = changeTo({ 'a.json': '{"a":1}', 'b.json': '{"b":1}' });
    assert.deepEqual(idsOf([finding()], beside), [id], 'another file was edited');
  });

  it('change with the content of the file, and of the whole change where no file is named', () => {
    const edited = changeTo({ 'a.json': '{"a":2}', 'b.json': '{}' });
    const whole = { check: finding().check, severity: finding().severity, message: finding().message, because: [] };
    assert.notDeepEqual(idsOf([finding()], edited), idsOf([finding()], change));
    assert.notDeepEqual(idsOf([whole], edited), idsOf([whole], change));
    assert.notDeepEqual(idsOf([finding()], changeTo({ 'b.json': '{}' })), idsOf([finding()], change));
  });

  it('change with every file of a change, however long their texts are together', () => {
    const long = 'x'.repeat(70_000);
    const whole = { check: finding().check, severity: finding().severity, message: finding().message, because: [] };
    const ids = [
      { a: long, b: long, c: '1' },
      { a: `${long}y`, b: long, c: '1' },
      { a: long, b: long, c: '2' },
    ].flatMap((head) => idsOf([whole], changeTo(head)));
    assert.equal(new Set(ids).size, 3);
  });

  it('tell findings apart by what they are about, and equal ones by their order', () => {
    const title = { kind: 'text', name: 'title' } as const;
    const findings = [
      finding(),
      finding({ message: 'It is worse.' }),
      finding({ path: 'b.json' }),
      finding({ check: 'secrets' }),
      finding({ key: title }),
      finding({ line: 2 }),
    ];
    assert.equal(new Set(idsOf(findings, change)).size, findings.length);
    const reworded = finding({ key: title, message: 'The same, said otherwise.' });
    assert.deepEqual(idsOf([reworded], change), [idsOf(findings, change)[4]]);
  });

  it('of what is staged go by the staged content', () => {
    const staged = { ...change, staged: changeTo({ 'a.json': '{"a":3}' }) };
    const found = finding({ staged: true });
    assert.notDeepEqual(idsOf([found], staged), idsOf([finding()], staged));
    assert.deepEqual(idsOf([found], { ...staged, files: [] }), idsOf([found], staged));
  });

  it('of content that could not be read go by its id in git', () => {
    const unread = (oid: string): Change =>
      createReviewContext({ head: { 'a.json': { mode: '100644', bytes: 3, unread: 'binary', oid } } }).change;
    assert.notDeepEqual(idsOf([finding()], unread('1'.repeat(40))), idsOf([finding()], unread('2'.repeat(40))));
    const bare = createReviewContext({ head: { 'a.json': { mode: '160000', bytes: 0, oid: undefined } } }).change;
    assert.match(idsOf([finding()], bare)[0] ?? '', /^copy-catalog-/);
  });
});
