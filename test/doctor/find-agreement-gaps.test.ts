import assert from 'node:assert/strict';
import { findAgreementGaps } from '../../src/doctor/find-agreement-gaps.js';
import { summarizeZone } from '../../src/doctor/summarize-zone.js';
import type { RevisionFile } from '../../src/policy/revision.js';
import { policyOf } from '../support/policy-of.js';

const zone = 'PMs can touch:\n\n- `**/i18n/*.json`\n- `docs/**`\n- `**/flags.yaml` for flags they own\n';
const tracked = ['a/i18n/en.json', 'a/i18n/de.json', 'docs/working-agreement.md', 'flags.yaml', 'src/x.ts'];
const head = '# Agreement\n\n| The PM builds and owns | Engineering builds and owns | Shared |\n| --- | --- | --- |\n';

async function gaps(text: string | undefined, policy = zone, paths = tracked): Promise<readonly string[]> {
  const content = text === undefined ? undefined : new TextEncoder().encode(text);
  const file: RevisionFile = { oid: undefined, bytes: 1, content };
  const readPlain = ([path = '']: readonly string[]): Promise<ReadonlyMap<string, RevisionFile>> =>
    Promise.resolve(new Map([[path, file]]));
  const revision = { ref: 'main', commit: undefined, read: readPlain, readPlain, listRoot: () => Promise.resolve([]) };
  const listed = { paths, special: new Map() };
  const read = policyOf(policy);
  const found = await findAgreementGaps(read, summarizeZone(read, listed, '2026-01-01'), listed, revision);
  return found.map(({ severity, line, message }) => `${severity} ${line} ${message}`);
}

describe('findAgreementGaps', () => {
  it('says nothing where table and policy agree, whatever else the table says', async () => {
    const table = `${head}| Prototypes | Production code | Evals |\n| *In production:* Documentation (all), flags and \`copy\` | In production: the rest | In production: components |\n`;
    assert.deepEqual(await gaps(table), []);
  });

  it('warns at the row of a kind that the policy does not open, and of one that it opens besides', async () => {
    const found = await gaps(`${head}| Prototypes | All else | |\n| In production: copy, prompts, docs | | |\n`);
    assert.equal(found.length, 2);
    assert.match(
      found[0] ?? '',
      /^warning 6 The agreement gives PMs prompts in production, and the policy opens no such/u,
    );
    assert.match(
      found[1] ?? '',
      /^warning 6 The agreement does not give PMs flags in production, and the policy opens 1 such file to PMs, the first flags\.yaml\. Name flags in/u,
    );
  });

  it('warns where engineering or both have what the policy opens to PMs, at that row, also beside the PMs’ own', async () => {
    const found = await gaps(
      `${head}| In production: flags, docs | In production: copy; config | |\n| | | In production: flags |\n`,
    );
    assert.match(
      found[0] ?? '',
      /^warning 5 The agreement gives copy not to PMs alone .* 2 such files .*a\/i18n\/en\.json/u,
    );
    assert.match(found[1] ?? '', /^warning 6 The agreement gives flags not to PMs alone/u);
    assert.equal(found.length, 2);
  });

  it('reads past what is no words and beyond the columns, and knows plans and all other files', async () => {
    const policy = 'PMs can touch:\n\n- `**/PLANNING.md`\n- `art/**`\n';
    const paths = ['src/home/PLANNING.md', 'art/logo.bin', 'docs/working-agreement.md'];
    const table = (what: string): string => `${head}| In production: ${what} ![](x.png) | | | In production: copy |\n`;
    assert.deepEqual(await gaps(table('other files'), policy, paths), []);
    const found = await gaps(table('copy'), policy, paths);
    assert.equal(found.length, 2, found.join('\n'));
    assert.match(found.join('\n'), /does not give PMs other files in production, and the policy opens 1 such file/u);
  });

  it('compares a table that gives PMs nothing, at its first row of production', async () => {
    const found = await gaps(`${head}| Prototypes | In production: everything else | |\n`);
    assert.deepEqual(
      found.map((each) => each.slice(0, 43)),
      ['copy', 'docs', 'flags'].map((kind) => `warning 5 The agreement does not give PMs ${kind}`.slice(0, 43)),
    );
  });

  it('notes what it does not read, and alarms nobody', async () => {
    for (const [text, why] of [
      [
        `${head}| In production: whatever Maya likes | | |\n`,
        /^info 5 .* is not read: “whatever Maya likes” is no kind of files/u,
      ],
      [`${head}| Prototypes | Production | |\n`, /^info 3 .* no cell of the table begins with “In production:”/u],
      [
        '# Agreement\n\n| who | day |\n| --- | --- |\n| In production: copy | |\n',
        /^info 1 .* it has no table with a column/u,
      ],
      [
        '| The PM owns | Design |\n| --- | --- |\n| In production: copy | |\n',
        /^info 1 .* it has no table with a column/u,
      ],
      [`a${'\n'.repeat(6000)}`, /^info 1 .* the file has more than 5000 lines/u],
      [undefined, /^info 1 .* the file cannot be read/u],
    ] as const) {
      const found = await gaps(text);
      assert.equal(found.length, 1, String(text).slice(0, 80));
      assert.match(found[0] ?? '', why);
    }
  });

  it('says nothing where there is no agreement, or where nothing is open to anybody', async () => {
    const table = `${head}| In production: prompts | | |\n`;
    assert.deepEqual(await gaps(table, zone, ['a/i18n/en.json']), []);
    assert.deepEqual(await gaps(table, 'PMs can touch:\n\n- `nowhere/**`\n'), []);
  });

  it('counts what is open to somebody who is still in the pilot, and planning docs for nobody', async () => {
    const rows = '\n| PM | Email | Feature folders | Status |\n| --- | --- | --- | --- |\n';
    const policy = `${zone}${rows}| Maya (@maya) | maya@example.com | a, docs | active |\n| Max (@max) | max@example.com | . | revoked |\n`;
    const table = `${head}| In production: copy, docs | | |\n`;
    assert.deepEqual(await gaps(table, policy.replace('| . |', '| fl |'), [...tracked, 'a/PLANNING.md']), []);
  });
});
