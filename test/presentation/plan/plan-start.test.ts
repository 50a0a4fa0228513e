import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPolicySession } from '../../../src/policy/policy-session.js';
import { createPlan } from '../../../src/presentation/plan/create-plan.js';
import type { PlanStart } from '../../../src/presentation/plan/plan-start.js';
import { readPlanStart } from '../../../src/presentation/plan/read-plan-start.js';
import { appendixA, pilotRepository, type PilotOptions } from '../../support/pilot-repository.js';
import type { TemporaryRepository } from '../../support/temporary-repository.js';

const english = 'src/home/i18n/en.json';
const german = 'src/home/i18n/de.json';
const en = (body: string, title = 'Home, {name}'): string => JSON.stringify({ title, body });

const rosterOf = (folders: string, flags: string): string =>
  `${appendixA}\n| PM | Email | Feature folders | Flags | Reviewers | Engineering DRI | Product DRI |\n| --- | --- | --- | --- | --- | --- | --- |\n| Maya (@maya) | maya@example.com | ${folders} | ${flags} | @org/home | @erin | @paul |\n`;

describe('what a change without a plan says of its plan', function () {
  this.timeout(60_000);
  const made: TemporaryRepository[] = [];
  after(() => made.forEach((repository) => repository.remove()));
  const startOf = async (
    files: Readonly<Record<string, string>>,
    options?: PilotOptions,
  ): Promise<PlanStart & { readonly repository: TemporaryRepository }> => {
    const repository = pilotRepository(options);
    made.push(repository);
    for (const [path, text] of Object.entries(files)) repository.write(path, text);
    const session = await openPolicySession({ cwd: repository.root, environment: repository.environment });
    try {
      return { ...(await readPlanStart(session)), repository };
    } finally {
      session.close();
    }
  };

  it('is its folder, its flag, its kind, its files and its first sentence', async () => {
    const { repository, ...start } = await startOf({
      [german]: '{"title": "Start, {name}", "body": "Schreib etwas."}',
      [english]: en('Write [something].'),
      'src/home/components/Home.tsx': "export const Home = () => (useFlag('new-home') ? t('body') : <Old />);\n",
    });
    assert.deepEqual(start, {
      folder: 'src/home',
      flag: 'new-home',
      level: 'front-end',
      sentence: '“Nothing here yet.” becomes “Write (something).”',
      files: ['src/home/components/Home.tsx', german, english],
    });
    const session = await openPolicySession({ cwd: repository.root, environment: repository.environment });
    try {
      const plan = await createPlan(session, {
        title: 'A first sentence',
        folder: 'src/home',
        level: 'copy',
        flag: 'new-home',
        today: '2026-01-02',
        sentence: start.sentence,
        files: start.files,
      });
      assert.ok('path' in plan);
      const text = readFileSync(join(repository.root, plan.path), 'utf8');
      assert.match(text, /“Nothing here yet\.” becomes “Write \(something\)\.” \[For whom, and why now\]/);
      assert.match(text, /- \*\*In:\*\* `src\/home\/components\/Home\.tsx`, `src\/home\/i18n\/de\.json`, /);
    } finally {
      session.close();
    }
  });

  it('leaves out what is locked, which goes back', async () => {
    const { repository, ...start } = await startOf({
      [english]: en('Write something.'),
      'src/auth/login.ts': 'export const login = 2;\n',
      'src/auth/i18n/en.json': en('Sign in.'),
    });
    assert.ok(repository);
    assert.deepEqual([start.files, start.level], [[english], 'copy']);
    assert.equal(start.sentence, '“Nothing here yet.” becomes “Write something.”');
  });

  it('quotes the words in the code where the catalog leaves them empty', async () => {
    const po = (text: string): string => `msgid "Board made"\nmsgstr "${text}"\n`;
    const path = 'src/home/locale/en.po';
    const start = await startOf({ [path]: po('New board') }, { files: { [path]: po('') } });
    assert.equal(start.sentence, '“Board made” (the words in the code) becomes “New board”.');
  });

  it('quotes the words of pages and code where no catalog changes, and none that are locked', async () => {
    const [page, locked] = ['src/home/components/Home.tsx', 'src/auth/components/Login.tsx'];
    const home = (title: string, more: string): string =>
      `export const A = () => <p>\n  ${title}\n  <b>${more}</b>\n</p>;\n`;
    const files = { [page]: home('Begin with a board', 'Go'), [locked]: home('Sign in now', 'Sign in') };
    const { sentence, level } = await startOf(
      { [page]: home('Begin with one board', 'Go on'), [locked]: home('Sign in here', 'Sign up') },
      { files },
    );
    assert.equal(sentence, '“Begin with a board” becomes “Begin with one board”, and 1 more text changes.');
    assert.equal(level, 'copy');
    const more = await startOf(
      { [page]: home('Begin with one board', 'Go on').replace('<p>', '<p hidden>') },
      { files },
    );
    assert.equal(more.level, 'front-end');
  });

  it('quotes nothing that the search for secrets would stop', async () => {
    const token = ['ghp', '_', 'Q7x2Lm9Kd4Rt8Vb1Zc5Ny6Wp3Hs0Jf7Ga'.padEnd(36, 'Q')].join('');
    const { sentence } = await startOf({ [english]: en(`Use ${token}`) });
    assert.match(String(sentence), /becomes “Use \(not shown: it looks like a password, key or token\)”/);
  });

  it('is nothing where nothing is changed, or nothing can be told', async () => {
    const nothing = { folder: undefined, flag: undefined, level: undefined, sentence: undefined, files: [] };
    const { repository: empty, ...none } = await startOf({});
    assert.ok(empty);
    assert.deepEqual(none, nothing);
    const { repository: other, ...elsewhere } = await startOf({ 'docs/a.md': 'x\n', 'src/home/PLANNING.md': 'x\n' });
    assert.ok(other);
    assert.deepEqual(elsewhere, { ...nothing, files: ['docs/a.md'] });
  });

  it('counts a text once, whatever the languages, and says what is new', async () => {
    const one = await startOf({ [english]: en('Nothing here yet.', 'Hello, {name}'), [german]: '{"title":"Hallo"}' });
    assert.equal(one.sentence, '“Home, {name}” becomes “Hello, {name}”.', 'what is gone is no sentence');
    const plural = await startOf({ [english]: en('Nothing here yet.', '{n, plural, one {A home} other {{n} homes}}') });
    assert.equal(plural.sentence, '“Home, {name}” becomes “A home / {n} homes”.');
    const three = await startOf({ [english]: JSON.stringify({ title: 'Hi', body: 'Write.', more: 'x'.repeat(200) }) });
    assert.equal(three.sentence, '“Home, {name}” becomes “Hi”, and 2 more texts change.');
    const two = await startOf({ [english]: en('Write.', 'Hi') });
    assert.match(String(two.sentence), /and 1 more text changes\.$/);
    const fresh = await startOf({ 'src/home/i18n/fr.json': JSON.stringify({ body: 'x'.repeat(200) }) });
    assert.equal(fresh.sentence, `New: “${'x'.repeat(160)}…”`);
  });

  it('has the level that covers all of it, and no more', async () => {
    const levels: readonly (readonly [readonly string[], PlanStart['level']])[] = [
      [[english], 'copy'],
      [[english, 'src/home/readme.md'], 'copy'],
      [['src/home/flags.yaml'], 'config'],
      [['src/home/settings.json'], 'config'],
      [['src/home/prompts/a.md', english], 'prompt'],
      [['src/home/components/B.tsx', english], 'front-end'],
      [['src/home/load.ts'], 'feature'],
      [['src/home/hero.png', english], 'copy'],
      [['src/home/hero.svg', english], 'feature'],
      [['docs/hero.svg', english], 'copy'],
      [['src/home/prompts/a.md', 'src/home/components/B.tsx'], 'feature'],
    ];
    for (const [paths, level] of levels) {
      const start = await startOf(Object.fromEntries(paths.map((path) => [path, '{ }\n'])));
      assert.equal(start.level, level, paths.join(', '));
    }
    const regulated = { policy: `${appendixA}\n**Controls:** regulated\n` };
    assert.equal((await startOf({ 'src/home/hero.png': 'x' }, regulated)).level, 'feature');
  });

  it('takes the flag that the change sets, and no flag where there are several', async () => {
    const both = 'new-home:\n  enabled: true\n  rollout: 5\nold-home:\n  enabled: false\n  rollout: 100\n';
    const one = 'new-home:\n  enabled: true\n  rollout: 5\nold-home:\n  enabled: true\n  rollout: 100\n';
    assert.equal((await startOf({ 'src/home/flags.yaml': one })).flag, 'new-home');
    assert.equal((await startOf({ 'src/home/flags.yaml': both })).flag, 'new-home', 'the other is not theirs');
    const two = { policy: rosterOf('src/home', 'new-home, old-home') };
    assert.equal((await startOf({ 'src/home/flags.yaml': both }, two)).flag, undefined);
    assert.equal((await startOf({ 'src/home/flags.yaml': one }, { policy: appendixA })).flag, 'new-home');
  });

  it('takes the flag that the code which shows the words names, as a word of its own', async () => {
    const shows = (...flags: readonly string[]): PilotOptions => ({
      policy: rosterOf('src/home', 'new-home, old-home'),
      files: {
        'src/home/components/Empty.tsx': `${flags.map((flag) => `useFlag('${flag}') && `).join('')}t('body');\n`,
      },
    });
    const flagOf = async (...flags: readonly string[]): Promise<string | undefined> =>
      (await startOf({ [english]: en('Write.') }, shows(...flags))).flag;
    assert.equal(await flagOf('old-home'), 'old-home');
    assert.equal(await flagOf('old-home-2', 'new-home'), 'new-home');
    assert.equal(await flagOf('old-home', 'new-home'), undefined);
    const policy = rosterOf('src/home', 'new-home, old-home');
    const files = {
      'locales/en.json': en('Nothing here yet.'),
      'src/home/components/Empty.tsx':
        "export const Empty = () => <div>{useFlag('old-home') && <New />}<p>{t('body')}</p></div>;\n",
    };
    const set = 'new-home:\n  enabled: true\n  rollout: 5\nold-home:\n  enabled: true\n  rollout: 100\n';
    const reworded = { 'locales/en.json': en('Write.') };
    assert.equal((await startOf(reworded, { policy, files })).flag, undefined, 'not known to be behind it');
    const both = { ...reworded, 'src/home/flags.yaml': set };
    assert.equal((await startOf(both, { policy, files })).flag, undefined, 'nor behind one that is set');
  });

  it('takes the folder that holds most of it, else that of the code which shows the words', async () => {
    const policy = rosterOf('src/home, src/shop, src/locales', 'new-home');
    const folderOf = async (files: Readonly<Record<string, string>>, more?: PilotOptions['files']) =>
      (await startOf(files, { policy, ...(more && { files: more }) })).folder;
    assert.equal(await folderOf({ [english]: en('Write.') }), 'src/home');
    assert.equal(await folderOf({ [english]: en('Write.'), 'src/shop/a.md': 'x' }), undefined);
    assert.equal(await folderOf({ [english]: en('Write.'), [german]: '{}', 'src/shop/a.md': 'x' }), 'src/home');
    const central = { 'src/locales/en.json': en('Old.'), 'src/shop/components/Shop.tsx': "t('body');\n" };
    assert.equal(await folderOf({ 'src/locales/en.json': en('New.') }, central), 'src/shop');
    const below = rosterOf('config/locales/views, app/views/shop', 'new-home');
    const rails = {
      'config/locales/views/en.yml': "en:\n  body: 'Old.'\n",
      'app/views/shop/show.html.erb': "<%= t('body') %>\n",
    };
    const reworded = { 'config/locales/views/en.yml': "en:\n  body: 'New.'\n" };
    assert.equal((await startOf(reworded, { policy: below, files: rails })).folder, 'app/views/shop');
    const strings = (text: string): Readonly<Record<string, string>> => ({
      'app/res/values/strings.xml': `<resources><string name="body">${text}</string></resources>\n`,
    });
    const android = { ...strings('Old.'), 'app/ui/home/Home.kt': 'getString(R.string.body)\n' };
    const phone = rosterOf('app/res/values, app/ui/home', 'new-home');
    assert.equal((await startOf(strings('New.'), { policy: phone, files: android })).folder, 'app/ui/home');
    const regulated = { policy: `${policy}\n**Controls:** regulated\n`, files: central };
    assert.equal((await startOf({ 'src/locales/en.json': en('New.') }, regulated)).folder, 'src/locales');
  });
});
