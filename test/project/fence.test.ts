import assert from 'node:assert/strict';
import { lintMessages } from './lint-messages.js';

describe('the layer fence', () => {
  const doors: readonly (readonly [string, string])[] = [
    ['src/policy/x.ts', "import { window } from 'vscode';"],
    ['src/review/checks/x.ts', "import { readFileSync } from 'node:fs';"],
    ['src/review/x.ts', "import fs from 'fs';"],
    ['src/change/x.ts', "import { spawn } from 'node:child_process';"],
    ['src/planning/x.ts', "import { request } from 'node:https';"],
    ['src/git/x.ts', "import { spawn } from 'node:child_process';"],
    ['src/commands/x.ts', "import { readFile } from 'node:fs/promises';"],
  ];
  const upward: readonly (readonly [string, string])[] = [
    ['src/policy/x.ts', "import { readChange } from '../change/read-change.js';"],
    ['src/change/x.ts', "import { judge } from '../policy/judge.js';"],
    ['src/planning/x.ts', "import { review } from '../review/review.js';"],
    ['src/review/checks/x.ts', "import { draft } from '../../pull-request/draft-pull-request.js';"],
    ['src/review/x.ts', "import { main } from '../cli.js';"],
    ['src/commands/x.ts', "import { registerLaterCommands } from '../editor/commands/register-later-commands.js';"],
    ['src/editor/views/x.ts', "import { files } from '../../commands/files-command.js';"],
    ['src/editor/badges/x.ts', "import { view } from '../views/my-zone-view.js';"],
    ['src/presentation/words/x.ts', "import { node } from '../tree/tree-node.js';"],
    ['src/work/x.ts', "import type { Review } from '../review/review.js';"],
    ['src/new-room/x.ts', "import { judge } from '../policy/judge.js';"],
  ];
  for (const [violations, rule] of [
    [doors, 'no-restricted-imports'],
    [upward, 'rooms/layers'],
  ] as const) {
    for (const [path, text] of violations) {
      it(`stops ${text} in ${path}`, async () => assert.equal((await lintMessages(path, text, rule)).length, 1));
    }
  }

  for (const [text, rule] of [
    ["await fetch('https://example.com');", 'no-restricted-globals'],
    ["new WebSocket('wss://example.com');", 'no-restricted-globals'],
    ["await globalThis.fetch('https://example.com');", 'no-restricted-properties'],
    ['export const { fetch: ask } = globalThis;', 'no-restricted-properties'],
  ] as const) {
    it(`stops ${text} everywhere but in the one door to the network`, async () => {
      for (const path of ['src/hosts/x.ts', 'src/gate/x.ts', 'src/editor/views/x.ts']) {
        assert.equal((await lintMessages(path, text, rule)).length, 1, path);
      }
      assert.deepEqual(await lintMessages('src/hosts/http-door.ts', text, rule), []);
    });
  }

  const fine: readonly (readonly [string, string])[] = [
    ['src/editor/views/x.ts', "import { window } from 'vscode';"],
    ['src/git/git.ts', "import { spawn } from 'node:child_process';"],
    ['src/git/disk.ts', "import { open } from 'node:fs/promises';"],
    ['src/review/x.ts', "import { judge } from '../policy/judge.js';"],
    ['src/policy/x.ts', "import { createHash } from 'node:crypto';"],
    ['src/editor/views/x.ts', "import { paint } from '../badges/register-badges.js';"],
    ['src/cli.ts', "import { commandLoaders } from './commands/command-list.js';"],
  ];
  for (const [path, text] of fine) {
    it(`lets ${text} through in ${path}`, async () => {
      for (const rule of ['no-restricted-imports', 'rooms/layers']) {
        assert.deepEqual(await lintMessages(path, text, rule), []);
      }
    });
  }
});

describe('what the editor says', () => {
  const spoken = (text: string): Promise<string[]> => lintMessages('src/editor/x.ts', text, 'no-restricted-syntax');

  for (const text of [
    "window.showInformationMessage('Done.');",
    'window.showErrorMessage(`No ${what}.`);',
    "throw new CommandError('Open a folder first.');",
    "pick.placeholder = 'Type here';",
  ]) {
    it(`is never said by ${text}`, async () => assert.equal((await spoken(text)).length, 1));
  }

  for (const text of ["window.showInformationMessage(l10n.t('Done.'));", "view.message = '';"]) {
    it(`may be said by ${text}`, async () => assert.deepEqual(await spoken(text), []));
  }
});
