import assert from 'node:assert/strict';
import { identify } from '../../src/policy/asking.js';
import type { Policy, Zone } from '../../src/policy/policy.js';
import { policyOf } from '../support/policy-of.js';

const titles = ['PM', 'Email', 'Feature folders', 'Flags', 'Reviewers', 'Engineering DRI', 'Product DRI'];
const cells = ['Maya (@maya)', 'maya@example.com', 'src/home', 'new-home', '@org/home', '@erin', '@paul'];
const line = (row: readonly string[]): string => `| ${row.join(' | ')} |\n`;

function policyWith(row: readonly string[], head: readonly string[] = titles): Policy {
  return policyOf(`PMs can touch:\n- \`src/home/**\`\n\n${line(head)}${line(head.map(() => '---'))}${line(row)}`);
}
const replaced = (row: readonly string[], at: number, text: string): readonly string[] => row.with(at, text);
const zoneOf = ({ tips: [{ zone }] }: Policy): Zone => zone as Zone;
const errorsOf = (policy: Policy): readonly string[] =>
  zoneOf(policy).problems.flatMap(({ severity, message }) => (severity === 'error' ? [message] : []));

/** Cells that say less than they seem to, by the column that they stand in. */
const cellsThatLie: Readonly<Record<string, readonly string[]>> = {
  PM: [
    'Maya (@maya) left in May',
    'Maya (@maya, revoked)',
    'Maya (@maya) – on leave',
    'formerly Maya (@maya)',
    'no longer: Maya (@maya)',
    'Maya (@maya) ❌',
    'Maya (@maya) until 2026-03-01',
    '~~Maya~~ (@maya)',
    'Maya (@maya) <!-- revoked -->',
    'Maya (@org/pms)',
    'Maya (＠maya)',
    'Maya (@ma-ya-)',
    'Maya',
  ],
  Email: [
    'maya@example.com (left)',
    'maya@example.com *(revoked)*',
    'maya AT example DOT com',
    'maya@example',
    'maya@@example.com',
    'maya＠example.com',
    'maya@exаmple.com',
    'maya@\u200bexample.com',
    'maya@*.com',
    '*@example.com',
    '{maya,max}@example.com',
    'everyone@',
    '![maya@example.com](x.png)',
    '<span>maya@example.com</span>',
    '@maya',
    'same',
  ],
  'Feature folders': [
    '`src/home`, not `src/home/auth`',
    'src/home except src/home/billing',
    '`src/home` except `src/home/billing`',
    'src/home but not src/home/x',
    '`src/home` without `src/home/x`',
    '`src/home` minus `src/home/x`',
    '`src/home` only with Erin',
    '`src/home` (read-only)',
    '❌ `src/auth`',
    '`src/home` ✅ `src/auth` ❌',
    'nur `src/home`, nicht `src/auth`',
    'no `src/auth`',
    'src/*',
    '**',
    '.',
    '/',
    '..',
    'src/../src',
    'src/{home,auth}',
    'src\\home',
    '!src/home',
    '~~src/home~~',
    'src/home\u200b',
    'C:/src/home',
    'https://github.com/x/src/home',
  ],
  Flags: [
    '`new-home`, not `old-home`',
    '`new-home` except `old-home`',
    'new-home, but never old-home',
    '❌ `old-home`',
    '~~new-home~~',
  ],
  Reviewers: ['@org/home except @otto', 'not @org/home', '@maya', '@org/home (until May)'],
  'Engineering DRI': ['@erin, formerly @otto', 'not @erin', '@erin (left)', '@erin or @maya', '~~@erin~~ @otto'],
};

/** Columns whose cells say what nobody reads. */
const columnsThatLie: readonly (readonly [title: string, cell: string])[] = [
  ['Until', '2026-01-01'],
  ['Revoked', 'yes'],
  ['Active', 'no'],
  ['Notes', 'revoked in May'],
  ['Comment', '❌'],
  ['State', 'left'],
  ['Status', ''],
  ['Status', 'active until 2026-01-01'],
  ['Status', 'not active'],
  ['Status', 'active, revoked'],
  ['Status', 'аctive'],
  ['Cannot touch', '`src/home/auth`'],
  ['Contact', 'maya@example.com'],
  ['Paths', '`src/auth/**`'],
  ['Controls', 'regulated'],
];

describe('a list of PMs that says less than it seems to', () => {
  for (const [title, lies] of Object.entries(cellsThatLie))
    for (const cell of lies)
      it(`is an error: ${cell} as ${title}`, () => {
        const errors = errorsOf(policyWith(replaced(cells, titles.indexOf(title), cell)));
        assert.notDeepEqual(errors, []);
        assert.ok(
          errors.every((message) => /ask an engineer|Ask an engineer/u.test(message)),
          errors.join('\n'),
        );
      });

  for (const [title, cell] of columnsThatLie)
    it(`is an error: a column ${title} with ${cell === '' ? 'nothing' : cell}`, () =>
      assert.notDeepEqual(errorsOf(policyWith([...cells, cell], [...titles, title])), []));

  for (const title of ['E-Mail-Adresse', 'Correo', 'Contact', 'Mailbox', 'Adresse', '📧', '', 'Login', 'Account'])
    it(`is an error: addresses in a column ${title === '' ? 'without a title' : title}`, () =>
      assert.notDeepEqual(errorsOf(policyWith(cells, replaced(titles, 1, title))), []));

  it('is none where each cell says plainly what it means', () => {
    for (const [at, cell] of [
      [0, 'Maya Until-Rivera (@maya-left)'],
      [0, 'No, Linh (@linh-no)'],
      [1, 'left@example.com'],
      [1, 'maya@until.example.com, maya.former@example.com'],
      [2, '`src/home` and `src/not/only`'],
      [2, 'src/except, src/no/minus'],
      [2, 'none'],
      [3, 'no-results, not-found, `only-home`'],
      [3, 'none'],
      [3, 'no flag yet'],
      [4, '@org/no-code, @without'],
      [5, '@not-erin'],
    ] as const) {
      const policy = policyWith(replaced(cells, at, cell));
      assert.deepEqual(errorsOf(policy), [], cell);
      assert.equal(zoneOf(policy).roster?.length, 1);
    }
    assert.deepEqual(errorsOf(policyWith([...cells, 'joined in May, leads growth'], [...titles, 'Notes'])), []);
    assert.deepEqual(errorsOf(policyWith([...cells, 'Revoked (left in May)'], [...titles, 'Status'])), []);
  });

  it('knows its people by each way to write one address', () => {
    for (const name of [
      'maya@example.com',
      'MAYA@EXAMPLE.COM',
      '<maya@example.com>',
      'Maya <maya@example.com>',
      '"maya@example.com",',
      '@maya',
      'Maya <12345+maya@users.noreply.github.com>',
      'maya@users.noreply.github.com',
      '77-maya@users.noreply.gitlab.com',
      '\uff4daya@example.com',
      'Erin <erin@example.com> <maya@example.com>',
      'mailto:maya@example.com',
    ])
      assert.equal(identify(policyWith(cells), [name]).kind, 'pilot-pm', name);
  });
});
