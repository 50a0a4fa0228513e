import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { extensions, window, workspace } from 'vscode';
import type { Reader } from '../../src/editor/reader/create-reader.js';
import { openReader } from './open-reader.js';
import { runOperation } from '../../src/editor/operations/run-operation.js';
import type { Services } from '../../src/editor/services/services.js';
import { followMyChanges } from '../../src/editor/services/my-changes.js';
import { followCurrentRepository } from '../../src/editor/sessions/current-repository.js';
import { openSessions } from './open-sessions.js';

const catalog = 'src/features/onboarding/i18n/en.json';

/** The state of the change in the opened folder, read by a reader that `use` may stand before. */
function follow(use: (reader: Reader) => Reader = (reader) => reader) {
  const log = window.createOutputChannel('PM Zone test', { log: true });
  const sessions = openSessions(log);
  const current = followCurrentRepository(sessions);
  const reader = openReader();
  const changes = followMyChanges(sessions, current, use(reader), log);
  return {
    log,
    sessions,
    current,
    changes,
    paths: () => changes.latest()?.change.files.map(({ path }) => path),
    dispose: () => {
      for (const each of [changes, reader, current, sessions, log]) each.dispose();
    },
  };
}

describe('the state of the PM’s change', () => {
  const file = (): string => join(workspace.workspaceFolders?.[0]?.uri.fsPath ?? '/', catalog);
  let before: string;
  beforeEach(() => {
    before = readFileSync(file(), 'utf8');
  });
  afterEach(() => writeFileSync(file(), before));
  const change = (): void => writeFileSync(file(), before.replace('No boards', 'No boards yet'));
  const restore = (): void => writeFileSync(file(), before);

  it('waits for a repository that is not read yet, as while a window opens', async () => {
    const { changes, dispose } = follow();
    try {
      assert.deepEqual((await changes.read())?.change.files, []);
    } finally {
      dispose();
    }
  });

  it('is as new as a reading that has ended, though another began meanwhile', async () => {
    await extensions.getExtension('pm-zone.pm-zone')?.activate();
    const { changes, paths, dispose } = follow();
    try {
      await changes.read();
      assert.deepEqual(paths(), []);
      change();
      const awaited = changes.read();
      // As a file that is written, or git that moves, has it read once more.
      const later = changes.read();
      await awaited;
      assert.deepEqual(paths(), [catalog]);
      await later;
    } finally {
      dispose();
    }
  });

  it('is read twice at most however many ask at once, and by no edit while an operation is under way', async () => {
    await extensions.getExtension('pm-zone.pm-zone')?.activate();
    let calls = 0;
    const { changes, paths, dispose } = follow((reader) => ({
      ...reader,
      call: (...asked) => {
        calls += 1;
        return reader.call(...asked);
      },
    }));
    try {
      const first = changes.read();
      change();
      await Promise.all([first, ...Array.from({ length: 5 }, changes.read)]);
      assert.deepEqual([calls, paths()], [2, [catalog]]);

      const paused = changes.pause();
      const watched = changes.keepFresh();
      restore();
      await wait(1500);
      assert.deepEqual([calls, paths()], [2, [catalog]]);
      paused.dispose();
      await changes.read();
      watched.dispose();
      assert.deepEqual(paths(), []);
    } finally {
      dispose();
    }
  });

  it('follows edits while an operation waits for an answer or the network, and not while it moves files', async () => {
    await extensions.getExtension('pm-zone.pm-zone')?.activate();
    const { log, sessions, current, changes, paths, dispose } = follow();
    const watched = changes.keepFresh();
    const until = async (count: number): Promise<void> => {
      for (let tries = 0; tries < 100 && paths()?.length !== count; tries += 1) await wait(100);
    };
    try {
      await changes.read();
      const seen: unknown[] = [];
      await runOperation({ log, sessions, current, changes } as Services, 'Trying', async ({ waiting }) => {
        await waiting(async () => {
          change();
          await until(1);
          seen.push(paths());
        });
        restore();
        await wait(1500);
        seen.push(paths());
      });
      await until(0);
      assert.deepEqual([...seen, paths()], [[catalog], [catalog], []]);
    } finally {
      watched.dispose();
      dispose();
    }
  });
});
