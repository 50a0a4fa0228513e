import assert from 'node:assert/strict';
import { lintMessages } from './lint-messages.js';

const imports = 'no-restricted-imports';

describe('the layer fence', function () {
  this.timeout(60_000);

  const violations: readonly (readonly [string, string])[] = [
    ['src/policy/x.ts', "import { window } from 'vscode';"],
    ['src/review/checks/x.ts', "import { readFileSync } from 'node:fs';"],
    ['src/review/x.ts', "import fs from 'fs';"],
    ['src/change/x.ts', "import { spawn } from 'node:child_process';"],
    ['src/planning/x.ts', "import { request } from 'node:https';"],
    ['src/repository/x.ts', "import { spawn } from 'node:child_process';"],
    ['src/commands/x.ts', "import { readFile } from 'node:fs/promises';"],
    ['src/policy/x.ts', "import { readChange } from '../change/read-change.js';"],
    ['src/change/x.ts', "import { judge } from '../policy/judge.js';"],
    ['src/planning/x.ts', "import { checks } from '../review/checks/list.js';"],
    ['src/review/checks/x.ts', "import { draft } from '../../pull-request/draft.js';"],
    ['src/review/x.ts', "import { main } from '../cli.js';"],
    ['src/commands/x.ts', "import { registerWhy } from '../editor/commands/why.js';"],
    ['src/editor/x.ts', "import { files } from '../commands/files.js';"],
  ];
  for (const [path, text] of violations) {
    it(`stops ${text} in ${path}`, async () => assert.equal((await lintMessages(path, text, imports)).length, 1));
  }

  const fine: readonly (readonly [string, string])[] = [
    ['src/editor/x.ts', "import { window } from 'vscode';"],
    ['src/git/git.ts', "import { spawn } from 'node:child_process';"],
    ['src/git/disk.ts', "import { open } from 'node:fs/promises';"],
    ['src/review/x.ts', "import { judge } from '../policy/judge.js';"],
    ['src/policy/x.ts', "import { createHash } from 'node:crypto';"],
  ];
  for (const [path, text] of fine) {
    it(`lets ${text} through in ${path}`, async () => assert.deepEqual(await lintMessages(path, text, imports), []));
  }
});

describe('what the editor says', function () {
  this.timeout(60_000);
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
