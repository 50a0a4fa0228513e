import assert from 'node:assert/strict';
import { markdownRoot } from '../markdown-root.js';
import { parseCodeowners } from '../../src/policy/codeowners/parse-codeowners.js';
import { findPmsAmongOwners } from '../../src/policy/policy-errors.js';
import { builtInChecklist } from '../../src/policy/built-in-checklist.js';
import { checkPolicy } from '../../src/policy/check-policy.js';
import type { PolicyTip } from '../../src/policy/policy.js';
import { readZone } from '../../src/policy/zone-section/read-zone.js';

function tipOf(body: string | undefined, codeowners?: string, skill?: string): PolicyTip {
  const text = `## PM zone\n\n${body ?? ''}`;
  return {
    ref: 'main',
    commit: undefined,
    zone: body === undefined ? undefined : readZone({ path: 'CLAUDE.md', text }, markdownRoot(text)),
    codeowners: codeowners === undefined ? undefined : parseCodeowners({ path: 'CODEOWNERS', text: codeowners }),
    skill: skill === undefined ? undefined : { path: skill, text: builtInChecklist },
  };
}

const allow = 'PMs can touch:\n- `**/*.md`\n';
const forbid = 'PMs cannot touch:\n- `**/auth/**`\n';
const roster =
  '| PM | Email | Feature folders | Reviewers | Engineering DRI | Product DRI |\n|---|---|---|---|---|---|\n| Amy (@amy) | amy@b.c | src/home | @web | @eve | @pia |\n';
const pms = `| PM | Email | Feature folders | Flags | Reviewers | Engineering DRI | Product DRI |
|---|---|---|---|---|---|---|
| Amy (@amy) | amy@b.c | src/home | home | @web | @eve | @pia |
| Bo (@bo) | bo@b.c | src/cart | cart | @web, @cart | @eve | @pia |
`;

describe('checkPolicy', () => {
  const cases: Readonly<
    Record<string, readonly [tip: PolicyTip, paths: readonly string[], problems: readonly RegExp[]]>
  > = {
    'nothing without a policy': [tipOf(undefined), ['a.md'], []],
    'nothing where all is well': [tipOf(`${allow}\n${forbid}`, '* @all\n**/auth/ @sec\n'), ['a.md', 'auth/x.ts'], []],
    'a glob that matches nothing': [
      tipOf(allow, '* @all'),
      ['a.ts'],
      [/^info CLAUDE.md:4 `\*\*\/\*\.md` matches no file/],
    ],
    'an allow that a forbid swallows': [
      tipOf(`PMs can touch:\n- \`auth/*.md\`\n\n${forbid}`, '* @all\nauth/ @sec'),
      ['auth/a.md', 'auth/b.md'],
      [/^warning CLAUDE.md:4 `auth\/\*\.md` opens nothing.*2 files/],
    ],
    'an allow of one file that a forbid swallows': [
      tipOf(`PMs can touch:\n- \`auth/*.md\`\n\n${forbid}`, '* @all\nauth/ @sec'),
      ['auth/a.md'],
      [/since `\*\*\/auth\/\*\*` \(line \d+\) takes all of it back \(1 file\)/],
    ],
    'an allow that two forbids swallow': [
      tipOf(`PMs can touch:\n- \`a/*.md\`\n\nPMs cannot touch:\n- \`a/x*\`\n- \`a/y*\`\n`, '* @all\na/ @sec'),
      ['a/x.md', 'a/y.md'],
      [/since `a\/x\*` \(line 7\) and `a\/y\*` \(line 8\) take all of it back \(2 files\)/],
    ],
    'an allow under a folder that is for pairs, which it is deeper than': [
      tipOf(
        'PMs can touch:\n- `web/views/promo/*.php`\n\nTogether with an engineer:\n- `web/views/**/*.php`\n',
        '* @all',
      ),
      ['web/views/promo/a.php', 'web/views/b.php'],
      [],
    ],
    'an allow of the very files that are for pairs': [
      tipOf('PMs can touch:\n- `web/*.php`\n\nTogether with an engineer:\n- `web/**`\n', '* @all'),
      ['web/a.php'],
      [/^warning CLAUDE.md:4 `web\/\*\.php` opens nothing, since `web\/\*\*` \(line 7\) takes all of it back/],
    ],
    'a glob nearly called as another of the policy': [
      tipOf(`${allow}\nPMs cannot touch:\n- \`app/payments/**\`\n- \`app/payouts/**\`\n`, '* @all\napp/ @sec'),
      ['app/payments/a.rb', 'b.md'],
      [/^info CLAUDE.md:\d+ `app\/payouts\/\*\*` matches no file here\. If it should/],
    ],
    'a forbid of what may come under a name': [
      tipOf(`${allow}\nPMs cannot touch:\n- \`**/pii/**\`\n`, '* @all\n**/pii/ @sec'),
      ['b.md'],
      [/^info CLAUDE.md:\d+ `\*\*\/pii\/\*\*` matches no file here\. It locks what comes under that name;/],
    ],
    'an allow that a forbid swallows in part': [
      tipOf(`${allow}\n${forbid}`, '* @all\nauth/ @sec'),
      ['auth/a.md', 'b.md'],
      [],
    ],
    'a forbid by convention only': [
      tipOf(forbid, '* @all\n/auth/ @sec'),
      ['auth/x.ts', 'lib/auth/y.ts'],
      [/^warning CLAUDE.md:4 `\*\*\/auth\/\*\*` holds by convention only \(1 of 2 files, like lib\/auth\/y.ts\)/],
    ],
    'a forbid of nothing yet by convention only': [
      tipOf('PMs cannot touch:\n- `infra/*.tf`\n- `x/**/y`\n', '* @all\n/x/ @ops'),
      [],
      [/matches no file/, /infra.* holds by convention only, since/, /matches no file/],
    ],
    'a glob that matches only what it may have meant': [
      tipOf('PMs cannot touch:\n- `src/auth/** (login)`\n- `src/a b/**`\n', '* @all\n/src/ @ops'),
      ['src/auth/x.ts', 'src/a b/x.ts'],
      [/^info CLAUDE.md:4 `src\/auth\/\*\* \(login\)` matches no file; it is also taken for `src\/auth\/\*\*`\./],
    ],
    'no CODEOWNERS at all': [tipOf(forbid), ['auth/x.ts'], [/^warning CLAUDE.md:4 There is no CODEOWNERS/]],
    'no CODEOWNERS and no forbid': [tipOf(allow), ['a.md'], []],
    'policy files without an owner': [
      tipOf(allow, '/src/ @dev\n', '.claude/skills/pm-pr-review/SKILL.md'),
      ['a.md'],
      [/^warning .claude.*SKILL.md:1/, /^warning CLAUDE.md:1 CLAUDE.md has no code owner/, /^warning CODEOWNERS:1/],
    ],
    'a feature folder that holds nothing': [
      tipOf(`${allow}\n${roster}`, '* @all'),
      ['a.md'],
      [/^warning CLAUDE.md:8 The feature folder src\/home of Amy holds no file/],
    ],
    'a feature folder that is a file': [
      tipOf(`${allow}\n${roster}`, '* @all'),
      ['a.md', 'src/home'],
      [/^warning CLAUDE.md:8 The feature folder src\/home of Amy is a file, and nothing lies in it/],
    ],
    'a feature folder at the root that is a file': [
      tipOf(`${allow}\n${roster.replace('src/home', 'home')}`, '* @all'),
      ['a.md', 'home'],
      [/^warning CLAUDE.md:8 The feature folder home of Amy is a file, and nothing lies in it/],
    ],
    'a row whose two DRIs are one person under regulated controls': [
      tipOf(`${allow}\n**Controls:** regulated\n\n${roster.replace('@pia', '@eve')}`, '* @all'),
      ['a.md', 'src/home/b.md'],
      [/^warning CLAUDE.md:10 @eve is the engineering DRI and the product DRI of Amy, .*one person would sign twice/],
    ],
    'an allow of nothing but what steers a tool': [
      tipOf(`${allow}- \`web/package.json\`\n- \`locales/en/**\`\n`, '* @all'),
      ['a.md', 'web/package.json', 'locales/en/project.json'],
      [/^warning CLAUDE.md:5 `web\/package\.json` opens nothing: web\/package\.json /],
    ],
    'an allow of files to come, where nothing but what steers a tool is there': [
      tipOf(`PMs can touch:\n- \`**/*.md\`\n- \`.github/**\`\n`, '* @all'),
      ['CLAUDE.md', '.github/a.md', 'src/a.ts'],
      [
        /^info CLAUDE.md:4 `\*\*\/\*\.md` opens nothing yet: CLAUDE\.md .*, which no PM zone opens\. It opens the other files of that kind as they come\.$/,
        /^warning CLAUDE.md:5 `\.github\/\*\*` opens nothing: /,
      ],
    ],
    'several near misses of what is locked': [
      tipOf(`${allow}\n${forbid}`, '* @all\n**/auth/ @sec\n'),
      ['a.md', 'auth/x.ts', 'web/auth.ts', 'lib/auth.ts', 'api/auth.ts'],
      [/^info CLAUDE.md:7 \S+auth\.ts is not under `\*\*\/auth\/\*\*`, nor are 2 more that are named so\./],
    ],
    'a near miss that is a text, of a folder of texts': [
      tipOf(`PMs can touch:\n- \`docs/*.md\`\n\nPMs cannot touch:\n- \`**/legal/**\`\n`, '* @all\n**/legal/ @law\n'),
      ['docs/a.md', 'legal/b.md', 'web/legal.md', 'web/legal.ts'],
      [/^info CLAUDE.md:7 web\/legal\.md is not under `\*\*\/legal\/\*\*`/],
    ],
    'a feature folder in which others own what the zone opens': [
      tipOf(`${allow}\n${roster}`, '* @all\n/src/home/api/ @api\n/src/home/web/ @web\n'),
      ['src/home/a.md', 'src/home/api/b.md', 'src/home/web/c.md', 'src/homes/d.md', 'src/home/web/d.ts'],
      [/^info CLAUDE.md:8 1 of 3 files that the zone opens in src\/home are locked for Amy.*\(@api\)/],
    ],
    'a feature folder in which others own all that the zone opens': [
      tipOf(`${allow}\n${roster}`, '* @all\n/src/home/api/ @api\n'),
      ['a.md', 'src/home/api/b.md', 'src/home/c.ts'],
      [/^warning CLAUDE.md:8 1 of 1 files that the zone opens in src\/home are locked for Amy.*\(@api\)/],
    ],
    'a feature folder of which others own all': [
      tipOf(`${allow}\n${roster}`, '* @all\n/src/home/ @api\n'),
      ['a.md', 'src/home/b.ts'],
      [/^warning CLAUDE.md:8 1 of 1 files in src\/home are locked for Amy.*\(@api\)/],
    ],
    'no feature folder in which others own what the zone does not open': [
      tipOf(`${allow}\n${roster}`, '* @all\n/src/home/api/ @api\n'),
      ['src/home/a.md', 'src/home/api/b.ts'],
      [],
    ],
    'a feature folder that the zone opens nothing in, and others own in part': [
      tipOf(`${allow}\n${roster}`, '* @all\n/src/home/api/ @api\n'),
      ['a.md', 'src/home/a.ts', 'src/home/api/b.ts'],
      [
        /^info CLAUDE\.md:8 No line of the zone opens a file in the feature folder src\/home of Amy \(2 files\), so they change nothing there alone but planning docs\. If/,
      ],
    ],
    'nothing in the folders of a row that is revoked': [
      tipOf(`${allow}\n${roster.replace('| Reviewers |', '| Status |').replace('@web', 'revoked')}`, '* @all'),
      ['a.md'],
      [],
    ],
    'what a folder or glob was meant to name': [
      tipOf(
        `PMs can touch:\n- \`src/hom/*.md\`\n- \`src/home/*.txt\`\n\nPMs cannot touch:\n- \`src/Auht/**\`\n\n${roster.replace('src/home', 'SRC/home')}`,
        '* @all',
      ),
      ['src/home/a.md', 'src/auth/b.ts'],
      [
        /^info CLAUDE.md:4 `src\/hom\/\*\.md` matches no file here\. Did you mean `src\/home\/\*\.md`\?/,
        /^info CLAUDE.md:5 .*If it should, check its spelling\.$/,
        /^warning CLAUDE.md:8 .*Did you mean `src\/auth\/\*\*`\?/,
        /^warning CLAUDE.md:12 .*holds no file\. Did you mean src\/home\?/,
      ],
    ],
    'settings that match nothing': [
      tipOf(
        `${allow}\n**Flag files:** \`config/flag.yaml\`\n**Audit log:** \`log/**\`\n**Production-critical:** \`src/pay/**\`\n**Design system:** \`src/ui\`, \`@acme/ui\`, \`carbon\`\n`,
        '* @all',
      ),
      ['a.md', 'config/flags.yaml', 'src/pays/a.ts'],
      [
        /^warning CLAUDE.md:6 `config\/flag.yaml` of “Flag files” matches no file here\. Did you mean `config\/flags\.yaml`\?/,
        /^info CLAUDE.md:7 `log\/\*\*` of “Audit log” matches no file here\. If/,
        /^warning CLAUDE.md:8 .*Did you mean `src\/pays\/\*\*`/,
        /^info CLAUDE.md:9 `src\/ui` of “Design system” matches no file/,
      ],
    ],
    'no near miss of what is locked for every PM anyway': [
      tipOf(`${allow}\n${forbid}\n${pms}`, '* @all\n**/auth/ @sec\n/lib/ @sec\n/web/ @web\n'),
      [
        'a.md',
        'auth/x.ts',
        '.claude/auth.md',
        'auth.config',
        'lib/auth.ts',
        'web/auth.ts',
        'src/home/x.md',
        'src/cart/x.md',
      ],
      [/^info CLAUDE.md:7 web\/auth\.ts is not under `\*\*\/auth\/\*\*`\. If/],
    ],
    'a feature folder without CODEOWNERS': [tipOf(`${allow}\n${roster}`), ['src/home/a.md'], []],
    'a forbid that only a PM’s own reviewers own': [
      tipOf(`${allow}\n${forbid}\n${pms}`, '* @all\n**/auth/ @web\nlib/auth/ @web @sec\n'),
      ['a.md', 'auth/x.ts', 'auth/y.ts', 'lib/auth/z.ts', 'src/home/x.md', 'src/cart/x.md'],
      [
        /^warning CLAUDE.md:7 `\*\*\/auth\/\*\*` is held by nobody else: only those who review Amy, Bo or answer for them \(DRIs\) own it \(2 of 3 files, like auth\/x.ts\), @web, who/,
      ],
    ],
    'no forbid of nothing yet that a line with the same capitals holds': [
      tipOf(
        'PMs cannot touch:\n- `web/Pay.ts`\n- `web/{Admin,Billing}/**/*.vue`\n',
        'web/Pay.ts @pay\n/web/Admin/ @ops\n/web/Billing/ @ops\n',
      ),
      ['CLAUDE.md', 'web/a.ts'],
      [/CLAUDE\.md has no/, /Pay\.ts` matches no file/, /vue` matches no file/, /CODEOWNERS has no/],
    ],
    'a forbid of nothing yet that only reviewers of PMs own': [
      tipOf(`${allow}\n${forbid}\n${pms}`, '* @all\n**/auth/ @WEB @eve\n'),
      ['a.md', 'src/home/x.md', 'src/cart/x.md'],
      [/matches no file/, /only those who review Amy, Bo or answer for them \(DRIs\) own it, @WEB, @eve, who/],
    ],
    'no forbid that a line for everything holds by somebody else': [
      tipOf(`${allow}\n${forbid}\n${pms}`, '* @all\n'),
      ['a.md', 'auth/x.ts', 'src/home/x.md', 'src/cart/x.md'],
      [],
    ],
    'a forbid that a line for everything may hold, where no list says who the PMs are': [
      tipOf(forbid, '* @all\n'),
      ['auth/x.ts'],
      [
        /holds by convention only .* since CODEOWNERS has nothing there but a line for everything, .* add the list of PMs/,
      ],
    ],
    'no forbid of which only a manifest, locked anyway, has no owner': [
      tipOf(forbid, '* @all\n**/auth/ @sec\n**/package.json\n'),
      ['auth/x.ts', 'auth/package.json'],
      [],
    ],
    'a forbid of manifests alone without an owner': [
      tipOf(forbid, '* @all\n**/auth/ @sec\n**/package.json\n'),
      ['auth/package.json'],
      [/holds by convention only/],
    ],
    'a forbid in a section that nobody waits for': [
      tipOf(`${allow}\n${forbid}\n${pms}`, '^[Optional]\n* @all\n[Policy]\nCLAUDE.md @all\nCODEOWNERS @all\n'),
      ['a.md', 'auth/x.ts', 'src/home/x.md', 'src/cart/x.md'],
      [/^warning CLAUDE.md:7 .* holds by convention only/],
    ],
    'rows without DRIs under regulated controls, and flags of two': [
      tipOf(
        `${allow}\n${pms.replace('| cart |', '| home |').replace('@cart | @eve', '@cart |').replaceAll('@pia', '')}| Amy (@amy) | amy@b.c | src/cart | home | | | |\n\n**Controls:** regulated\n`,
      ),
      ['a.md', 'src/home/x.md', 'src/cart/x.md'],
      [
        /^info CLAUDE.md:8 Amy stands in 2 rows, which count as one: feature folders src\/home, src\/cart; reviewers @web\./,
        /^warning CLAUDE.md:8 Amy has no product DRI, and/,
        /^warning CLAUDE.md:9 Bo has no engineering DRI and no product DRI, and/,
        /^warning CLAUDE.md:9 The flag home stands on the rows of Amy and of Bo/,
        /^info CLAUDE.md:10 Amy stands in 2 rows/,
        /^warning CLAUDE.md:10 Amy has no product DRI, and/,
      ],
    ],
    'rows without DRIs where the checklist asks both to sign off': [
      tipOf(`${allow}\n${pms.replaceAll('@pia', '').replace('@web | @eve', '@web |')}`),
      ['a.md', 'src/home/x.md', 'src/cart/x.md'],
      [
        /^warning CLAUDE.md:8 Amy has no engineering DRI and no product DRI, and the checklist asks both to sign off/,
        /^warning CLAUDE.md:9 Bo has no product DRI, and the checklist asks both to sign off/,
      ],
    ],
    'no row without DRIs where no item asks them to sign off': [
      {
        ...tipOf(`${allow}\n${pms.replaceAll('@pia', '')}`),
        skill: { path: 'SKILL.md', text: builtInChecklist.replace('<!-- check: sign-off -->', '') },
      },
      ['a.md', 'src/home/x.md', 'src/cart/x.md'],
      [],
    ],
    'allows of everything, but for those within feature folders': [
      tipOf('PMs can touch:\n- `**/*`\n- `*.md`\n\nPMs can touch, within their feature folders:\n- `**`\n'),
      ['a.md', 'b/c.ts'],
      [/^warning CLAUDE.md:4 `\*\*\/\*` opens every file/],
    ],
    'a skill file without items, and one without a section': [
      { ...tipOf(allow, '* @all'), skill: { path: 'S.md', text: '# X\n' } },
      ['a.md'],
      [/^warning S.md:1 This checklist has no item, so/],
    ],
    'a skill file without some sections': [
      { ...tipOf(allow, '* @all'), skill: { path: 'S.md', text: '- [ ] x <!-- check: copy-locales -->\n' } },
      ['a.md'],
      [/^warning S.md:1 This checklist has no item of “Scope” \(zone, codeowners, size, one-feature\), (?!.*“Copy”)/],
    ],
    'near misses beside a folder, in other words': [
      tipOf('PMs cannot touch:\n- `src/api-keys/**`\n', '* @all\n/src/api-keys/ @sec\n'),
      ['src/api-keys/x.ts', 'src/ApiKeys.tsx', 'lib/ApiKeys.tsx', 'src/a/apikeys.ts'],
      [/^info CLAUDE.md:4 src\/ApiKeys.tsx is not under `src\/api-keys\/\*\*`\. If/],
    ],
    'code open to PMs of the same matter, once': [
      tipOf(
        'PMs can touch:\n- `ui/**`\n\nPMs cannot touch:\n- `src/auth/**`\n- `**/permissions/**`\n',
        '* @all\n/src/ @sec\n**/permissions/ @sec\n',
      ),
      [
        'src/auth/x.ts',
        'permissions/x.ts',
        'ui/Login.tsx',
        'ui/2fa.ts',
        'ui/ApiKey.vue',
        'ui/Mfa.ts',
        'ui/security.md',
        'ui/Token.ts',
        // Texts about it, whatever they are written in.
        'ui/lang/de/passwords.php',
      ],
      [
        /^info CLAUDE.md:7 PMs can touch ui\/Login.tsx, ui\/2fa.ts, ui\/ApiKey.vue and 1 more, named for the same matter/,
      ],
    ],
    'near misses': [
      tipOf(`${forbid}- \`**/ph*/**\`\n`, '* @all\n**/auth/ @sec\n**/ph*/ @sec\n'),
      ['auth/x.ts', 'lib/auth.ts', 'lib/userAuth/y.ts', 'lib/author.ts', 'phi/x'],
      [/^info CLAUDE.md:4 lib\/auth.ts is not under `\*\*\/auth\/\*\*`, nor is 1 more that is named so/],
    ],
    'no near miss among texts about code, nor in what nobody can touch alone and is data, a test, or called so in the middle':
      [
        tipOf(
          'PMs can touch:\n- `docs/**`\n- `ui/**`\n\nPMs cannot touch:\n- `**/auth/**`\n- `src/server/**`\n',
          '* @all\n**/auth/ @sec\n/src/server/ @sec\n',
        ),
        [
          'lib/auth/x.ts',
          'src/server/x.ts',
          'docs/auth.md',
          'ui/locales/auth.json',
          'db/auth.json',
          'lib/auth.test.ts',
          'src/devServer/x.ts',
        ],
        [],
      ],
    'near misses of data that is open, of what begins with the name, and of texts beside texts': [
      tipOf(
        'PMs can touch:\n- `ui/**`\n- `docs/**`\n\nPMs cannot touch:\n- `**/auth/**`\n- `src/server/**`\n- `**/legal/**`\n- `**/relay/**`\n',
        '* @all\n**/auth/ @sec\n/src/server/ @sec\n**/legal/ @sec\n**/relay/ @sec\n',
      ),
      [
        'lib/auth/x.ts',
        'src/server/x.ts',
        'docs/legal/x.md',
        'a/relay/x.ts',
        'ui/auth.json',
        'src/server-next/x.ts',
        'docs/legal.md',
        'a/relayPool.ts',
      ],
      [
        /^info CLAUDE.md:8 ui\/auth\.json is not under/,
        /^info CLAUDE.md:9 src\/server-next\/x\.ts is not under/,
        /^info CLAUDE.md:10 docs\/legal\.md is not under/,
        /^info CLAUDE.md:11 a\/relayPool\.ts is not under/,
      ],
    ],
    'near misses of what is open alone, where the zone says who changes the rest': [
      tipOf(
        'PMs can touch:\n- `ui/**`\n\nPMs cannot touch:\n- `**/auth/**`\n\nEverything else needs an engineer.\n',
        '* @all\n**/auth/ @sec\n',
      ),
      ['auth/x.ts', 'ui/auth.ts', 'lib/auth.ts', 'lib/auth-utils/y.ts'],
      [/^info CLAUDE.md:7 ui\/auth.ts is not under `\*\*\/auth\/\*\*`\. If/],
    ],
    'near misses where the rest is only spoken of': [
      tipOf(`${forbid}\nThe rest is history.\n`, '* @all\n**/auth/ @sec\n'),
      ['auth/x.ts', 'lib/auth.ts'],
      [/is not under/],
    ],
    'nothing of files that are made, of which words around the zone speak to everybody': [
      tipOf(
        'PMs can touch:\n- `*.md`\n\n## Notes\n\nNever edit `out/gen/`. Never edit `made/`.\n',
        '/CLAUDE.md @all\nCODEOWNERS @all\n',
      ),
      ['a.md'],
      [],
    ],
    'in one note what words around the zone close, is there, and nobody owns': [
      tipOf(
        'PMs can touch:\n- `*.md`\n\n## Notes\n\nNever edit `out/gen/`. Never edit `made/`. Never edit `old/`.\n\nNever edit `a/`, `b/` or `yarn.lock`. Never edit `mine/`.\n',
        '/CLAUDE.md @all\nCODEOWNERS @all\n/mine/ @all\n',
      ),
      ['a.md', 'made/x.ts', 'old/y.ts', 'a/x.ts', 'b/x.ts', 'yarn.lock', 'mine/x.ts'],
      [
        /^info CLAUDE\.md:8 What is said around the PM zone, to everybody, closes `made\/`, `old\/`, `a\/` and 1 more to PMs\. The gate holds that, and no line of CODEOWNERS does\. Where only a build writes there, that is enough; else ask an engineer to add a line\.$/,
      ],
    ],
    'the same where there is no CODEOWNERS': [
      tipOf('PMs can touch:\n- `*.md`\n\n## Notes\n\nNever edit `made/`.\n'),
      ['a.md', 'made/x.ts'],
      [/^info CLAUDE\.md:8 What is said around the PM zone, to everybody, closes `made\/` to PMs\./],
    ],
    'one near miss': [
      tipOf(forbid, '* @all\n**/auth/ @sec'),
      ['auth/x.ts', 'auth-utils/y.ts'],
      [/^info CLAUDE.md:4 auth-utils\/y.ts is not under `\*\*\/auth\/\*\*`\. If/],
    ],
  };
  for (const [what, [tip, paths, problems]] of Object.entries(cases)) {
    it(`finds ${what}`, () => {
      const found = checkPolicy(tip, paths).map(
        ({ severity, file, line, message }) => `${severity} ${file}:${line} ${message}`,
      );
      assert.equal(found.length, problems.length, found.join('\n'));
      for (const [place, problem] of problems.entries()) assert.match(found[place] ?? '', problem);
    });
  }
});

describe('pmsAmongOwners', () => {
  it('finds a pilot PM as a code owner, in any case', () => {
    const problems = findPmsAmongOwners(tipOf(roster, '* @all\n/src/ @AMY\n/docs/ amy@b.c @dev\n'));
    assert.deepEqual(
      problems.map(({ severity, line }) => `${severity} ${line}`),
      ['error 2', 'error 3'],
    );
  });

  it('says with them what the skill file names wrongly', () => {
    const tip = { ...tipOf(allow, '* @all'), skill: { path: 'SKILL.md', text: '- [ ] x <!-- check: sise -->' } };
    const errors = checkPolicy(tip, ['a.md']).filter(({ severity }) => severity === 'error');
    assert.deepEqual(
      errors.map(({ file, line }) => `${file}:${line}`),
      ['SKILL.md:1'],
    );
  });

  it('finds none without a roster or without CODEOWNERS', () => {
    assert.deepEqual(findPmsAmongOwners(tipOf(allow, '* @amy\n')), []);
    assert.deepEqual(findPmsAmongOwners(tipOf(roster)), []);
    assert.deepEqual(findPmsAmongOwners(tipOf(undefined, '* @amy\n')), []);
  });
});
