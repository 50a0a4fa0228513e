import assert from 'node:assert/strict';
import { findFlagGaps } from '../../src/doctor/find-flag-gaps.js';
import type { RevisionFile } from '../../src/policy/revision.js';
import { policyOf } from '../support/policy-of.js';

const row = '| Maya (@maya) | maya@example.com | new-home, other |';
const body = (rows: string): string =>
  `PMs can touch:\n\n- \`**/*.md\`\n\n| PM | Email | Flags |\n| --- | --- | --- |\n${rows}\n`;

async function gaps(
  files: Readonly<Record<string, string>>,
  rows = row,
  absent: readonly string[] = [],
): Promise<readonly string[]> {
  const readPlain = (paths: readonly string[]): Promise<ReadonlyMap<string, RevisionFile>> =>
    Promise.resolve(
      new Map(
        paths.flatMap((path) => {
          const content = new TextEncoder().encode(files[path]);
          return absent.includes(path) ? [] : [[path, { oid: undefined, bytes: content.length, content }] as const];
        }),
      ),
    );
  const revision = { ref: 'main', commit: undefined, read: readPlain, readPlain, listRoot: () => Promise.resolve([]) };
  const found = await findFlagGaps(policyOf(body(rows)), { paths: Object.keys(files), special: new Map() }, revision);
  return found.map(({ severity, line, message }) => `${severity} ${line} ${message.slice(0, 90)}`);
}

describe('findFlagGaps', () => {
  it('warns of a flag that is nearly another, and notes one that may be to come', async () => {
    assert.deepEqual(await gaps({ 'a/flags.yaml': 'new-hame: true\n', 'b/flags.yaml': 'x-flag: true\n' }), [
      'warning 9 The flag new-home of Maya is in no flag file (a/flags.yaml and 1 more). Did you mean new-h',
      'info 9 The flag other of Maya is in no flag file (a/flags.yaml and 1 more). If it is still to be ',
    ]);
  });

  it('says nothing where all are there, of rows without flags and of revoked ones', async () => {
    assert.deepEqual(await gaps({ 'flags.json': '{"new-home":true,"other":false}' }), []);
    assert.deepEqual(await gaps({ 'flags.yaml': 'x: true\n' }, '| Maya (@maya) | maya@example.com | |'), []);
  });

  it('says nothing where a flag file cannot be read, or where there are too many', async () => {
    assert.deepEqual(await gaps({ 'flags.yaml': 'a: [\n' }), []);
    assert.deepEqual(await gaps({ 'flags.yaml': 'a: true\n' }, row, ['flags.yaml']), []);
    assert.deepEqual(
      await gaps(Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`${at}/flags.yaml`, 'a: true\n']))),
      [],
    );
  });
});
