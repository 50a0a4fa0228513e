import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensions, window, workspace } from 'vscode';
import { openReader } from './open-reader.js';
import { followMyChanges } from '../../src/editor/services/my-changes.js';
import { followCurrentRepository } from '../../src/editor/sessions/current-repository.js';
import { createSessionCache } from '../../src/editor/sessions/session-cache.js';

const catalog = 'src/features/onboarding/i18n/en.json';

describe('the state of the PM’s change', () => {
  it('waits for a repository that is not read yet, as while a window opens', async () => {
    const log = window.createOutputChannel('PM Zone test', { log: true });
    const sessions = createSessionCache(log);
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
    const sessions = createSessionCache(log);
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
});
