import assert from 'node:assert/strict';
import { assertClosed, runReview, readStandings } from '../support/review-assertions.js';
import { pmZone } from '../support/run-command-line.js';
import { appendixA, pilotRepository, roster } from '../support/pilot-repository.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

/** Each attack of design §4 on the name of a path, whatever the file holds. */
describe('a name that tries to be let in', () => {
  let repository: TemporaryRepository;
  before(() => {
    repository = pilotRepository({
      policy: `${appendixA.replace('**CANNOT touch', '- `**/notes/**` except `**/notes/zahlung\u00e9/**`\n\n**CANNOT touch')}${roster}\n**Audit log:** src/home/trail/**\n`,
      codeowners: '* @org/all\n/src/pay/ @org/pay\n/src/home/legal/ @org/legal\n/src/home/ours/ @org/home\n',
    });
  });
  after(() => repository.remove());

  const home = 'src/home';
  const closed: readonly (readonly [path: string, why: RegExp])[] = [
    // Row 1: not a plain path.
    ['/etc/x.md', /begins with|empty folder/],
    ['../x.md', /climbs out/],
    [`${home}/../../auth/x.md`, /climbs out/],
    [`${home}/./x.md`, /goes through/],
    [`${home}//x.md`, /empty folder/],
    ['.git/config.md', /git's own folder/],
    [`${home}/.GIT/x.md`, /git's own folder/],
    [`${home}/deep/.gIt/hooks/x.md`, /git's own folder/],
    ['src\\auth\\x.md', /backslash/],
    [`${home}/auth\\x.md`, /backslash/],
    [`${home}/c:x.md`, /colon/],
    [`${home}/x.md:stream`, /colon/],
    [`${home}/a\u0001.md`, /control character/],
    [`${home}/a\nb.md`, /control character/],
    [`${home}/a\u009b2J.md`, /control character/],
    [`${home}/au\u200bth.md`, /invisible/],
    [`${home}/a\u00adb.md`, /invisible/],
    [`${home}/a\u202egnp.md`, /invisible/],
    [`${home}/a\ufeff.md`, /invisible/],
    [`${home}/a\u3164.md`, /invisible/],
    [`${home}/a\u00a0b.md`, /invisible/],
    [`${home}/a\u{e0041}.md`, /invisible/],
    [`${home}/auth./x.md`, /dot or a space/],
    [`${home}/auth /x.md`, /dot or a space/],
    [`${home}/AUTH~1/x.md`, /short name/],
    [`${home}/CLAUDE~1.MD`, /short name/],
    [`${home}/nul.md`, /device/],
    [`${home}/a\ufffd.md`, /UTF-8/],
    // Row 2: what steers people, agents or machines.
    ['CLAUDE.md', /coding agents/],
    [`${home}/claude.md`, /coding agents/],
    [`${home}/docs/AGENTS.md`, /coding agents/],
    [`${home}/GEMINI.md`, /coding agents/],
    [`${home}/CLAUDE.local.md`, /coding agents/],
    [`${home}/.claude/notes.md`, /agent/],
    [`${home}/.Cursor/rules/x.md`, /agent/],
    [`${home}/.github/copilot-instructions.md`, /host|git/],
    [`${home}/prompts/x.instructions.md`, /coding agents/],
    [`${home}/.gitattributes`, /git/],
    ['.gitmodules', /git/],
    [`${home}/.gitlab/x.md`, /host|git/],
    [`${home}/CODEOWNERS`, /who answers/],
    ['docs/CODEOWNERS', /who answers/],
    [`${home}/PLANNING.template.md`, /template/],
    [`${home}/.github/pull_request_template.md`, /host|git/],
    [`${home}/i18n/package.json`, /tools/],
    [`${home}/deep/i18n/Package.JSON`, /tools/],
    [`${home}/i18n/tsconfig.json`, /tools/],
    [`${home}/i18n/package-lock.json`, /tools/],
    [`${home}/i18n/next.config.json`, /tools/],
    [`${home}/i18n/.eslintrc.json`, /tools/],
    [`${home}/.husky/x.md`, /settings/],
    [`${home}/.vscode/settings.json`, /settings/],
    [`${home}/.env.md`, /settings|tools/],
    [`${home}/.mcp.json`, /agent/],
    [`${home}/trail/2026.md`, /Audit log/],
    // Row 3: forbidden, whatever the case or the accents.
    [`${home}/ⓐuth/x.md`, /auth/],
    [`${home}/𝐚uth/x.md`, /auth/],
    [`${home}/ªuth/x.md`, /auth/],
    [`${home}/PİI/x.md`, /pii/],
    [`${home}/pi\u0307i/x.md`, /pii/],
    [`${home}/ᴀuth/x.md`, /look like others/],
    [`${home}/Ⓒlaude.md`, /coding agents/],
    [`${home}/auth/x.md`, /\*\*\/auth\/\*\*/],
    [`${home}/b/Auth/x.md`, /\*\*\/auth\/\*\*/],
    [`${home}/c/AUTH/deep/er/x.md`, /\*\*\/auth\/\*\*/],
    [`${home}/.hidden/auth/x.md`, /\*\*\/auth\/\*\*/],
    [`${home}/PII/x.md`, /\*\*\/pii\/\*\*/],
    [`${home}/PLANNING/auth/PLANNING.md`, /\*\*\/auth\/\*\*/],
    [`${home}/notes/zahlung\u00e9/x.md`, /except/],
    [`${home}/d/notes/zahlunge\u0301/x.md`, /except/],
    [`${home}/e/Notes/ZAHLUNGE\u0301/x.md`, /except/],
    [`${home}/auth`, /auth/],
    // Row 4: another team's, also inside the PM's own folder.
    [`${home}/legal/x.md`, /legal/],
    ['src/pay/PLANNING.md', /pay/],
  ];
  it('is locked, with the reason', async () => {
    const found = await readStandings(
      repository,
      closed.map(([path]) => path),
    );
    for (const [path, why] of closed) {
      const { standing, why: said } = found.get(path) ?? { standing: 'not answered', why: '' };
      assert.equal(standing, 'locked', `${JSON.stringify(path)}: ${said}`);
      assert.match(said, why, `${JSON.stringify(path)}: ${said}`);
    }
  });

  it('is locked where another path differs from it by case or accents alone', async () => {
    for (const path of ['src/Home/i18n/en.json', `${home}/i18n/en.JSON`, 'SRC/home/x.md']) {
      const { standing, why } = (await readStandings(repository, [path])).get(path) ?? { standing: '', why: '' };
      assert.equal(standing, 'locked', path);
      assert.match(why, /taken for that of/);
    }
  });

  const paired = [
    'PLANNING.md',
    'src/other/PLANNING.md',
    'src/homes/PLANNING.md',
    'other/src/home/x.md',
    'src/home.md',
    `${home}/x.ts`,
    `${home}/i18n/deep/en.json`,
    `${home}/i18n/fr.JSON`,
    `${home}/flags.yml`,
    `${home}/xflags.yaml`,
  ];
  it('needs an engineer where it is nearly, but not quite, in the zone', async () => {
    const found = await readStandings(repository, paired);
    for (const path of paired) assert.equal(found.get(path)?.standing, 'pair', path);
  });

  it('is open where none of it holds, so that the tests above prove something', async () => {
    const open = [
      `${home}/x.md`,
      `${home}/i18n/en.json`,
      `${home}/PLANNING.md`,
      `${home}/ours/x.md`,
      `${home}/notes/x.md`,
    ];
    const found = await readStandings(repository, open);
    for (const path of open) assert.equal(found.get(path)?.standing, 'editable', path);
  });

  /** The index alone holds these: no disk has to take the name. */
  function stage(path: string, mode: string, text = 'x\n'): void {
    const oid =
      mode === '160000'
        ? repository.git('rev-parse', 'HEAD')
        : repository.gitWith(text, 'hash-object', '-w', '--stdin');
    repository.gitWith(`${mode} ${oid}\t${path}\0`, 'update-index', '-z', '--add', '--index-info');
  }
  afterEach(() => {
    repository.git('reset', '-q', '--hard');
    repository.git('clean', '-qfdx');
  });

  const staged: readonly (readonly [path: string, mode: string, check: string, words: RegExp])[] = [
    [`${home}/link.md`, '120000', 'zone', /symbolic link/],
    [`${home}/i18n/en.json`, '120000', 'zone', /symbolic link/],
    [`${home}/sub.md`, '160000', 'zone', /submodule/],
    [`${home}/i18n/en.json`, '160000', 'zone', /submodule/],
    [`${home}/I18N/EN.json`, '100644', 'zone', /taken for that of|PM zone/],
    [`${home}/i18n/EN.json`, '100644', 'zone', /taken for that of/],
    [`${home}/auth\\x.md`, '100644', 'zone', /backslash/],
    [`${home}/a\u200b.md`, '100644', 'zone', /invisible/],
    [`${home}/legal/x.md`, '100644', 'codeowners', /owned by @org\/legal/],
    ['CLAUDE.md', '100644', 'zone', /coding agents/],
    ['CODEOWNERS', '100644', 'zone', /who answers/],
    ['.gitattributes', '100644', 'zone', /git/],
    ['.claude/skills/pm-pr-review/SKILL.md', '100644', 'zone', /agent/],
    [`${home}/i18n/package.json`, '100644', 'zone', /tools/],
  ];
  for (const [path, mode, check, words] of staged) {
    it(`blocks a commit of ${JSON.stringify(path)} as ${mode}`, async () => {
      stage(path, mode);
      assertClosed(await runReview(repository, ['--staged']), check, words);
    });
  }

  it('judges both ends of a rename', async () => {
    repository.git('mv', 'src/auth/login.ts', `${home}/login.md`);
    const out = await runReview(repository, ['--staged']);
    assertClosed(out, 'zone', /^src\/auth\/login\.ts is locked/);
    repository.git('reset', '-q', '--hard');
    repository.write(`${home}/auth/login.md`, 'x\n');
    repository.git('mv', `${home}/i18n/de.json`, `${home}/auth/de.json`);
    assertClosed(await runReview(repository, ['--staged']), 'zone', /src\/home\/auth\/de\.json is locked/);
  });

  it('takes a mode change and a removal for changes like any other', async () => {
    repository.git('update-index', '--chmod=+x', 'src/auth/login.ts');
    assertClosed(await runReview(repository, ['--staged']), 'zone', /src\/auth\/login\.ts is locked/);
    repository.git('reset', '-q', '--hard');
    repository.git('rm', '-q', 'src/pay/charge.ts');
    assertClosed(await runReview(repository, ['--staged']), 'codeowners', /owned by @org\/pay/);
  });

  it('never plans in a locked folder, and never writes there', async () => {
    for (const folder of ['src/auth', 'src/pay', '.github', 'src/home/au\u200bth', '../outside']) {
      const { code, stderr } = await pmZone(repository, ['plan', 'A plan', '--folder', folder]);
      assert.equal(code, 2, folder);
      assert.match(stderr, /locked|outside|leave|not a folder/i, `${JSON.stringify(folder)}: ${stderr}`);
    }
    assert.equal(repository.git('status', '--porcelain'), '');
  });
});
