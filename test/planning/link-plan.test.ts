import assert from 'node:assert/strict';
import type { FileVersion } from '../../src/change/change.js';
import { linkPlan } from '../../src/planning/link-plan.js';
import type { LinkedPlan } from '../../src/planning/linked-plan.js';
import type { FlagChange } from '../../src/flags/flag-change.js';
import { usersByCatalog } from '../../src/review/uses/users-by-catalog.js';
import { createReviewContext, createRosterRow, type ReviewContextParts } from '../support/review-context.js';
import { completePlan } from './plan-texts.js';

interface Parts extends ReviewContextParts {
  /** Keys of flags that the change touches, and of those there are. */
  readonly touched?: readonly string[];
  readonly known?: readonly string[];
}

function link({ touched = [], known = [], ...parts }: Parts): Promise<LinkedPlan> {
  const context = createReviewContext(parts);
  const flags = {
    flags: new Map(known.map((key) => [key, {}])),
    differences: touched.map((key) => ({ key })),
  } as unknown as FlagChange;
  const users = async () => usersByCatalog(await context.texts());
  return linkPlan({ ...context, flags: () => Promise.resolve(flags), users });
}

const code = { 'src/features/home/i18n/en.json': '{"a": "b"}' };
const plan = { 'src/features/home/PLANNING.md': completePlan() };
const path = 'src/features/home/PLANNING.md';
const central = { 'web/src/locales/en.json': '{"home": "Home"}' };
const centralEdited = { 'web/src/locales/en.json': '{"home": "Start"}' };
const noRoster = { kind: 'no-roster', names: ['maya@example.com'], rows: [] } as const;

describe('linkPlan', () => {
  it('links by folder and flag, and knows a plan that is on the base', async () => {
    const linked = await link({ base: plan, head: { ...plan, ...code } });
    assert.equal(linked.plan?.path, path);
    assert.equal(linked.onBase?.status, 'Approved');
    assert.deepEqual(
      [linked.completeIn, linked.isFirst, linked.planOnly, linked.candidates],
      ['base', true, false, []],
    );
  });

  it('links by any name that the policy gives, also one that has no text of its own', async () => {
    const head = { ...code, 'src/features/home/any.md': completePlan() };
    const linked = await link({ head, settings: { planningDocs: ['*/*/*/*'] } });
    assert.equal(linked.plan?.path, 'src/features/home/any.md');
  });

  describe('of texts that lie elsewhere, by the code that asks for them', () => {
    const settings = { controls: 'regulated' } as const;
    const home = { 'src/features/home/Home.tsx': "export const Home = () => t('home');\n" };
    const other = { 'src/features/other/Other.tsx': "export const Other = () => t('home');\n" };
    const linkTexts = (code: Readonly<Record<string, string>>, edited = centralEdited) =>
      link({ settings, base: { ...plan, ...code, ...central }, head: { ...plan, ...code, ...edited } });

    it('is the plan of the folder of that code, also where other code asks too', async () => {
      assert.equal((await linkTexts(home)).plan?.path, path);
      assert.equal((await linkTexts({ ...home, ...other })).plan?.path, path);
    });

    it('is none where other code alone asks for one of them, or no code for any', async () => {
      assert.equal((await linkTexts(other)).plan, undefined);
      assert.equal((await linkTexts({})).plan, undefined);
      const more = { 'web/src/locales/en.json': '{"home": "Start", "account": "Yours"}' };
      const account = { 'src/features/other/Account.tsx': "export const Account = () => t('account');\n" };
      assert.equal((await linkTexts({ ...home, ...account }, more)).plan, undefined);
      assert.equal((await linkTexts(home, more)).plan?.path, path);
    });

    it('is none where another text may be of other code, in the same catalog or another', async () => {
      const account = { 'src/features/other/Account.tsx': "export const Account = () => t('account');\n" };
      const name = 'web/src/locales/en.json';
      const beside = async (
        other: Readonly<Record<string, string>>,
        before: Readonly<Record<string, string>>,
        after: Readonly<Record<string, string>>,
      ): Promise<string | undefined> => {
        const all = { ...plan, ...home, ...other };
        return (await link({ settings, base: { ...all, ...central, ...before }, head: { ...all, ...after } })).plan
          ?.path;
      };
      const german = 'web/src/locales/de.json';
      const old = { [german]: '{"account": "Dein Konto"}' };
      assert.equal(await beside(account, old, { ...centralEdited, [german]: '{"account": "Konto"}' }), undefined);
      assert.equal(await beside(account, old, centralEdited), undefined, 'all of a catalog is gone');
      assert.equal(await beside({}, old, { ...centralEdited, [german]: '{' }), undefined, 'nobody can read it');
      assert.equal(
        await beside({}, { [german]: '{"home": "Daheim"}' }, { ...centralEdited, [german]: '{"home": "Start"}' }),
        path,
      );

      const pieced = (folder: string) => ({ [`${folder}/Pieces.tsx`]: 'export const P = (k) => t(`account.${k}`);\n' });
      const both = { [name]: '{"home": "Start", "account": {"title": "Yours"}}' };
      assert.equal(await beside(pieced('src/features/other'), {}, both), undefined);
      assert.equal(await beside(pieced('src/features/home'), {}, both), path);
      assert.equal(
        await beside(pieced('src/features/home'), {}, { [name]: '{"home": "Home", "account": {"title": "Yours"}}' }),
        undefined,
        'surely none',
      );
    });

    it('asks nobody where files lie in the folder', async () => {
      const context = createReviewContext({ base: plan, head: { ...plan, ...code } });
      const flags = { flags: new Map(), differences: [] } as unknown as FlagChange;
      const users = () => Promise.reject(new Error('asked'));
      const linked = await linkPlan({ ...context, flags: () => Promise.resolve(flags), users });
      assert.equal(linked.plan?.path, path);
    });
  });

  const links: readonly (readonly [string, Parts])[] = [
    [
      'a plan in a folder below, for the feature',
      { head: { ...code, 'src/features/home/plans/x/PLANNING.md': completePlan() } },
    ],
    [
      "a plan for a part of the PM's folder",
      { head: { ...code, 'src/features/home/i18n/PLANNING.md': completePlan({ folder: '`src/features/home/i18n`' }) } },
    ],
    ['a plan without a folder, by where it lies', { head: { ...code, [path]: completePlan({ folder: '' }) } }],
    ['a plan without a flag, which is a gap of its own', { head: { ...code, [path]: completePlan({ flag: '' }) } }],
    ['a plan whose flag the change touches', { head: { ...code, ...plan }, touched: ['new-home'] }],
    [
      'a plan whose flag the code refers to',
      {
        head: {
          'src/features/home/a.tsx': "x-new-one; useFlag('new-one')",
          [path]: completePlan({ flag: '`new-one`' }),
        },
      },
    ],
    [
      'a flag file anywhere, by the flag',
      { head: { ...plan, 'config/flags.yaml': 'new-home: on' }, touched: ['new-home'] },
    ],
    [
      'without a roster, by folder and a flag there is',
      { head: { ...code, ...plan }, asking: noRoster, known: ['new-home'] },
    ],
    ['without a roster and flags, by folder', { head: { ...code, ...plan }, asking: noRoster }],
    [
      'texts that lie in one place for all features, by the plan that comes with them',
      { base: central, head: { ...plan, ...centralEdited } },
    ],
    [
      'a picture that lies elsewhere, by the plan that comes with it',
      { base: { 'public/hero.svg': '<svg/>' }, head: { ...plan, 'public/hero.svg': '<svg> </svg>' } },
    ],
    [
      'texts and a flag file elsewhere, by plan and flag',
      { base: central, head: { ...plan, ...centralEdited, 'config/flags.yaml': 'x' }, touched: ['new-home'] },
    ],
    ['a removal', { base: { ...plan, ...code }, head: plan }],
  ];
  for (const [name, parts] of links) {
    it(`links ${name}`, async () => assert.notEqual((await link(parts)).plan, undefined));
  }

  const others: readonly (readonly [string, Parts, readonly string[]])[] = [
    ['no plan at all', { head: code }, []],
    [
      'texts elsewhere where the plan was there before',
      { base: { ...plan, ...central }, head: { ...plan, ...centralEdited } },
      [],
    ],
    [
      'texts elsewhere where the change brings two plans',
      { base: central, head: { ...plan, ...centralEdited, 'src/features/home/plans/x/PLANNING.md': completePlan() } },
      [],
    ],
    ['code elsewhere by the plan that comes with it', { head: { ...plan, 'web/src/a.ts': '1' } }, []],
    [
      'texts elsewhere under regulated controls, where what is approved is on the base',
      {
        base: { ...plan, ...central },
        head: { [path]: `${completePlan()}\nMore.\n`, ...centralEdited },
        settings: { controls: 'regulated' },
      },
      [],
    ],
    [
      'texts elsewhere where the change takes the plan away',
      { base: { ...plan, ...central }, head: centralEdited },
      [],
    ],
    ['a plan elsewhere', { head: { ...code, 'docs/PLANNING.md': completePlan({ folder: '' }) } }, ['docs/PLANNING.md']],
    ["a plan elsewhere that names the PM's folder", { head: { ...code, 'docs/PLANNING.md': completePlan() } }, []],
    [
      'a plan elsewhere that names the flag',
      { head: { ...code, 'docs/PLANNING.md': completePlan() }, touched: ['new-home'] },
      ['docs/PLANNING.md'],
    ],
    ['a plan in the root', { head: { ...code, 'PLANNING.md': completePlan({ folder: '' }) } }, []],
    [
      "a plan above the PM's folder",
      { head: { ...code, 'src/features/PLANNING.md': completePlan({ folder: 'src/features' }) } },
      ['src/features/PLANNING.md'],
    ],
    [
      'a plan of another feature',
      { head: { ...code, 'src/features/cart/PLANNING.md': completePlan({ folder: 'src/features/cart' }) } },
      ['src/features/cart/PLANNING.md'],
    ],
    ['a plan with another flag', { head: { ...code, [path]: completePlan({ flag: '`other`' }) } }, [path]],
    [
      'a plan whose flag is only part of a word',
      { head: { 'src/features/home/a.ts': 'x-other other-2 other_', [path]: completePlan({ flag: '`other`' }) } },
      [path],
    ],
    [
      "a plan with the PM's flag where the change touches another",
      { head: { ...code, ...plan }, touched: ['new-cart'] },
      [path],
    ],
    ['without a roster, a flag there is not', { head: { ...code, ...plan }, asking: noRoster, known: ['x'] }, [path]],
    ['flag files where it names another flag', { head: { ...plan, 'config/flags.yaml': 'x: on' }, touched: ['x'] }, []],
    [
      'two that fit equally',
      { head: { ...code, ...plan, 'src/features/home/plans/x/PLANNING.md': completePlan() } },
      [path, 'src/features/home/plans/x/PLANNING.md'],
    ],
    [
      'a plan of another name than the setting has',
      { head: { ...code, 'src/features/home/planning.md': completePlan() } },
      [],
    ],
  ];
  for (const [name, parts, candidates] of others) {
    it(`does not link ${name}`, async () => {
      const linked = await link(parts);
      assert.equal(linked.plan, undefined);
      assert.deepEqual(linked.candidates, candidates);
      assert.equal(linked.onBase, undefined);
    });
  }

  it('prefers the plan with the flag, the one alive, the one that covers more, the nearer one', async () => {
    const second = 'src/features/home/plans/x/PLANNING.md';
    const choose = async (one: string, other: string, parts: Parts = {}): Promise<string | undefined> =>
      (await link({ ...parts, head: { ...code, 'src/features/home/z.md': 'z', [path]: one, [second]: other } })).plan
        ?.path;
    assert.equal(await choose(completePlan({ status: 'Shipped' }), completePlan()), second);
    assert.equal(await choose(completePlan({ status: 'Retired' }), completePlan()), second);
    assert.equal(await choose(completePlan(), completePlan({ status: 'Retired' })), path);
    assert.equal(await choose(completePlan({ flag: '`x`' }), completePlan(), { touched: ['x'] }), path);
    assert.equal(await choose(completePlan({ flag: '' }), completePlan({ flag: '`x`' }), { touched: ['x'] }), second);
    const row = { featureFolders: ['src/features/home'] };
    const near = 'src/features/home/i18n/PLANNING.md';
    const deeper = completePlan({ folder: '`src/features/home/i18n`' });
    assert.equal((await link({ row, head: { ...code, [near]: deeper, ...plan } })).plan?.path, near);
    assert.equal(
      (await link({ row, head: { ...code, 'src/features/home/z.md': 'z', [near]: deeper, ...plan } })).plan?.path,
      path,
    );
  });

  it('reads no more than it must, and says what it could not read', async () => {
    const binary: FileVersion = { mode: '100644', oid: 'f'.repeat(40), bytes: 3, unread: 'binary' };
    const read = async (version: FileVersion | string): Promise<LinkedPlan> =>
      link({ head: { ...code, [path]: version } });
    const slow = ['x'.repeat(60_001), '*a_ '.repeat(2000), `${'> '.repeat(100)}x`, `${' '.repeat(300)}x`];
    for (const version of [binary, ...slow]) {
      const linked = await read(version);
      assert.deepEqual([linked.plan, linked.unread], [undefined, [path]]);
    }
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, count) => [
        `src/features/home/p${count}/PLANNING.md`,
        `${completePlan()}${'[x] '.repeat(600)}${count}`,
      ]),
    );
    const linked = await link({ head: { ...code, ...many } });
    assert.ok(linked.unread.length > 0 && linked.unread.length < 60);
    const crowd = Object.fromEntries(
      Array.from({ length: 300 }, (_, count) => [
        `other/p${count}/PLANNING.md`,
        completePlan({ title: String(count) }),
      ]),
    );
    assert.equal((await link({ head: { ...crowd, ...code, ...plan } })).plan?.path, path);
  });

  it("takes a section as the team's own template has it for untouched", async () => {
    const template = { '.github/PLANNING.template.md': completePlan(), 'PLANNING.template.md': '# NAME' };
    const linked = await link({ base: template, head: { ...template, ...code, ...plan } });
    assert.ok((linked.plan?.gaps.length ?? 0) > 0);
  });

  it('holds an approved plan against what it said when it was approved, under regulated controls', async () => {
    const base = { [path]: completePlan({ flag: '`old-flag`' }) };
    const parts = { base, head: { ...code, ...plan } };
    assert.equal((await link(parts)).plan?.path, path);
    const regulated = await link({ ...parts, settings: { controls: 'regulated' } });
    assert.deepEqual([regulated.plan, regulated.candidates], [undefined, [path]]);
    assert.equal(
      (await link({ base: plan, head: { ...code, ...plan }, settings: { controls: 'regulated' } })).plan?.path,
      path,
    );
    assert.equal((await link({ head: { ...code, ...plan }, settings: { controls: 'regulated' } })).plan?.path, path);
    const elsewhere = { [path]: completePlan({ flag: '`x`', folder: 'docs' }) };
    assert.equal(
      (await link({ base: elsewhere, head: { ...code, ...plan }, settings: { controls: 'regulated' } })).plan,
      undefined,
    );
  });

  it('follows the Planning docs setting of every tip', async () => {
    const parts = {
      head: { ...code, 'src/features/home/plan.txt': completePlan() },
      settings: { planningDocs: ['**/plan.txt', '!x'] },
    };
    assert.equal((await link(parts)).plan?.path, 'src/features/home/plan.txt');
    const { policy } = createReviewContext(parts);
    const stricter = createReviewContext({}).policy.tips[0];
    assert.equal((await link({ ...parts, policy: { ...policy, tips: [policy.tips[0], stricter] } })).plan, undefined);
    const unzoned = { tips: [{ ...stricter, zone: undefined }], preview: true } as const;
    assert.equal((await link({ head: { ...code, ...plan }, policy: unzoned, asking: noRoster })).plan?.path, path);
  });

  it('knows a change of plans alone', async () => {
    const draft = completePlan({ status: 'Draft' });
    const one = await link({ head: { [path]: draft } });
    assert.deepEqual([one.planOnly, one.plan?.path, one.candidates], [true, path, []]);
    const broken = draft.replace('because', 'for');
    const two = await link({ head: { 'a/PLANNING.md': draft, 'b/PLANNING.md': broken } });
    assert.deepEqual(
      [two.planOnly, two.plan?.path, two.candidates],
      [true, 'b/PLANNING.md', ['a/PLANNING.md', 'b/PLANNING.md']],
    );
    const gone = await link({ base: plan });
    assert.deepEqual([gone.planOnly, gone.plan], [true, undefined]);
    const nothing = await link({ base: plan, head: plan });
    assert.equal(nothing.planOnly, false);
  });

  it('takes HEAD, over which something is staged, for no base', async () => {
    const linked = await link({ kind: 'staged', base: plan, head: { ...plan, ...code } });
    assert.deepEqual([linked.plan?.path, linked.onBase, linked.completeIn], [path, undefined, undefined]);
  });

  it("accepts no crafted row of several PMs: a folder of any of them is the PM's, no other", async () => {
    const rows = [createRosterRow(), createRosterRow({ featureFolders: ['src/features/cart'], flags: [] })];
    const asking = { kind: 'pilot-pm', names: [], rows } as const;
    const cart = {
      'src/features/cart/a.md': 'a',
      'src/features/cart/PLANNING.md': completePlan({ folder: 'src/features/cart' }),
    };
    assert.equal((await link({ asking, head: cart })).plan?.path, 'src/features/cart/PLANNING.md');
    assert.equal((await link({ head: cart })).plan, undefined);
  });
});
