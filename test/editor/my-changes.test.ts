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

describe('the state of the PM’s change', () => {
  it('waits for a repository that is not read yet, as while a window opens', async () => {
    const log = window.createOutputChannel('PM Zone test', { log: true });
    const sessions = openSessions(log);
    const current = followCurrentRepository(sessions);
    const reader = openReader();
    const changes = followMyChanges(sessions, current, reader, log);
    try {
      assert.deepEqual((await changes.read())?.change.files, []);
    } finally {
      for (const each of [changes, reader, current, sessions, log]) each.dispose();
    }
  });

  it('is as new as a reading that has ended, though another began meanwhile', async () => {
    await extensions.getExtension('pm-zone.pm-zone')?.activate();
    const root = workspace.workspaceFolders?.[0]?.uri.fsPath ?? '/';
    const file = join(root, catalog);
    const before = readFileSync(file, 'utf8');
    const log = window.createOutputChannel('PM Zone test', { log: true });
    const sessions = openSessions(log);
    const current = followCurrentRepository(sessions);
    const reader = openReader();
    const changes = followMyChanges(sessions, current, reader, log);
    try {
      await changes.read();
      assert.deepEqual(changes.latest()?.change.files, []);
      writeFileSync(file, before.replace('No boards', 'No boards yet'));
      const awaited = changes.read();
      // As a file that is written, or git that moves, has it read once more.
      const later = changes.read();
      await awaited;
      assert.deepEqual(
        changes.latest()?.change.files.map(({ path }) => path),
        [catalog],
      );
      await later;
    } finally {
      writeFileSync(file, before);
      for (const each of [changes, reader, current, sessions, log]) each.dispose();
    }
  });

  it('is read twice at most however many ask at once, and by no edit while an operation is under way', async () => {
    await extensions.getExtension('pm-zone.pm-zone')?.activate();
    const root = workspace.workspaceFolders?.[0]?.uri.fsPath ?? '/';
    const file = join(root, catalog);
    const before = readFileSync(file, 'utf8');
    const log = window.createOutputChannel('PM Zone test', { log: true });
    const sessions = openSessions(log);
    const current = followCurrentRepository(sessions);
    const reader = openReader();
    let calls = 0;
    const counting: Reader = {
      ...reader,
      call: (...asked) => {
        calls += 1;
        return reader.call(...asked);
      },
    };
    const changes = followMyChanges(sessions, current, counting, log);
    const changed = (): readonly (string | undefined)[] | undefined =>
      changes.latest()?.change.files.map(({ path }) => path);
    try {
      const first = changes.read();
      writeFileSync(file, before.replace('No boards', 'No boards yet'));
      await Promise.all([first, ...Array.from({ length: 5 }, changes.read)]);
      assert.deepEqual([calls, changed()], [2, [catalog]]);

      const paused = changes.pause();
      const watched = changes.keepFresh();
      writeFileSync(file, before);
      await wait(1500);
      assert.deepEqual([calls, changed()], [2, [catalog]]);
      paused.dispose();
      await changes.read();
      watched.dispose();
      assert.deepEqual(changed(), []);
    } finally {
      writeFileSync(file, before);
      for (const each of [changes, reader, current, sessions, log]) each.dispose();
    }
  });

  it('follows edits while an operation waits for an answer or the network, and not while it moves files', async () => {
    await extensions.getExtension('pm-zone.pm-zone')?.activate();
    const file = join(workspace.workspaceFolders?.[0]?.uri.fsPath ?? '/', catalog);
    const before = readFileSync(file, 'utf8');
    const log = window.createOutputChannel('PM Zone test', { log: true });
    const sessions = openSessions(log);
    const current = followCurrentRepository(sessions);
    const reader = openReader();
    const changes = followMyChanges(sessions, current, reader, log);
    const watched = changes.keepFresh();
    const changed = (): number | undefined => changes.latest()?.change.files.length;
    try {
      await changes.read();
      const seen: (number | undefined)[] = [];
      await runOperation({ log, sessions, current, changes } as Services, 'Trying', async ({ waiting }) => {
        await waiting(async () => {
          writeFileSync(file, before.replace('No boards', 'No boards yet'));
          for (let tries = 0; tries < 100 && changed() !== 1; tries += 1) await wait(100);
          seen.push(changed());
        });
        writeFileSync(file, before);
        await wait(1500);
        seen.push(changed());
      });
      for (let tries = 0; tries < 100 && changed() !== 0; tries += 1) await wait(100);
      assert.deepEqual([...seen, changed()], [1, 1, 0]);
    } finally {
      writeFileSync(file, before);
      for (const each of [watched, changes, reader, current, sessions, log]) each.dispose();
    }
  });
});
