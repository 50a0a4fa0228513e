import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReader, type Reader } from '../../src/editor/reader/create-reader.js';
import { startReader } from '../../src/editor/reader/start-reader.js';
import { isProcessRunning } from '../../src/git/git-process-note.js';
import { GitError } from '../../src/git/git-error.js';
import { pilotRepository } from '../support/pilot-repository.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const ours = join(__dirname, '../../src/reader.js');

describe('the process that reads repositories for a window', () => {
  let repository: TemporaryRepository;
  let reader: Reader;
  let started: number;
  before(() => (repository = pilotRepository()));
  after(() => repository.remove());
  const open = (file = ours, idle?: number): Reader => {
    started = 0;
    return createReader((events) => {
      started += 1;
      return startReader(file, events);
    }, idle);
  };
  afterEach(() => reader.dispose());
  const asked = (root = repository.root) => ({ root, environment: repository.environment, as: 'maya@example.com' });

  it('answers calls side by side, in one process', async () => {
    reader = open();
    const [myChange, review] = await Promise.all([
      reader.call('readMyChange', asked()),
      reader.call('readReview', asked()),
    ]);
    assert.equal(myChange.contentHash, review?.contentHash);
    assert.ok(review?.judgements instanceof Map);
    assert.equal(started, 1);
  });

  it('rejects as the call does, and goes on', async () => {
    reader = open();
    await assert.rejects(reader.call('readMyChange', asked('/')), (error) => {
      assert.ok(error instanceof GitError);
      return error.kind === 'not-a-repository';
    });
    assert.ok(await reader.call('readMyChange', asked()));
    assert.equal(started, 1);
  });

  it('drops what is no longer wanted', async () => {
    reader = open();
    assert.equal(await reader.call('readReview', asked(), { signal: AbortSignal.abort() }), undefined);
    const controller = new AbortController();
    const answer = reader.call('readReview', asked(), { signal: controller.signal });
    controller.abort();
    assert.equal(await answer, undefined);
  });

  it('ends when nobody has asked for a while, and starts again', async () => {
    reader = open(ours, 20);
    await reader.call('readMyChange', asked());
    await new Promise((resolve) => setTimeout(resolve, 200));
    await reader.call('readMyChange', asked());
    assert.equal(started, 2);
  });

  it('says why where the process ended before it had answered, and starts another for the next call', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pm-zone-reader-'));
    const file = join(folder, 'ends.js');
    writeFileSync(
      file,
      "process.once('message', () => { process.stderr.write('no memory'); process.exitCode = 3; process.disconnect(); });",
    );
    reader = open(file);
    for (const times of [1, 2]) {
      await assert.rejects(reader.call('readMyChange', asked()), /stopped\. It ended with code 3\.\nno memory$/);
      assert.equal(started, times);
    }
    rmSync(folder, { recursive: true });
  });

  it('ends with whoever started it, also where that was killed', async () => {
    const window = spawn(
      process.execPath,
      ['-e', `const child = require('node:child_process').fork(${JSON.stringify(ours)}); console.log(child.pid);`],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [said] = (await once(window.stdout, 'data')) as [Buffer];
    const id = Number(String(said));
    assert.ok(isProcessRunning(id));
    window.kill('SIGKILL');
    for (let tries = 0; isProcessRunning(id) && tries < 500; tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(isProcessRunning(id), false);
    reader = open();
  });

  it('says so where it cannot be started', async () => {
    reader = open('/nowhere/reader.js');
    await assert.rejects(reader.call('readMyChange', asked()), /What reads the repository stopped\./);
  });
});
