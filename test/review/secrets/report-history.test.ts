import assert from 'node:assert/strict';
import type { ChangedFile, Commit, FileVersion, RepositorySnapshot } from '../../../src/change/change.js';
import type { Report } from '../../../src/review/check.js';
import { reportHistory } from '../../../src/review/secrets/report-history.js';
import { createCommit, createReviewContext } from '../../support/review-context.js';

const version = (oid: string, text: string): FileVersion => ({ mode: '100644', oid, bytes: text.length, text });

/** Takes every `KEY` with a digit behind it for a secret. */
const findKeys = (_path: string, text: string) =>
  [...text.matchAll(/KEY\d/g)].map(({ index }) => ({ kind: 'a key', start: index, end: index + 4 }));

async function history(
  commits: readonly Partial<Commit>[],
  blobs: Readonly<Record<string, string>>,
  {
    base = {},
    reported = [],
    maxLength = 4_000_000,
    files = [],
  }: {
    readonly base?: Readonly<Record<string, string>>;
    readonly reported?: readonly string[];
    readonly maxLength?: number;
    readonly files?: readonly ChangedFile[];
  } = {},
): Promise<{ readonly reports: readonly Report[]; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const { change } = createReviewContext({ commits: commits.map(createCommit) });
  const snapshot = {
    read: (_side: string, paths: readonly string[]) =>
      Promise.resolve(new Map(paths.flatMap((path) => (path in base ? [[path, version('b', base[path] ?? '')]] : [])))),
    blobs: (oids: readonly string[]) => {
      asked.push(...oids);
      return Promise.resolve(
        new Map(
          oids.map((oid) => [
            oid,
            blobs[oid] === undefined ? { bytes: 0, unread: 'missing' } : version(oid, blobs[oid]),
          ]),
        ),
      );
    },
  } as unknown as RepositorySnapshot;
  const input = { change: { ...change, files }, snapshot, reported: new Set(reported) };
  return { reports: await reportHistory(input, findKeys, maxLength), asked };
}

describe('reportHistory', () => {
  const messages = { one: 'Subject', two: 'Subject' };

  it('says each secret once, at the oldest commit that has it, and none that is reported at the head', async () => {
    const { reports, asked } = await history(
      [
        {
          oid: 'one',
          files: [
            { path: 'a', oid: 'a1' },
            { path: 'b', oid: 'b1' },
          ],
        },
        {
          oid: 'two',
          files: [
            { path: 'a', oid: 'a2' },
            { path: 'c', oid: 'a1' },
            { path: 'b', oid: undefined },
          ],
        },
      ],
      { ...messages, a1: 'x\nKEY1 KEY3', a2: 'KEY1 KEY2', b1: 'KEY2' },
      { reported: ['KEY3'] },
    );
    assert.deepEqual(
      reports.map(({ path, line, message }) => [path, line, message.split('.')[0]]),
      [
        ['a', undefined, 'Commit one has what looks like a key in a, line 2'],
        ['b', undefined, 'Commit one has what looks like a key in b, line 1'],
      ],
    );
    assert.deepEqual(asked, ['one', 'a1', 'b1', 'two', 'a2']);
  });

  it('passes over what the base had, also in another file of the commits, and what is reviewed as the head', async () => {
    const after = version('a2', 'KEY2');
    const { reports, asked } = await history(
      [
        {
          oid: 'one',
          files: [
            { path: 'a', oid: 'a1' },
            { path: 'a', oid: 'a2' },
            { path: 'KEY4', oid: 'a1' },
            { path: 'old', oid: undefined },
          ],
        },
      ],
      { ...messages, a1: 'KEY1 KEY5' },
      {
        base: { old: 'was KEY1', KEY4: '' },
        files: [{ path: 'a', before: version('a0', 'KEY5'), after, added: [], removedLines: 0 }],
      },
    );
    assert.deepEqual(reports, []);
    assert.deepEqual(asked, ['one', 'a1']);
  });

  it('takes all of a merge whose own files nobody knows', async () => {
    const files = [{ path: 'a', oid: 'a1' }];
    const merge = { oid: 'one', parents: ['x', 'y'], files };
    assert.equal((await history([merge], { ...messages, a1: 'KEY1' })).reports.length, 1);
    assert.deepEqual((await history([{ ...merge, madeByMerge: [] }], { ...messages, a1: 'KEY1' })).reports, []);
  });

  it('reads a bounded amount, and says what it did not search', async () => {
    const files = Array.from({ length: 200 }, (_, index) => ({ path: `f${index}`, oid: `v${index}` }));
    const texts = Object.fromEntries(files.map(({ oid }) => [oid, 'a'.repeat(1_000_000)]));
    const { reports, asked } = await history([{ oid: 'one', files }], { ...messages, ...texts });
    assert.equal(asked.length, 50);
    const [report, ...others] = reports;
    assert.deepEqual([report?.severity, others], ['needs-fix', []]);
    assert.match(
      report?.message ?? '',
      /^f31 of commit one and 168 more earlier versions were not searched.*git reset/,
    );
    const [alone] = (await history([{ oid: 'one' }], { one: 'long' }, { maxLength: 3 })).reports;
    assert.match(alone?.message ?? '', /^The message of commit one was not searched/);
  });
});
