import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatedBases } from '../../src/ci/gated-bases.js';
import { JobError } from '../../src/ci/job-error.js';
import { appendOutput, appendSummary, readEventFile, writeRecord } from '../../src/ci/job-files.js';
import { plainLog } from '../../src/ci/plain-log.js';
import { readJob } from '../../src/ci/read-job.js';
import { reportRun } from '../../src/ci/report-run.js';
import type { Judged, Posted } from '../../src/ci/run-gate.js';
import { findCommands } from './runner-commands.js';

const environment = {
  GITHUB_EVENT_NAME: 'push',
  GITHUB_EVENT_PATH: '/event.json',
  GITHUB_API_URL: 'https://api.github.com',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/shop.app',
  INPUT_TOKEN: 'ghs_x',
};

describe('readJob', () => {
  it('reads what GitHub documents, and the inputs', () => {
    const job = readJob({
      ...environment,
      GITHUB_RUN_ID: '12',
      GITHUB_OUTPUT: '/out',
      GITHUB_STEP_SUMMARY: '',
      RUNNER_TEMP: '/temp',
      'INPUT_PULL-REQUEST': ' 7 ',
      'INPUT_POSTS-AS': 'gate[bot]',
      INPUT_BASES: 'main\n release/* \n',
    });
    assert.deepEqual(job, {
      event: 'push',
      eventFile: '/event.json',
      apiUrl: 'https://api.github.com',
      serverUrl: 'https://github.com',
      repository: 'acme/shop.app',
      token: 'ghs_x',
      poster: 'gate[bot]',
      bases: ['main', 'release/*'],
      pullRequest: 7,
      page: 'https://github.com/acme/shop.app/actions/runs/12',
      summaryFile: undefined,
      outputFile: '/out',
      temp: '/temp',
    });
    const least = readJob({ ...environment, INPUT_TOKEN: undefined, PM_ZONE_TOKEN: 'y', 'INPUT_PULL-REQUEST': '' });
    assert.deepEqual([least.token, least.pullRequest, least.page, least.bases], ['y', undefined, undefined, []]);
  });

  it('says what is missing or has another form', () => {
    const cases: readonly (readonly [Readonly<Record<string, string | undefined>>, RegExp])[] = [
      [{ INPUT_TOKEN: '' }, /There is no token/],
      [{ GITHUB_EVENT_NAME: undefined }, /GITHUB_EVENT_NAME is not set/],
      [{ GITHUB_EVENT_NAME: '' }, /GITHUB_EVENT_NAME is not set, so this is no job of GitHub Actions/],
      [{ GITHUB_EVENT_NAME: 'push\npush' }, /GITHUB_EVENT_NAME has a form/],
      [{ GITHUB_REPOSITORY: 'acme/shop/../x' }, /GITHUB_REPOSITORY has a form/],
      [{ GITHUB_SERVER_URL: 'https://u@host' }, /GITHUB_SERVER_URL has a form/],
      [{ GITHUB_API_URL: 'file:///x' }, /GITHUB_API_URL has a form/],
      [{ 'INPUT_PULL-REQUEST': '7; rm' }, /takes the number of a pull request/],
    ];
    for (const [more, said] of cases) {
      assert.throws(
        () => readJob({ ...environment, ...more }),
        (error) => error instanceof JobError && said.test(error.message),
      );
    }
  });
});

describe('gatedBases', () => {
  it('is the default branch, or what is named', () => {
    const found = (names: readonly string[]): readonly string[] =>
      ['main', 'main2', 'release/1', 'release'].filter(gatedBases(names, 'main'));
    assert.deepEqual(found([]), ['main']);
    assert.deepEqual(found(['release/*']), ['release/1']);
    assert.deepEqual(found(['release', 'main*']), ['main', 'main2', 'release']);
  });
});

describe('the files of a job', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'pm-zone-job-'))));
  after(() => rmSync(folder, { recursive: true }));

  it('hold the event', async () => {
    const file = join(folder, 'event.json');
    writeFileSync(file, '{"number":1}');
    assert.deepEqual(await readEventFile(file), { number: 1 });
    writeFileSync(file, '{');
    for (const each of [file, folder, join(folder, 'gone')]) await assert.rejects(readEventFile(each), JobError);
  });

  it('take a summary as long as GitHub shows one', async () => {
    const file = join(folder, 'summary');
    await appendSummary(file, 'one\n');
    await appendSummary(file, 'ä'.repeat(2 ** 20));
    const bytes = readFileSync(file);
    assert.equal(bytes.length, 4 + 2 ** 20);
    assert.match(bytes.toString('utf8'), /^one\nä+.*\n\n… and more than GitHub shows: see the log and the record\.\n$/);
  });

  it('take outputs of one line, and records', async () => {
    const file = join(folder, 'output');
    await appendOutput(file, 'outcome', 'ready');
    for (const value of ['a\nother=b', 'a\rother=b']) await assert.rejects(appendOutput(file, 'x', value), JobError);
    assert.equal(readFileSync(file, 'utf8'), 'outcome=ready\n');
    await writeRecord(join(folder, 'new', 'records'), 'a.json', '{}');
    assert.equal(readFileSync(join(folder, 'new', 'records', 'a.json'), 'utf8'), '{}');
  });

  const judged: Judged = {
    number: 7,
    outcome: 'ready',
    description: 'd',
    changesPolicy: false,
    summary: 'S',
    annotations: 'A\n',
    record: 'R',
  };
  const posted: Posted = {
    commit: 'a'.repeat(40),
    base: 'main',
    pullRequests: [],
    outcome: 'ready',
    description: 'd',
    judged: [judged],
  };
  const report = async (statuses: readonly Posted[], files: boolean): Promise<readonly string[]> => {
    const temp = mkdtempSync(join(folder, 'report-'));
    for (const name of ['summary', 'output']) writeFileSync(join(temp, name), '');
    let log = '';
    const places = {
      summaryFile: join(temp, 'summary'),
      outputFile: join(temp, 'output'),
      recordsFolder: join(temp, 'pm-zone-records'),
    };
    const none = { summaryFile: undefined, outputFile: undefined, recordsFolder: undefined };
    await reportRun(
      { posted: statuses, notes: ['a note'] },
      { work: { kind: 'all' }, files: files ? places : none },
      { write: (text) => void (log += text) },
    );
    return [
      log,
      readFileSync(join(temp, 'summary'), 'utf8'),
      readFileSync(join(temp, 'output'), 'utf8').replace(temp, ''),
    ];
  };

  it('are told what was judged', async () => {
    const [log, summary, output] = await report([posted], true);
    assert.equal(log, 'a note\npm-zone (main) at aaaaaaaaaaaa: ready. d\nA\n');
    assert.equal(summary, 'a note\n\nS\n');
    assert.equal(output, 'outcome=ready\nrecords=/pm-zone-records\n');
    const bad: Posted = { ...posted, outcome: 'not-run', description: 'why', judged: [] };
    const [, both, worst] = await report([{ ...posted, judged: [{ ...judged, record: undefined }] }, bad], true);
    assert.match(both ?? '', /S\n\npm-zone .*main.* at aaaaaaaaaaaa: could not be judged.*why\n$/);
    assert.equal(worst, 'outcome=not-run\nrecords=\n');
    const [, queued] = await report([{ ...posted, outcome: 'not-ready', description: 'behind' }], true);
    assert.match(queued ?? '', /^a note\n\npm-zone .*: not ready.* behind\n\nS\n$/);
  });

  it('may be missing, and there may be nothing to tell', async () => {
    assert.deepEqual((await report([posted], false)).slice(1), ['', '']);
    assert.deepEqual((await report([], true))[2], 'outcome=\nrecords=\n');
  });
});

describe('plainLog', () => {
  it('holds no command to the runner', () => {
    const lines = [
      '::set-output name=x::y',
      '  ::add-mask::main',
      'a\r::stop-commands::x',
      'a\n::error::x',
      'the file ##[add-mask]main.ts and ##[stop-commands]x',
      'a\u2028::error::b',
      '###[debug]x',
      '\u001b[31mred',
    ];
    for (const line of lines) {
      assert.deepEqual(findCommands(plainLog(line)), [], line);
      assert.doesNotMatch(plainLog(line), /[\r\u001b\u2028]/);
    }
    assert.deepEqual(findCommands(lines.join('\n')).length, 7);
    assert.equal(plainLog('a::b, # [x] and é'), 'a::b, # [x] and é');
  });
});
