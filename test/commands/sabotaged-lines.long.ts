import assert from 'node:assert/strict';
import { builtInChecklist } from '../../src/policy/built-in-checklist.js';
import { createSoundDoctor, lineIn, skillFile, soundFiles, type ChangedFiles } from '../support/sound-policy.js';

const policy = soundFiles['CLAUDE.md'] as string;
const owners = soundFiles['.github/CODEOWNERS'] as string;
const githubOwners = '.github/CODEOWNERS';

/** What is done, the files with it, where doctor says it (a line by its words), and how. */
type Row = readonly [what: string, files: ChangedFiles, file: string, words: string | number, said: RegExp];

const edited = (text: string, from: string | RegExp, to: string): string => {
  assert.notEqual(text.search(from instanceof RegExp ? from : from.replace(/[^\w\s]/gu, '\\$&')), -1, String(from));
  return text.replace(from, () => to);
};
/** The policy with some words for others; the problem stands at the first of the new ones unless another line is named. */
const zone = (
  from: string | RegExp,
  to: string,
  said: RegExp,
  words: string | number = to.split('\n')[0] as string,
): Row => [`${String(from)} → ${to}`, { 'CLAUDE.md': edited(policy, from, to) }, 'CLAUDE.md', words, said];
const maya = (from: string, to: string, said: RegExp): Row => [
  `Maya’s ${from} → ${to}`,
  { 'CLAUDE.md': edited(policy, /\| Maya.*/u, edited(/\| Maya.*/u.exec(policy)?.[0] as string, from, to)) },
  'CLAUDE.md',
  '| Maya',
  said,
];
const setting = (line: string, said: RegExp): Row =>
  zone('**Controls:** regulated', `${line}\n**Controls:** regulated`, said);
const owning = (from: string, to: string, said: RegExp): Row => [
  `${from} → ${to}`,
  { [githubOwners]: edited(owners, from, to) },
  githubOwners,
  to,
  said,
];
const list = (from: string | RegExp, to: string, words: string, said: RegExp): Row => [
  `${String(from)} → ${to}`,
  { [skillFile]: edited(builtInChecklist, from, to) },
  skillFile,
  words,
  said,
];
const status = (title: string, first: string): string =>
  policy.replace(/Product DRI \|\n(.*)\n(.*)\n(.*)/u, `Product DRI | ${title} |\n$1 --- |\n$2 ${first} |\n$3 active |`);
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');
const withImport = (path: string, files: ChangedFiles = {}): ChangedFiles => ({
  'CLAUDE.md': policy.replace('# Notes\n', `# Notes\n\n@${path}\n`),
  ...files,
});

const rows: readonly Row[] = [
  // Where the zone stands
  zone('## PM zone', '## PM zone (draft)', /looks like the heading of a PM zone and is none/u),
  zone('## PM zone', '## PM zоne', /looks like the heading of a PM zone and is none/u),
  zone('# Notes', '<h1 align="center">Archive</h1>', /stands under “Archive”/u),
  zone('# Notes', '<h1>Notes</h1>\n\n<H1 class="x">Draft</H1>', /stands under “Draft”/u, '<H1'),
  zone('## Commands', '## PM zone\n\nPMs can touch:\n\n- `src/**`', /A PM zone begins in line 3 already/u, 24),
  zone('# Notes', '# Archive', /stands under “Archive”/u),
  [
    'front matter',
    { 'CLAUDE.md': `---\nstatus: draft\n---\n${policy}` },
    'CLAUDE.md',
    'status: draft',
    /about its status/u,
  ],
  [
    'a second zone',
    { 'AGENTS.md': `${policy}x\n` },
    'AGENTS.md',
    '## PM zone',
    /is not read, since CLAUDE\.md has the one that counts/u,
  ],
  [
    'a zone deeper down',
    { 'src/CLAUDE.md': policy },
    'src/CLAUDE.md',
    '## PM zone',
    /is not read, since CLAUDE\.md has/u,
  ],
  ['a zone for oneself', { 'CLAUDE.local.md': policy }, 'CLAUDE.local.md', '## PM zone', /is not read/u],
  ...[
    '.claude/rules/pm.md',
    '.cursor/rules/pm.mdc',
    '.github/instructions/pm.instructions.md',
    'AGENTS.override.md',
  ].map((file): Row => [
    `a zone in ${file}`,
    { [file]: policy },
    file,
    '## PM zone',
    /is not read, since CLAUDE\.md has the one that counts/u,
  ]),
  ['a zone in UTF-16', { 'CLAUDE.md': utf16(policy) }, 'CLAUDE.md', 1, /is not text in UTF-8/u],
  [
    'a zone that is too large',
    { 'CLAUDE.md': policy + 'x\n'.repeat(300_000) },
    'CLAUDE.md',
    1,
    /is larger than 512 KB/u,
  ],
  ['an import that is not there', withImport('docs/rules.md'), 'CLAUDE.md', '@docs', /@docs\/rules\.md is not read/u],
  ['an import of one’s own', withImport('~/rules.md'), 'CLAUDE.md', '@~', /lies outside of the repository/u],
  [
    'an import that goes round',
    withImport('docs/a.md', { 'docs/a.md': '@../CLAUDE.md\n' }),
    'docs/a.md',
    1,
    /imports what imports it/u,
  ],
  [
    'imports too deep',
    withImport('a1.md', Object.fromEntries([1, 2, 3, 4, 5, 6].map((each) => [`a${each}.md`, `@a${each + 1}.md\n`]))),
    'a5.md',
    1,
    /@a6\.md is not read/u,
  ],
  [
    'an import with a zone of its own',
    withImport('docs/a.md', { 'docs/a.md': policy }),
    'docs/a.md',
    '## PM zone',
    /A PM zone begins in line 5 of CLAUDE\.md already/u,
  ],
  // What opens
  zone('src/home/i18n/*.json', 'src/hom/i18n/*.json', /matches no file here\. Did you mean `src\/home\/i18n/u),
  zone('src/home/i18n/*.json', 'src/Home/i18n/*.json', /matches no file here\. Did you mean `src\/home\/i18n/u),
  zone('src/home/i18n/*.json', 'src\\home\\i18n\\*.json', /opens nothing: it has a backslash/u),
  zone('src/home/i18n/*.json', '../other/**', /opens nothing: it climbs/u),
  zone('PMs can touch:', 'What PMs own:', /is no known way to say whether PMs can touch it/u, '`src/home/i18n'),
  zone('PMs can touch:', 'You can touch:', /is no known way to say/u, '`src/home/i18n'),
  zone('- `src/home/i18n', '- [x] `src/home/i18n', /is a task with a box/u),
  zone(
    '- `src/payments/**`',
    '- `src/payments/**`\n- `src/home/**`',
    /opens nothing, since `src\/home\/\*\*` \(line \d+\) takes all of it back/u,
    7,
  ),
  // What closes
  zone('`src/auth/**`', '`src/atuh/**`', /matches no file here\. Did you mean `src\/auth\/\*\*`/u),
  zone('- `src/auth/**`', '- `src/auth/**` except `src/auth/i18n/**`', /exception in .* opens nothing/u),
  zone('- `src/auth/**`', '- `!src/auth/**`', /cannot be enforced as written: a leading “!”/u),
  zone('- `src/auth/**`', '- `/home/erin/app/src/auth/**`', /it is also taken for `src\/auth\/\*\*`/u),
  zone('- `src/auth/**`', '- `https://github.com/org/app/tree/main/src/auth`', /cannot be enforced as written/u),
  zone('- `src/auth/**`', '- `C:\\app\\src\\auth`', /cannot be enforced as written: it has a backslash/u),
  zone('- `src/auth/**`', '- Anything to do with signing in', /Nothing enforces “Anything to do/u),
  zone(
    'PMs cannot touch:\n\n- `src/auth/**`\n- `src/payments/**`',
    'Authentication and payments stay with engineering.',
    /Nothing enforces “Authentication/u,
  ),
  zone('- `src/auth/**`', '<!-- - `src/auth/**` -->', /No list follows “PMs cannot touch:”/u, 'PMs cannot'),
  zone('- `src/auth/**`', '- ~~`src/auth/**`~~', /is struck through but still counts/u),
  zone('- `src/auth/**`', '\n> - `src/auth/**`\n', /a quote, a footnote or HTML opens nothing/u, '> -'),
  zone('- `src/auth/**`', '- src/auth/**', /Nothing enforces “src\/auth\/\*\*”, since no path in backticks/u),
  zone('- `src/auth/**`', '- [auth](src/auth)', /Nothing enforces “auth”/u),
  zone('- `src/auth/**`', '- `src/auth/**, src/login/**`', /looks like several globs/u),
  zone('- `src/auth/**`', '- `src/{auth,login/**`', /its braces do not pair up/u),
  zone('PMs cannot touch:', 'Careful with:', /is no known way to say/u, '`src/auth/**`'),
  // Settings
  setting('**Size limit:** lots', /The size limit is written like/u),
  setting('**Size limit:** 99999 files, 400 lines', /at most 500 files/u),
  zone('**Controls:** regulated', '**Controls:** relaxed', /taken for regulated/u),
  zone('**Controls:** regulated', '**Controls:**', /has no value on its line/u),
  zone('**Controls:** regulated', '~~**Controls:** standard~~', /is struck through/u),
  zone(
    '**Controls:** regulated',
    '**Controlls:** regulated',
    /is no setting that is known\. If it is meant for “controls”/u,
  ),
  zone(
    '**Controls:** regulated',
    '**Controls:** regulated\n**Controls:** standard',
    /“controls” is set twice/u,
    '**Controls:** standard',
  ),
  zone('Run the tests.', '**Size limit:** 5 files, 100 lines', /stands outside of the PM zone/u),
  setting('**Pilot:** from 2026-02-05 to 2026-01-01', /“Pilot” has no two days/u),
  setting('**Pilot:** from 2026-01-01 to 2026-02-30', /“Pilot” has no two days/u),
  setting('**Pilot:** four weeks in January', /“Pilot” has no two days/u),
  setting('**Pilot:** from 2025-11-01 to 2025-11-29', /The pilot ended on 2025-11-29, so nothing is open/u),
  setting('**Engineers:** Erin and Sam', /it is no handle and no team/u),
  setting('**Engineers:** none', /“Engineers” names nobody/u),
  setting('**Engineers:** @erin, @Maya', /@Maya is a pilot PM, and by this line counts as an engineer/u),
  setting('**Compliance sign-off:** Carla', /it is no handle and no team/u),
  setting('**Compliance sign-off:** @maya', /@maya is a pilot PM, and by this line signs for compliance/u),
  setting('**Incident contacts:** none', /“Incident contacts” names nobody/u),
  setting('**Planning docs:** `src/**`', /is not taken for planning docs/u),
  setting('**Audit log:** our central log', /only globs in backticks are read/u),
  setting('**Audit log:** `src/audit/**`', /of “Audit log” matches no file here/u),
  setting('**Production-critical:** the checkout', /only globs in backticks are read/u),
  setting('**Production-critical:** `src/paymnets/**`', /Did you mean `src\/payments\/\*\*`/u),
  setting('**Design system:** `src/design`', /of “Design system” matches no file here/u),
  setting('**Labels:** `huge` as `size/XXL`', /PM Zone sets no label “huge”/u),
  zone('`config/flags.yaml`', '`config/flag.yaml`', /Did you mean `config\/flags\.yaml`/u),
  zone('**Base branch:** main', '**Base branch:** main, develop', /takes one branch name/u),
  setting('**Wave 2:** `src/cart/**`, when it feels right', /Nobody can say from .* when wave 2 begins/u),
  setting('**Waves:** `src/cart/**`', /A wave has its number in its label/u),
  setting('**Wave 2:** the cart, from 2026-03-01', /cannot use|Nobody can say/u),
  // The list of PMs
  maya('src/home', 'src/*', /cannot be a feature folder/u),
  maya('src/home', '.', /cannot be a feature folder/u),
  maya('src/home', 'src/hoem', /holds no file\. Did you mean src\/home\?/u),
  maya('src/home', 'src/home/readme.md', /The feature folder src\/home\/readme\.md of Maya is a file/u),
  maya('src/home', 'CLAUDE.md', /The feature folder CLAUDE\.md of Maya is a file/u),
  maya('src/home', 'src/auth', /1 of 1 files in src\/auth are locked for Maya/u),
  maya('@org/growth', '@org/nobody', /2 of 2 files that the zone opens in src\/home are locked for Maya/u),
  maya('maya@example.com', '', /has no email address/u),
  maya('maya@example.com', 'maya at example.com', /is neither an address/u),
  maya('maya@example.com', 'noreply@github.com', /so everybody would be Maya/u),
  maya('(@maya)', '(@org/growth)', /is neither an address .* nor a person's handle/u),
  maya('new-home', 'new-*', /is no flag's key/u),
  zone('Maya (@maya)', '~~Maya (@maya)~~', /is struck through in part/u),
  maya('| @paul |', '| @paul | x |', /has more cells/u),
  maya('@paul', '@erin', /one person would sign twice/u),
  maya('@erin', '@erin (withdrew)', /The engineering DRI of src\/home withdrew, so Maya changes nothing there alone/u),
  maya('@paul', '@paul, withdrew on 2026-01-01', /The product DRI of src\/home withdrew/u),
  maya('@erin', '@erin until March', /the words beside it are not read/u),
  maya(
    '@erin',
    'erin@example.com',
    /“erin@example\.com” is a DRI of Maya, and the gate knows people by their handles/u,
  ),
  maya('@erin', 'Erin Okafor', /is no handle like @name/u),
  [
    'a status that is none',
    { 'CLAUDE.md': status('Status', 'on leave') },
    'CLAUDE.md',
    '| Maya',
    /is “active” or “revoked”, not “on leave”/u,
  ],
  ...['revoked until 2026-03-01', 'Revoked (for now)', 'revoked, not for long'].map((words): Row => [
    `a status “${words}”`,
    { 'CLAUDE.md': status('Status', words) },
    'CLAUDE.md',
    '| Maya',
    /counts as revoked for good, and the words beside it are not read/u,
  ]),
  [
    'a status by another name',
    { 'CLAUDE.md': status('Active?', 'no') },
    'CLAUDE.md',
    '| PM |',
    /The column “Active\?” .* is not read/u,
  ],
  zone('| Email |', '| Contact |', /The column “Contact” .* is not read/u, '| PM |'),
  zone('| Feature folders |', '| Area |', /has no column “Feature folders”/u, '| PM |'),
  zone('| Flags |', '| Not allowed |', /The column “Not allowed” .* is not read/u, '| PM |'),
  // CODEOWNERS
  owning('@org/identity', 'identity', /“identity” is no owner/u),
  owning('@org/growth', '@org/growth @maya', /@maya is a pilot PM and cannot be a code owner/u),
  owning('/src/auth/ @org', '/src/auth/\u00a0@org', /has a blank that is none/u),
  owning('/src/auth/ @org/identity', '/src/auth/ @org/identity\u2003@org/growth', /has a blank that is none/u),
  owning('/src/auth/', '/src/[au]th/', /matches its square brackets as they stand/u),
  owning('/src/auth/', '/src/atuh/', /matches no file here, .* Did you mean `\/src\/auth\/`/u),
  owning('/src/auth/', '/src/Auth/', /Did you mean `\/src\/auth\/`/u),
  owning('/src/auth/', '\\src\\auth\\x', /has backslashes/u),
  owning('/src/auth/', '/src /auth/', /“\/auth\/” is no owner/u),
  [
    'a late line for everything',
    { [githubOwners]: `${owners}* @org/growth\n` },
    'CLAUDE.md',
    '`src/auth/**`',
    /is held by nobody else: only those who review Maya/u,
  ],
  [
    'a policy that nobody owns',
    { [githubOwners]: `${owners}/CLAUDE.md\n` },
    'CLAUDE.md',
    '## PM zone',
    /CLAUDE\.md has no code owner/u,
  ],
  ['no CODEOWNERS', { [githubOwners]: undefined }, 'CLAUDE.md', '`src/auth/**`', /There is no CODEOWNERS file/u],
  // The checklist
  list('- [ ] No password', 'No password', 'No password', /stands outside of an item/u),
  list(' <!-- check: secrets -->', '', 'No password', /names no check, so nothing decides it/u),
  list(
    'check: size -->',
    'сheck: size -->',
    'small enough',
    /names no check that can be read\. Did you mean `<!-- check: size/u,
  ),
  list('check: size -->', 'c\u200bheck: size -->', 'small enough', /names no check that can be read/u),
  list('check: secrets -->', 'check: secrets', 'No password', /names no check that can be read/u),
  list('check: secrets -->', 'check: secrets --> <!-- check: size -->', 'No password', /names more than one check/u),
  [
    'a checklist in UTF-16',
    { [skillFile]: utf16(builtInChecklist) },
    skillFile,
    1,
    /the built-in checklist counts and nothing that is written there/u,
  ],
  ...[
    '.claude/skills/pm-pr-review.md',
    '.claude/skills/PM-PR-Review/SKILL.md',
    '.agents/skills/pm-pr-review/SKILL.md',
  ].map((file): Row => [
    `a checklist at ${file}`,
    { [skillFile]: undefined, [file]: builtInChecklist },
    file,
    1,
    /looks like the checklist and is not read/u,
  ]),
];

describe('a sabotaged line', () => {
  const doctor = createSoundDoctor();
  after(() => doctor.remove());

  for (const [what, files, file, words, said] of rows)
    it(`is found: ${what.replaceAll('\n', ' ').slice(0, 120)}`, async () => {
      const lines = await doctor.ask(files);
      const line = lineIn(files, file, words);
      assert.ok(
        lines.some((each) => each.includes(`  ${file}:${line}  `) && said.test(each)),
        `${file}:${line}\n${lines.join('\n')}`,
      );
    });
});
