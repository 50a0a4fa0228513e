import assert from 'node:assert/strict';
import { findShutRules } from '../../src/doctor/policy-files/find-shut-rules.js';
import { summarizeZone } from '../../src/doctor/summarize-zone.js';
import { policyOf } from '../support/policy-of.js';

const row = (name: string, folder: string, status = 'active'): string =>
  `| ${name} (@${name.toLowerCase()}) | ${name.toLowerCase()}@example.com | ${folder} | | @org/growth | @erin | @paul | ${status} |`;

function said(
  allows: readonly string[],
  paths: readonly string[],
  rows = [row('Maya', 'src/home')],
  more = '',
): string {
  const policy = policyOf(
    [
      'PMs can touch:',
      '',
      ...allows.map((glob) => `- \`${glob}\``),
      '',
      more,
      '',
      '| PM | Email | Feature folders | Flags | Reviewers | Engineering DRI | Product DRI | Status |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      ...rows,
      '',
    ].join('\n'),
  );
  const summary = summarizeZone(policy, { paths, special: new Map() }, '2027-01-11');
  return findShutRules(policy, summary, paths)
    .map(({ severity, line, message }) => `${severity} ${line} ${message}`)
    .join('\n');
}

describe('findShutRules', () => {
  const home = 'src/home/a.json';

  it('names a line whose files lie in nobody’s feature folder', () => {
    assert.match(
      said(['src/home/*.json', 'src/cart/*.json'], [home, 'src/cart/a.json', 'src/cart/b.json']),
      /^info \d+ `src\/cart\/\*\.json` opens nothing to anybody: its 2 files are outside the feature folders\. Where a PM should change them alone, their row names the folder\.$/,
    );
    assert.match(
      said(['src/home/*.json', 'README.md'], [home, 'README.md']),
      /^info \d+ `README\.md` opens nothing to anybody: its file is outside the feature folders\. No feature folder has a file of the root/,
    );
  });

  it('names what else closes some of them', () => {
    assert.match(
      said(
        ['src/home/*.json', 'src/cart/**/*.json'],
        [home, 'src/cart/a.json', 'src/cart/b.json', 'src/cart/auth/a.json'],
        undefined,
        'PMs cannot touch:\n\n- `**/auth/**`',
      ),
      /of its 3 files 2 are outside the feature folders, 1 is among what PMs cannot touch/,
    );
  });

  it('says nothing of a line that opens a file to one of them, matches none, or is taken back', () => {
    const paths = [home, 'src/cart/a.json', 'src/auth/a.json'];
    const both = [row('Maya', 'src/home'), row('Ola', 'src/cart')];
    const auth = 'PMs cannot touch:\n\n- `**/auth/**`';
    assert.equal(said(['src/home/*.json', 'src/cart/*.json', 'src/auth/*.json', 'x/*.json'], paths, both, auth), '');
  });

  it('leaves a zone that opens nothing at all, and one without PMs, to what says so', () => {
    assert.equal(said(['src/cart/*.json'], ['src/cart/a.json']), '');
    assert.equal(said(['src/home/*.json'], [home], [row('Maya', 'src/home', 'revoked')]), '');
    const policy = policyOf('PMs can touch:\n\n- `docs/**`\n');
    const paths = ['docs/a.md'];
    assert.deepEqual(
      findShutRules(policy, summarizeZone(policy, { paths, special: new Map() }, '2027-01-11'), paths),
      [],
    );
  });
});
