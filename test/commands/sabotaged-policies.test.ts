import assert from 'node:assert/strict';
import { builtInChecklist } from '../../src/policy/built-in-checklist.js';
import { createSoundDoctor, lineIn, skillFile, soundFiles, type DoctorOptions } from '../support/sound-policy.js';

const policy = soundFiles['CLAUDE.md'] as string;
const owners = soundFiles['.github/CODEOWNERS'] as string;

/** A file instead of the sound one (`undefined`: without it), and where and how doctor says it. */
interface Sabotage extends DoctorOptions {
  readonly files: Readonly<Record<string, string | undefined>>;
  /** The words of the line in the sabotaged file, or the line. */
  readonly at: readonly [file: string, words: string | number];
  readonly said: RegExp;
}

const inPolicy = (from: string | RegExp, to: string, words: string | number, said: RegExp): Sabotage => ({
  files: { 'CLAUDE.md': policy.replace(from, to) },
  at: ['CLAUDE.md', words],
  said,
});

const rosterOf = (text: string): string => text.slice(text.indexOf('| PM |'), text.indexOf('**Controls'));
const roster = rosterOf(policy);
const maya = '| Maya (@maya) | maya@example.com | src/home | new-home | @org/growth | @erin | @paul |';

const sabotages: Readonly<Record<string, Sabotage>> = {
  'a roster outside of the section': {
    files: { 'CLAUDE.md': `${policy.replace(roster, '')}\n${roster}` },
    at: ['CLAUDE.md', '| PM |'],
    said: /stands outside of the PM zone.* Write it/u,
  },
  'a roster under a heading that ends the zone': inPolicy(
    '| PM |',
    '## Roster\n\n| PM |',
    '| PM |',
    /stands outside of the PM zone.* Write it/u,
  ),
  'a roster without its line of dashes': inPolicy(
    /\| --- .*\n/u,
    '',
    '| PM |',
    /Markdown sees no table of its own here\. Write it/u,
  ),
  'a row cut off by a blank line': inPolicy(
    '| Ola',
    '\n| Ola',
    '| Ola',
    /This looks like the list of PMs or a row of it, and is not read/u,
  ),
  'a roster in a block of code': inPolicy(roster, `\`\`\`\n${roster}\`\`\`\n`, '| PM |', /is not read/u),
  'no engineering DRI under regulated controls': inPolicy(
    maya,
    maya.replace('@erin', ''),
    '| Maya',
    /Maya has no engineering DRI.* name/iu,
  ),
  'no product DRI under regulated controls': inPolicy(
    maya,
    maya.replace('@paul', 'TBD'),
    '| Maya',
    /Maya has no product DRI.* name/iu,
  ),
  'one address of two people': inPolicy('ola@example.com', 'maya@example.com', '| Ola', /maya@example\.com stands in/u),
  'one handle of two people': inPolicy('(@ola)', '(@maya)', '| Ola', /@maya stands in the rows of Maya and of Ola/u),
  'a row without a handle': inPolicy('Ola (@ola)', 'Ola', '| Ola', /has no handle/u),
  'a reviewer who is a pilot PM': inPolicy('@org/cart', '@maya', '| Ola', /@maya is a pilot PM and cannot be/u),
  'a DRI who is a pilot PM': inPolicy(
    maya,
    maya.replace('@erin', '@ola'),
    '| Maya',
    /@ola is a pilot PM and cannot be/u,
  ),
  'a PM who reviews herself': inPolicy('@org/growth', '@Maya', '| Maya', /@Maya is a pilot PM and cannot be/u),
  'a PM who reviews herself by her address': inPolicy(
    '@org/growth',
    'maya@example.com',
    '| Maya',
    /maya@example\.com is a pilot PM and cannot be/u,
  ),
  'a DRI without a handle': inPolicy(
    maya,
    maya.replace('@erin', 'Erin'),
    '| Maya',
    /“Erin” in the row of Maya is no handle/u,
  ),
  'a forbid that nobody owns': {
    files: { '.github/CODEOWNERS': owners.replace('* @org/platform\n', '').replace('/src/auth/ @org/identity\n', '') },
    at: ['CLAUDE.md', '`src/auth/**`'],
    said: /holds by convention only.* Ask an engineer to add one/u,
  },
  'a forbid that the PM’s own reviewers own': {
    files: { '.github/CODEOWNERS': owners.replace('@org/identity', '@org/growth') },
    at: ['CLAUDE.md', '`src/auth/**`'],
    said: /only those who review Maya.* own.*@org\/growth/u,
  },
  'a forbid that a PM’s engineering DRI owns alone': {
    files: { '.github/CODEOWNERS': owners.replace('@org/billing', '@erin') },
    at: ['CLAUDE.md', '`src/payments/**`'],
    said: /only those who review Maya.* own/u,
  },
  'a forbid whose owners are taken away further down': {
    files: { '.github/CODEOWNERS': `${owners}/src/auth/login.ts\n` },
    at: ['CLAUDE.md', '`src/auth/**`'],
    said: /holds by convention only/u,
  },
  'a check that does not exist': {
    files: { [skillFile]: builtInChecklist.replace('check: secrets', 'check: secretz') },
    at: [skillFile, 'secretz'],
    said: /There is no check `secretz`.*Did you mean/u,
  },
  'an empty skill file': { files: { [skillFile]: '' }, at: [skillFile, 1], said: /has no item/u },
  'a skill file without an item': {
    files: { [skillFile]: '# PM PR Review\n\nBe nice.\n' },
    at: [skillFile, 1],
    said: /has no item/u,
  },
  'a section of the skill file taken away': {
    files: { [skillFile]: builtInChecklist.replace(/## Copy\n[^#]*/u, '') },
    at: [skillFile, 1],
    said: /no item.*“Copy”.*copy-catalog/u,
  },
  'the security section of the skill file taken away': {
    files: { [skillFile]: builtInChecklist.replace(/## Security and privacy\n[^#]*/u, '') },
    at: [skillFile, 1],
    said: /no item.*“Security and privacy”/u,
  },
  'a flag that is in no flag file': inPolicy(
    'new-cart',
    'new-kart',
    '| Ola',
    /new-kart of Ola is in no flag file.*new-cart/u,
  ),
  'a flag on two rows': inPolicy('new-cart', 'new-home', '| Ola', /new-home .*Maya and .*Ola/u),
  'flags without a flag file': {
    files: { 'config/flags.yaml': undefined },
    at: ['CLAUDE.md', '| Maya'],
    said: /new-home of Maya is in no flag file/u,
  },
  'an allow that opens everything': inPolicy('src/home/**/*.md', '**', '- `**`', /`\*\*` opens every file/u),
  'an allow that opens everything, in other words': inPolicy(
    'src/home/**/*.md',
    '*/**',
    '- `*/**`',
    /opens every file/u,
  ),
  'a base branch that does not exist': inPolicy(
    '**Base branch:** main',
    '**Base branch:** release-9',
    '**Base branch',
    /release-9.* no branch/u,
  ),
  'CODEOWNERS where no host looks': {
    files: { '.github/CODEOWNERS': undefined, 'config/CODEOWNERS': owners },
    at: ['config/CODEOWNERS', 1],
    said: /is read by no host.*\.github\/CODEOWNERS/u,
  },
  'CODEOWNERS in other letters': {
    files: { '.github/CODEOWNERS': undefined, '.github/codeowners': owners },
    at: ['.github/codeowners', 1],
    said: /is read by no host/u,
  },
  'CODEOWNERS with an ending': {
    files: { '.github/CODEOWNERS': undefined, 'CODEOWNERS.md': owners },
    at: ['CODEOWNERS.md', 1],
    said: /is read by no host/u,
  },
  'a second CODEOWNERS': {
    files: { CODEOWNERS: owners },
    at: ['CODEOWNERS', 1],
    said: /is not read, since .github\/CODEOWNERS is/u,
  },
  'CODEOWNERS where only GitLab looks, on GitHub': {
    files: { '.github/CODEOWNERS': undefined, '.gitlab/CODEOWNERS': owners },
    at: ['.gitlab/CODEOWNERS', 1],
    said: /GitHub does not read/u,
    host: 'git@github.com:org/app.git',
  },
  'CODEOWNERS where only GitHub looks, on GitLab': {
    files: {},
    at: ['.github/CODEOWNERS', 1],
    said: /GitLab does not read/u,
    host: 'https://gitlab.com/org/app.git',
  },
  'GitLab’s sections on GitHub': {
    files: { '.github/CODEOWNERS': undefined, CODEOWNERS: `[Everything]\n${owners}` },
    at: ['CODEOWNERS', '[Everything]'],
    said: /GitHub knows no sections/u,
    host: 'https://github.com/org/app',
  },
  'GitLab’s sections in GitHub’s folder': {
    files: { '.github/CODEOWNERS': `${owners}[Everything]\n/docs/ @org/docs\n` },
    at: ['.github/CODEOWNERS', '[Everything]'],
    said: /GitHub knows no sections/u,
  },
  'GitLab’s exclusion on GitHub': {
    files: { '.github/CODEOWNERS': `${owners}!/src/auth/x\n` },
    at: ['.github/CODEOWNERS', '!/src'],
    said: /begins with “!”, which CODEOWNERS does not know/u,
  },
  'CODEOWNERS over the size limit': {
    files: { '.github/CODEOWNERS': `${owners}${'# x\n'.repeat(800_000)}` },
    at: ['.github/CODEOWNERS', 1],
    said: /larger than 3 MB/u,
  },
  'CODEOWNERS in UTF-16': {
    files: { '.github/CODEOWNERS': owners.replace(/\n/gu, '\n\0') },
    at: ['.github/CODEOWNERS', 1],
    said: /is not text in UTF-8/u,
  },
  'a policy that git ignores': {
    files: { '.gitignore': 'node_modules\nCLAUDE.md\n' },
    at: ['.gitignore', 'CLAUDE.md'],
    said: /CLAUDE\.md is ignored by git/u,
    args: ['--worktree'],
  },
  'a policy that only this clone ignores': {
    files: {},
    at: ['CLAUDE.md', 1],
    said: /CLAUDE\.md is ignored by git \(\.git\/info\/exclude:1\)/u,
    args: ['--worktree'],
    excluded: 'CLAUDE.md\n',
  },
  'a file beside a forbid, of its name': {
    files: { 'src/auth-2fa.tsx': 'x\n' },
    at: ['CLAUDE.md', '`src/auth/**`'],
    said: /src\/auth-2fa\.tsx is not under `src\/auth\/\*\*`/u,
  },
  'a file of the same matter as a forbid': {
    files: { 'src/home/ApiKeys.tsx': 'x\n', 'CLAUDE.md': policy.replace('src/home/**/*.md', 'src/home/**') },
    at: ['CLAUDE.md', '`src/auth/**`'],
    said: /src\/home\/ApiKeys\.tsx/u,
  },
  'another file of the same matter as a forbid': {
    files: { 'src/home/Security.tsx': 'x\n', 'CLAUDE.md': policy.replace('src/home/**/*.md', 'src/home/**') },
    at: ['CLAUDE.md', '`src/auth/**`'],
    said: /src\/home\/Security\.tsx/u,
  },
};

describe('a sabotaged policy', () => {
  const doctor = createSoundDoctor();
  after(() => doctor.remove());

  it('is none where all is sound', async () => {
    const lines = await doctor.ask({}, { host: 'git@github.com:org/app.git' });
    assert.equal(lines.at(-1), 'The policy files have no problems.', lines.join('\n'));
  });

  for (const [what, { files, at, said, ...options }] of Object.entries(sabotages))
    it(`is found: ${what}`, async () => {
      const lines = await doctor.ask(files, options);
      const [file, words] = at;
      const line = lineIn(files, file, words);
      const found = lines.filter((each) => each.includes(`  ${file}:${line}  `));
      assert.ok(
        found.some((each) => said.test(each)),
        `${file}:${line}\n${lines.join('\n')}`,
      );
    });
});
