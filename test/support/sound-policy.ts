import assert from 'node:assert/strict';
import { builtInChecklist } from '../../src/policy/built-in-checklist.js';
import { pmZone } from './run-command-line.js';
import { temporaryRepository, type TemporaryRepository } from './temporary-repository.js';

export const skillFile = '.claude/skills/pm-pr-review/SKILL.md';

/** The files of a repository whose policy has no problem. */
export const soundFiles: Readonly<Record<string, string>> = {
  'CLAUDE.md': `# Notes

## PM zone

PMs can touch:

- \`src/home/i18n/*.json\` (user-facing strings)
- \`src/home/**/*.md\` or \`src/cart/**/*.md\` (documentation)

PMs cannot touch:

- \`src/auth/**\`
- \`src/payments/**\`

| PM | Email | Feature folders | Flags | Reviewers | Engineering DRI | Product DRI |
| --- | --- | --- | --- | --- | --- | --- |
| Maya (@maya) | maya@example.com | src/home | new-home | @org/growth | @erin | @paul |
| Ola (@ola) | ola@example.com | src/cart | new-cart | @org/cart | @erin | @paul |

**Controls:** regulated
**Base branch:** main
**Flag files:** \`config/flags.yaml\`

## Commands

Run the tests.
`,
  '.github/CODEOWNERS': `* @org/platform
/src/home/ @org/growth
/src/cart/ @org/cart
/src/auth/ @org/identity
/src/payments/ @org/billing
`,
  [skillFile]: builtInChecklist,
  'config/flags.yaml': 'new-home:\n  enabled: false\nnew-cart:\n  enabled: false\n',
  'src/home/i18n/en.json': '{}\n',
  'src/home/readme.md': 'x\n',
  'src/home/Home.tsx': 'x\n',
  'src/cart/readme.md': 'x\n',
  'src/auth/login.ts': 'x\n',
  'src/payments/charge.ts': 'x\n',
};

/** Files instead of the sound ones (`undefined`: without it). */
export type ChangedFiles = Readonly<Record<string, string | Uint8Array | undefined>>;

export interface DoctorOptions {
  readonly host?: string;
  readonly args?: readonly string[];
  /** What only this clone ignores. */
  readonly excluded?: string;
}

/** What doctor says of the sound repository with other files, line by line. */
export interface SoundDoctor {
  ask(files: ChangedFiles, options?: DoctorOptions): Promise<readonly string[]>;
  remove(): void;
}

/** Each question is of a repository of its own; `remove` takes them away. */
export function createSoundDoctor(): SoundDoctor {
  const made: TemporaryRepository[] = [];
  return {
    async ask(files, { host, args = [], excluded = '' } = {}) {
      const repository = temporaryRepository();
      repository.write('.git/info/exclude', excluded);
      made.push(repository);
      for (const [path, text] of Object.entries({ ...soundFiles, ...files }))
        if (text !== undefined) repository.write(path, text);
      if (host !== undefined) repository.git('remote', 'add', 'origin', host);
      repository.commit('Begin');
      const { stdout, stderr } = await pmZone(repository, ['doctor', ...args]);
      assert.equal(stderr, '');
      return stdout.trimEnd().split('\n');
    },
    remove: () => made.forEach((repository) => repository.remove()),
  };
}

/** The line, from 1, of a file of the repository that holds these words. */
export function lineIn(files: ChangedFiles, file: string, words: string | number): number {
  if (typeof words === 'number') return words;
  const text = String(files[file] ?? soundFiles[file]);
  const line = text.split('\n').findIndex((each) => each.includes(words)) + 1;
  assert.ok(line > 0, words);
  return line;
}
