import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { approvedEvidence, confirmAll, evidenceOf, goodChange, runGate } from '../support/pull-request.js';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** RFC 8785 for what has whole numbers only, written anew from what was read. */
function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}

const place = (name: string): string => join(mkdtempSync(join(tmpdir(), 'pm-zone-test-record-')), name);

describe('the record of a gate run', () => {
  it('is one canonical line about the head’s commit and tree, the same each time', async () => {
    const repository = goodChange();
    await confirmAll(repository);
    const evidence = approvedEvidence(repository);
    const files = [place('one.json'), place('two.json')];
    for (const file of files) assert.equal((await runGate(repository, evidence, ['--record', file])).code, 0);
    const [one, two] = files.map((file) => readFileSync(file, 'utf8'));
    assert.equal(one, two);
    const read = JSON.parse(one as string) as Record<string, Json>;
    assert.equal(one, `${canonical(read)}\n`);
    const id = (name: string): string => repository.git('rev-parse', name);
    assert.deepEqual(read['subject'], [
      { digest: { gitCommit: id('HEAD') }, name: 'commit' },
      { digest: { gitTree: id('HEAD^{tree}') }, name: 'tree' },
    ]);
    const predicate = read['predicate'] as Record<string, Json>;
    assert.equal(predicate['outcome'], 'ready');
    assert.deepEqual(predicate['whose'], { kind: 'pilot-pm', people: ['@maya', 'maya@example.com'], unknown: [] });
    assert.deepEqual(
      (predicate['policy'] as readonly { path: string; blob: string }[]).map(({ path, blob }) => [path, blob]),
      ['CLAUDE.md', 'CODEOWNERS'].map((path) => [path, id(`main:${path}`)]),
    );
  });

  it('is written over nothing', async () => {
    const repository = goodChange();
    const file = place('record.json');
    const evidence = evidenceOf(repository);
    assert.equal((await runGate(repository, evidence, ['--record', file])).code, 1);
    const before = readFileSync(file, 'utf8');
    const again = await runGate(repository, evidence, ['--record', file]);
    assert.equal(again.code, 2);
    assert.match(again.stderr, /The record could not be written to .*: a file is there already/);
    assert.equal(readFileSync(file, 'utf8'), before);
  });

  it('says where it cannot be written', async () => {
    const repository = goodChange();
    const nowhere = join(place('missing'), 'deeper', '\0');
    const { code, stderr } = await runGate(repository, evidenceOf(repository), ['--record', nowhere]);
    assert.equal(code, 2);
    assert.match(stderr, /could not be written/);
    const missing = await runGate(repository, evidenceOf(repository), [
      '--record',
      join(place('missing'), 'record.json'),
    ]);
    assert.match(missing.stderr, /could not be written to .*: its folder is not there\. Name another file\./);
  });
});
