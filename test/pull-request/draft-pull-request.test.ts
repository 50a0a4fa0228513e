import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { markdownRoot } from '../markdown-root.js';
import { readGeneratedParts, stripMarkers } from '../../src/pull-request/body/generated-parts.js';
import { draftPullRequest, type PullRequestDraft, type DraftInput } from '../../src/pull-request/draft-pull-request.js';
import type { Commit } from '../../src/change/change.js';
import type { Flag, FlagChange } from '../../src/flags/flag-change.js';
import type { Origin } from '../../src/change/read-provenance.js';
import type { Review, ReviewItem } from '../../src/review/review.js';
import { listReworded } from '../../src/review/list-reworded.js';
import { readTextChanges } from '../../src/pull-request/read-text-changes.js';
import { findTitleConvention } from '../../src/pull-request/title/title-convention.js';
import { parse, completePlan, fullPlan } from '../planning/plan-texts.js';
import {
  createCommit,
  createReviewContext,
  createRosterRow,
  type ReviewContextParts,
} from '../support/review-context.js';

const path = 'src/features/home/PLANNING.md';
const copy = 'src/features/home/i18n/en.json';

interface Parts extends ReviewContextParts {
  readonly planText?: string;
  readonly input?: Partial<DraftInput>;
}

const review: Review = {
  verdict: 'ready',
  moment: 'push',
  base: { ref: 'main', commit: 'b'.repeat(40) },
  head: { ref: 'HEAD', commit: 'c'.repeat(40) },
  policy: { ref: 'main', commit: 'b'.repeat(40), preview: false },
  author: { names: ['maya@example.com'], kind: 'pilot-pm' },
  files: 1,
  items: [
    { id: 'zone', section: 'Scope', text: 'Every file is in the zone', check: 'zone', verdict: 'pass' },
    { id: 'x', section: 'Copy', text: 'Not asked', check: undefined, verdict: 'not-applicable' },
    { id: 'y', section: 'Copy', text: 'Later', check: undefined, verdict: 'not-applicable', due: 'pull-request' },
  ],
  findings: [],
  crashes: [],
};

function flag(part: Partial<Flag>): Flag {
  return {
    key: 'new-home',
    path: 'flags.yaml',
    at: { line: 1, column: 1 },
    value: {},
    state: 'off',
    rollouts: [],
    owner: undefined,
    shared: [],
    ...part,
  };
}

function flagsOf(...differences: FlagChange['differences']): FlagChange {
  const listed = { flags: new Map(), definedIn: new Map(), declaredIn: new Map() };
  return { ...listed, files: [], differences, sharedChanges: [] };
}

/** The draft, its body as people read it: every one has its generated texts between markers that hold. */
async function draft({ planText = completePlan(), input = {}, ...parts }: Parts = {}): Promise<PullRequestDraft> {
  const context = createReviewContext({
    base: { [copy]: '{"a": "Old"}', [path]: planText },
    head: { [copy]: '{"a": "New"}', [path]: planText },
    ...parts,
  });
  const plan = await context.plan();
  const made = draftPullRequest({
    change: context.change,
    policy: context.policy,
    asking: context.asking,
    judgements: context.judgements,
    flags: flagsOf(),
    plan: plan.plan === undefined ? plan : { ...plan, plan: { ...plan.plan, doc: parse(planText) } },
    review,
    provenance: { kind: 'unknown', evidence: [], files: new Map() },
    template: undefined,
    textChanges: await readTextChanges(context.change),
    reworded: listReworded(context.change.files),
    titles: findTitleConvention([], undefined),
    base: 'main',
    head: 'maya/new-home',
    remoteUrl: 'git@github.com:acme/shop.git',
    asDraft: false,
    ...input,
  });
  assert.ok(readGeneratedParts(made.body)?.every(({ isChanged }) => !isChanged));
  return { ...made, body: stripMarkers(made.body) };
}

function sectionOf({ body }: PullRequestDraft, heading: string): string {
  return body.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
}

describe('draftPullRequest', () => {
  it('says what an engineer needs, in a useful order', async () => {
    const made = await draft();
    const headings = [...made.body.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    assert.deepEqual(headings, [
      'What',
      'Why',
      'What changed',
      'Flag and rollback',
      'Plan',
      'Sign-off',
      'AI disclosure',
      'PM PR Review',
    ]);
    assert.match(sectionOf(made, 'What'), /A shorter greeting on the home page\./);
    assert.match(sectionOf(made, 'Why'), /If we shorten the greeting, then/);
    assert.match(sectionOf(made, 'What changed'), /\| `a` \(en\) \| “Old” \| “New” \|/);
    assert.match(sectionOf(made, 'What changed'), /\*\*1 file\*\*\n\n- `src\/features\/home\/i18n\/en\.json`, 2 lines/);
    assert.match(
      sectionOf(made, 'Flag and rollback'),
      /Flag: `new-home`\. Whether all of this change is behind it is the engineering DRI’s to confirm\. .*\s+\*\*Kill condition:\*\* Turn it off if sign-ups fall by 2 %\.\s*$/,
    );
    assert.match(sectionOf(made, 'Sign-off'), /- \[ \] Engineering DRI: `@erin`\n- \[ \] Product DRI: `@paul`\n/);
    assert.match(sectionOf(made, 'AI disclosure'), /Unknown.*does not mean/);
    assert.match(
      sectionOf(made, 'PM PR Review'),
      /\| Scope \| Every file is in the zone \| pass \|\n\| Copy \| Later \|/,
    );
    assert.match(
      sectionOf(made, 'PM PR Review'),
      /Reviewed .* at \w{10} against .* at \w{10}, by the policy of .* at \w{10}, as a change of /,
    );
    assert.doesNotMatch(made.body, /Not asked/);
    assert.deepEqual([made.title, made.base, made.head, made.draft], ['New home', 'main', 'maya/new-home', false]);
    assert.match(made.url ?? '', /^https:\/\/github\.com\/acme\/shop\/compare\/main\.\.\.maya\/new-home\?/);
  });

  it('takes the type of its title from the PM’s own commits, where some are', async () => {
    const titles = findTitleConvention(
      Array.from({ length: 6 }, (_, at) => `feat: thing ${at}`),
      undefined,
    );
    const file = { path: 'a.ts', oldMode: '100644', mode: '100644', oldOid: 'a', oid: 'b' };
    const by = (subject: string, author?: { readonly name: string; readonly email: string }) =>
      createCommit({ subject, ...(author && { author }), files: [file] as unknown as Commit['files'] });
    const erin = { name: 'Erin', email: 'erin@example.com' };
    const title = async (...commits: readonly Commit[]): Promise<string> =>
      (await draft({ commits, input: { titles } })).title;
    assert.equal(await title(by('feat: say it'), by('test: renew the snapshot', erin)), 'feat: new home');
    assert.equal(await title(by('test: renew the snapshot', erin)), 'test: new home');
  });

  it('has the words of pages before and after, those of a long sentence from a little before they differ', async () => {
    const long = 'many words and '.repeat(20);
    const made = await draft({
      base: { 'docs/a.md': '- Press start\n', 'docs/b.md': `${long}so on\n`, [path]: completePlan() },
      head: { 'docs/a.md': '- Press | begin\n', 'docs/b.md': `${long}on\n`, [path]: completePlan() },
    });
    const changed = sectionOf(made, 'What changed');
    assert.match(changed, /\| `docs\/a\.md`, line 1 \| “Press start” \| “Press \\\| begin” \|/);
    assert.match(changed, /\| `docs\/b\.md`, line 1 \| “… (?:\w+ ){9,14}so on” \| “… (?:\w+ ){9,14}on” \|/);
  });

  it('says the words in the code where a catalog leaves a text empty', async () => {
    const po = (text: string): string => `msgid "Board made"\nmsgstr "${text}"\n`;
    const english = 'src/features/home/i18n/en.po';
    const planText = completePlan().replace(
      'A shorter greeting on the home page.',
      '“Board made” (the words in the code) becomes “New board”. Shorter.',
    );
    const made = await draft({
      planText,
      base: { [english]: po(''), [path]: planText },
      head: { [english]: po('New board'), [path]: planText },
    });
    assert.match(sectionOf(made, 'What'), /“Board made” \\\(the words in the code\\\) becomes “New board”\. Shorter/);
    assert.match(
      sectionOf(made, 'What changed'),
      /\| `Board made` \(en\) \| “Board made” \(the words in the code\) \| “New board” \|/,
    );
  });

  it('lists the languages that are left behind, and who writes them', async () => {
    const left = (unchanged: readonly string[], without: readonly string[], platform?: string) =>
      draft({ input: { left: { unchanged, without, platform } } }).then((made) => sectionOf(made, 'What changed'));
    assert.match(
      await left(['de', 'pt_BR'], ['it'], 'Weblate'),
      /\*\*Still to be translated:\*\* 2 languages still say what they said before: `de`, `pt_BR`\. 1 language does not have all of the texts: `it`\. They are written on Weblate\.\n/,
    );
    const many = await left(
      Array.from({ length: 90 }, (_, n) => `l${n}`),
      [],
    );
    assert.match(many, /^\*\*Still to be translated:\*\* 90 languages .*`l79` and 10 more\.$/m);
    assert.doesNotMatch(await left([], []), /translated/);
  });

  it('names the tests that read the old words, few of them, with a count of the rest', async () => {
    const at = { line: 1, column: 1 };
    const places = [{ path: 'test/a.test.ts', line: 3 }];
    const one = { words: 'Make a card', by: 'tests', path: copy, at, places, more: 0 } as const;
    const said = sectionOf(
      await draft({ input: { tests: [one, { ...one, words: 'Add <b>', more: 2 }] } }),
      'What changed',
    );
    assert.match(
      said,
      /\*\*Tests that read the old words\*\*, and fail until they have the new ones:\n\n- “Make a card”: `test\/a\.test\.ts:3`\n- “Add .*b.*”: `test\/a\.test\.ts:3` and 2 more lines\n/,
    );
    const many = sectionOf(await draft({ input: { tests: Array.from({ length: 12 }, () => one) } }), 'What changed');
    assert.match(many, /\n- … and 2 more of the old texts/);
    const made = { ...one, by: 'machine', places: [{ path: 'lib/gen/a.dart', line: 9 }] } as const;
    assert.match(
      sectionOf(await draft({ input: { tests: [one, made] } }), 'What changed'),
      /a\.test\.ts:3`\n\n\*\*Made by a machine of these texts\*\*, with the old words until it is made anew:\n\n- “Make a card”: `lib\/gen\/a\.dart:9`/,
    );
  });

  it('shows no hypothesis that nobody wrote', async () => {
    const planText = completePlan().replace(/If we.*/, 'If we [change], then [who] by [how much], because [why].');
    assert.equal(sectionOf(await draft({ planText }), 'Why'), '');
    assert.equal(sectionOf(await draft({ planText: completePlan().replace(/If we.*/, '[x]') }), 'Why'), '');
  });

  it('takes the test plan of a longer plan, with its list', async () => {
    assert.match(sectionOf(await draft({ planText: fullPlan }), 'How to test'), /^1\. Look at it\.$/m);
  });

  describe('title', () => {
    it('is the plan’s, else the last plain commit’s, else the branch’s', async () => {
      const commits = [
        createCommit({ subject: 'Shorten it' }),
        createCommit({ subject: 'Merge main', parents: ['a', 'b'] }),
      ];
      assert.equal((await draft({ plan: { plan: undefined }, commits })).title, 'Shorten it');
      const texts = createCommit({ subject: 'Reword it', files: [{ path: copy, oid: 'x' }] });
      const confirmed = [texts, createCommit({ subject: 'chore: confirm the review items of this change' })];
      assert.equal((await draft({ plan: { plan: undefined }, commits: confirmed })).title, 'Reword it');
      assert.equal((await draft({ plan: { plan: undefined } })).title, 'maya/new-home');
      assert.equal((await draft({ plan: { plan: undefined }, input: { head: '' } })).title, 'Change');
    });
  });

  describe('plan link', () => {
    const linkIn = async (parts: Parts): Promise<string> => sectionOf(await draft(parts), 'Plan').split('\n')[2] ?? '';

    it('is permanent: the base’s commit where the change leaves the plan alone', async () => {
      assert.equal(
        await linkIn({}),
        `**New home**, [src/features/home/PLANNING.md](https://github.com/acme/shop/blob/${'b'.repeat(40)}/${path}) (Status: Approved)`,
      );
    });

    it('is the last commit that touches it', async () => {
      const touch = (oid: string) => createCommit({ oid, files: [{ path, oid: 'x' }] });
      const removal = createCommit({ oid: '3', files: [{ path, oid: undefined }] });
      assert.match(await linkIn({ commits: [touch('1'), touch('2'), removal, createCommit()] }), /\/blob\/2\/src/);
    });

    it('says where there is no host, no commit, no name and no plan', async () => {
      assert.equal(
        await linkIn({ input: { remoteUrl: undefined } }),
        `**New home**, \`${path}\` at \`${'b'.repeat(40)}\` (Status: Approved)`,
      );
      const bare = completePlan({ title: '[NAME]', status: '' });
      assert.equal(await linkIn({ planText: bare, base: {} }), `\`${path}\`, not committed yet.`);
      assert.equal(await linkIn({ plan: { plan: undefined } }), 'No planning doc is linked to this change.');
    });
  });

  describe('trail', () => {
    const trailOf = async (parts: Parts = {}): Promise<string> =>
      /^Trail: .*$/m.exec(sectionOf(await draft(parts), 'Plan'))?.[0] ?? '';
    const touching = (oid: string, ...paths: string[]) =>
      createCommit({ oid, files: paths.map((each) => ({ path: each, oid: 'e'.repeat(40) })) });

    it('goes from the plan’s commit by those of the change to the flag', async () => {
      const [planned, changed] = ['1'.repeat(40), '2'.repeat(40)];
      const merge = { ...touching('3'.repeat(40), copy), parents: ['a', 'b'] };
      const commits = [touching(planned, path), touching(changed, path, copy), merge, touching('4'.repeat(40))];
      const at = (commit: string): string => `[${commit.slice(0, 10)}](https://github.com/acme/shop/commit/${commit})`;
      assert.equal(
        await trailOf({ commits }),
        `Trail: planned in ${at(planned)} → changed in ${at(changed)} → flag \`new-home\``,
      );
      const noHost = await trailOf({ commits, input: { remoteUrl: undefined } });
      assert.match(noHost, /planned in `1111111111` → changed in `2222222222` →/);
      assert.match(
        await trailOf({ commits, input: { remoteUrl: 'https://gitlab.com/acme/shop.git' } }),
        /\(https:\/\/gitlab\.com\/acme\/shop\/-\/commit\/1{40}\)/,
      );
    });

    it('begins before the change where the plan does, and names no flag where there is none', async () => {
      const commits = Array.from({ length: 12 }, (_, count) => touching(String(count % 10).repeat(40), copy));
      const planText = completePlan({ flag: '' });
      assert.match(await trailOf({ commits, planText }), /^Trail: planned before .* and 2 more → no flag$/);
    });

    it('is left out without a plan, a commit of the base or of the change', async () => {
      const commits = [touching('1'.repeat(40), copy)];
      assert.equal(await trailOf({ commits, plan: { plan: undefined } }), '');
      assert.equal(await trailOf({ commits: [] }), '');
    });
  });

  it('calls it on GitLab what it is called there', async () => {
    const judgements = { [copy]: { standing: 'pair' as const } };
    const claimed = { ...review, items: review.items.map((item) => ({ ...item, verdict: 'claimed' as const })) };
    const made = await draft({
      judgements,
      planText: completePlan({ flag: '' }),
      input: { remoteUrl: 'https://gitlab.com/acme/shop.git', review: claimed },
    });
    assert.match(made.body, /revert this merge request[^]*approves this merge request[^]*proven on the merge request/);
    assert.doesNotMatch(made.body, /pull request/);
    const item = { id: 'x', section: 'Planning', verdict: 'attest', by: 'engineering DRI', check: 'x' } as const;
    const [own, theirs] = [
      { ...item, text: 'Engineering DRI and product DRI sign off on the pull request' },
      { ...item, text: 'Link the pull request in the ticket' },
    ];
    const finding = {
      check: 'plan-linked',
      severity: 'needs-fix',
      message: 'It is approved on the pull request.',
      because: [],
    } as const;
    const { body } = await draft({
      input: {
        remoteUrl: 'https://gitlab.com/acme/shop.git',
        review: { ...claimed, items: [own, theirs], findings: [finding] },
      },
    });
    assert.match(
      body,
      /It is approved on the merge request\.[^]*- Engineering DRI and product DRI sign off on the merge request/,
    );
    assert.match(body, /- Link the pull request in the ticket/, 'a team’s own words');
  });

  describe('what changed', () => {
    const changedIn = async (parts: Parts): Promise<string> => sectionOf(await draft(parts), 'What changed');

    it('shows flags before and after', async () => {
      const on = flag({
        state: 'on',
        rollouts: [10, 10, 50].map((percent) => ({ percent, at: { line: 1, column: 1 } })),
      });
      const text = await changedIn({
        input: {
          flags: flagsOf(
            { key: 'new-home', before: flag({}), after: on },
            { key: 'b', before: undefined, after: flag({ state: 'unknown' }) },
            { key: 'c', before: flag({}), after: undefined },
            { key: 'd', before: flag({}), after: flag({}) },
          ),
        },
      });
      assert.match(text, /\| Flag `new-home` \| off \| on, 10 % \/ 50 % \|/);
      assert.match(text, /\| Flag `b` \| not there \| state not said \|/);
      assert.match(text, /\| Flag `c` \| off \| not there \|/);
      assert.match(text, /\| Flag `d` \| off \| off, other settings differ \|/);
    });

    it('shows texts by key and language, new and removed ones too', async () => {
      const text = await changedIn({
        base: { [copy]: '{"a": "x"}', 'i18n/shared.json': '{}' },
        head: { [copy]: '{"b": "y"}', 'i18n/shared.json': '{"c": "z"}' },
      });
      assert.match(text, /\| `b` \(en\) \| new \| “y” \|/);
      assert.match(text, /\| `a` \(en\) \| “x” \| removed \|/);
      assert.match(text, /\| `c` \(i18n\/shared\.json\) \| new \| “z” \|/);
    });

    it('shows texts of other formats than JSON', async () => {
      const text = await changedIn({
        base: { 'config/locales/en.yml': 'en:\n  title: Old\n', 'locales/de.po': '' },
        head: { 'config/locales/en.yml': 'en:\n  title: New\n', 'locales/de.po': 'msgid "Hello"\nmsgstr "Hallo"\n' },
      });
      assert.match(text, /\| `[\w.]*title` \(en\) \| “Old” \| “New” \|/);
      assert.match(text, /\| `Hello` \(de\) \| new \| “Hallo” \|/);
      assert.match(await changedIn({ base: { [copy]: '{"a": "x"}' }, head: {} }), /\| `a` \(en\) \| “x” \| removed \|/);
      const others = { 'locales/en.csv': 'x', 'config/locales/en.rb': 'x', 'src/a.ts': 'x' };
      assert.doesNotMatch(await changedIn({ base: {}, head: others }), /\| What/);
    });

    it('keeps long lists out of the way', async () => {
      const many = Object.fromEntries(Array.from({ length: 150 }, (_, count) => [`k${count}`, 'x']));
      const text = await changedIn({ base: {}, head: { [copy]: JSON.stringify(many) } });
      assert.match(text, /<details><summary>140 more<\/summary>/);
      assert.match(text, /… and 50 more\./);
      const files = Object.fromEntries(
        Array.from({ length: 120 }, (_, count) => [`src/features/home/${count}.md`, 'x']),
      );
      assert.match(
        await changedIn({ base: {}, head: files }),
        /<details><summary>120 files<\/summary>[^]*… and 20 more/,
      );
      const some = Object.fromEntries(Array.from({ length: 12 }, (_, count) => [`k${count}`, 'x']));
      assert.doesNotMatch(await changedIn({ base: {}, head: { [copy]: JSON.stringify(some) } }), /… and/);
    });

    it('names new events, and says what became of each file', async () => {
      const events = 'src/features/home/analytics/events.ts';
      const text = await changedIn({
        base: { [events]: "const a = 'seen';\n", 'a.md': 'x', 'b.md': 'y' },
        head: { [events]: "const a = 'seen';\nconst b = ['greeting_seen', 'seen'];\n", 'c.md': 'x' },
        renames: { 'a.md': 'c.md' },
      });
      assert.match(text, /\*\*New in the events:\*\* `greeting_seen`$/m);
      assert.match(text, /- `a\.md`, moved to `c\.md`/);
      assert.match(text, /- `c\.md`, moved here from `a\.md`/);
      assert.match(text, /- `b\.md`, removed/);
      assert.match(text, /events\.ts`, 1 line$/m);
      const fresh = Array.from({ length: 40 }, (_, count) => `'e${count}'`).join('\n');
      const added = await changedIn({ base: { 'analytics/events.js': '' }, head: { [events]: fresh } });
      assert.match(added, /`e29` …/);
      assert.match(added, /events\.ts`, new, 40 lines/);
    });
  });

  it('names what the plan’s Scope does not', async () => {
    const beyond = async (planText: string): Promise<string> => sectionOf(await draft({ planText }), 'Plan');
    const other = completePlan().replace('In:** the greeting', 'In:** `other.html`');
    assert.match(
      await beyond(other),
      /Changed, and not named in the plan’s Scope: `src\/features\/home\/i18n\/en\.json`\./,
    );
    assert.doesNotMatch(await beyond(other.replace('other.html', 'en.json')), /not named/);
  });

  describe('rollback', () => {
    it('is a flag flip, of every flag in play', async () => {
      const touched = flagsOf(
        { key: 'other', before: undefined, after: flag({}) },
        { key: 'new-home', before: undefined, after: flag({}) },
      );
      const text = sectionOf(await draft({ input: { flags: touched } }), 'Flag and rollback');
      assert.match(text, /Flag: `new-home`, `other`\. .* To roll back, turn them off/);
    });

    it('goes on with what the plan says beyond that', async () => {
      const planText = fullPlan.replace('- **Rollback:**', '- **Rollout:** 5 % first\n- **Rollback:**');
      assert.match(
        sectionOf(await draft({ planText }), 'Flag and rollback'),
        /what is not\.\n\n- Rollout: 5 % first\n- Rollback: turn it off/,
      );
      const flagless = await draft({ planText: completePlan({ flag: '' }) });
      assert.match(sectionOf(flagless, 'Flag and rollback'), /revert this pull request\.\n\nTurn the flag off\./);
    });

    it('says of each flag how the change leaves it', async () => {
      const known = new Map([
        ['new-home', flag({ state: 'on', rollouts: [{ percent: 5, at: { line: 1, column: 1 } }] })],
        ['other', flag({ key: 'other', state: 'unknown' })],
      ]);
      const planText = completePlan({ flag: '`new-home`, `other`' });
      const text = sectionOf(
        await draft({ planText, input: { flags: { ...flagsOf(), flags: known } } }),
        'Flag and rollback',
      );
      assert.match(text, /Flag: `new-home` \(on, 5 %\), `other`\. .* To roll back, turn them off/);
    });

    it('takes a flip for no more than the review found behind the flag', async () => {
      const rollback = async (verdict: ReviewItem['verdict']): Promise<string> => {
        const gated: ReviewItem = { id: 'flag-gated', section: 'Flags', text: 'x', check: 'flag-gated', verdict };
        const input = { review: { ...review, items: [gated] } };
        return sectionOf(await draft({ input }), 'Flag and rollback');
      };
      for (const verdict of ['needs-fix', 'blocker'] as const)
        assert.match(
          await rollback(verdict),
          /`new-home`\. \*\*Not all of this change is behind it\*\* .* and revert this pull request for the rest\.\s+\*\*Kill condition:\*\* Turn it off if sign-ups fall by 2 %\.\s*$/,
        );
      assert.match(
        await rollback('attest'),
        /^Flag and rollback\s+Flag: `new-home`\. Whether all of this change is behind it is the engineering DRI’s to confirm\. To roll back, turn it off for what is, and revert this pull request for what is not\.\s+\*\*Kill condition:\*\* Turn it off if sign-ups fall by 2 %\.\s*$/,
      );
      for (const verdict of ['pass', 'attested'] as const)
        assert.match(
          await rollback(verdict),
          /`new-home`\. To roll back, turn it off: seconds, no release\.\s+\*\*Kill condition:\*\* Turn it off if sign-ups fall by 2 %\.\s*$/,
        );
    });

    it('says at which number, be it a section of the plan or among its metrics, and nothing where that is left to fill in', async () => {
      const own = /## Kill condition\n\n[^#]*/;
      const killOf = async (planText: string): Promise<string | undefined> =>
        /\*\*Kill condition:\*\*[^]*/.exec(sectionOf(await draft({ planText }), 'Flag and rollback'))?.[0].trim();
      const plan = completePlan({});
      assert.match(plan, own);
      const metrics =
        '## Success metrics\n\n- **Primary:** 5 %\n- **Kill condition:** over 9 %\n- **Guardrail:** 2 %\n\n';
      assert.equal(await killOf(plan.replace(own, metrics)), '**Kill condition:** over 9 %');
      assert.equal(
        await killOf(plan.replace(own, '## Kill condition\n\n- 9 %\n- or 7\n\n')),
        '**Kill condition:**\n\n- 9 %\n- or 7',
      );
      for (const left of ['', '## Kill condition\n\n[The number]\n\n', '## Kill condition\n\n<!-- x -->\n\n'])
        assert.equal(await killOf(plan.replace(own, left)), undefined);
    });

    it('says once that it is a revert', async () => {
      const planText = completePlan({ flag: '' }).replace('Turn the flag off.', 'Revert it.');
      assert.match(
        sectionOf(await draft({ planText }), 'Flag and rollback'),
        /No flag is named for this change\.\n\nRevert it\.\s+\*\*Kill condition:\*\* Turn it off if sign-ups fall by 2 %\.\s*$/,
      );
    });

    it('says why words have no flag', async () => {
      const planText = completePlan({ flag: 'none, because it is *one* word.' });
      assert.match(
        sectionOf(await draft({ planText }), 'Flag and rollback'),
        /No flag: these words go live at once, because it is one word\. To roll back, revert this pull request\./,
      );
    });

    it('says of words that wait for a compiled catalog that they do not go live at once, and what is to be built', async () => {
      const planText = completePlan({ flag: 'none, because it is one word.' });
      const pairs = Array.from({ length: 12 }, (_, at) => ({ source: `l/${at}.po`, compiled: `l/${at}.mo` }));
      const made = await draft({ planText, input: { compiled: pairs } });
      const text = sectionOf(made, 'Flag and rollback');
      assert.match(
        text,
        /No flag: everyone sees these words once their compiled catalogs are built, because it is one word/,
      );
      const changed = sectionOf(made, 'What changed');
      assert.match(changed, /To be built:\*\* `l\/0\.mo`, .* and 2 more\. The new words are shown only once/);
      const few = sectionOf(await draft({ planText, input: { compiled: pairs.slice(0, 1) } }), 'What changed');
      assert.match(few, /To be built:\*\* `l\/0\.mo`\. /);
    });

    it('is a revert where no flag is named', async () => {
      const text = sectionOf(await draft({ plan: { plan: undefined } }), 'Flag and rollback');
      assert.match(text, /No flag is named.*revert/);
    });
  });

  describe('pairing', () => {
    it('asks an engineer to pair on a draft that is not ready, by name where there is one', async () => {
      const input = { asDraft: true, review: { ...review, verdict: 'needs-fix' as const } };
      const asked = sectionOf(await draft({ input }), 'With an engineer');
      assert.match(asked, /its review is not ready: the author asks `@erin` to work on it together\.\n/);
      const judgements = { [copy]: { standing: 'pair' as const } };
      const nobody = sectionOf(
        await draft({ judgements, input, row: { engineeringDris: ['@maya'] } }),
        'With an engineer',
      );
      assert.match(nobody, /asks an engineer to work on it together\.\n\nThese need an engineer\. The engineering DRI/);
      assert.equal(sectionOf(await draft({ input: { asDraft: true } }), 'With an engineer'), '');
      assert.equal(sectionOf(await draft({ input: { review: input.review } }), 'With an engineer'), '');
    });

    it('lists what needs an engineer, and who approves', async () => {
      const judgements = {
        [copy]: { standing: 'pair', because: [{ file: 'CLAUDE.md', line: 3, text: 'outside the PM zone' }] },
      } as const;
      const text = sectionOf(await draft({ judgements }), 'With an engineer');
      assert.match(text, /`@erin` approves.*\n\n- `src\/features\/home\/i18n\/en\.json`: outside the PM zone/);
      const nobody = await draft({
        judgements: { [copy]: { standing: 'pair' } },
        row: { engineeringDris: ['@maya'] },
        plan: { plan: undefined },
      });
      assert.match(sectionOf(nobody, 'With an engineer'), /The engineering DRI approves[^]*en\.json`\n/);
      assert.match(sectionOf(nobody, 'Sign-off'), /Engineering DRI: not named, please add/);
      const head = Object.fromEntries(Array.from({ length: 40 }, (_, count) => [`src/${count}.md`, 'x']));
      const all = Object.fromEntries(Object.keys(head).map((each) => [each, { standing: 'pair' as const }]));
      assert.match(sectionOf(await draft({ base: {}, head, judgements: all }), 'With an engineer'), /… and 10 more/);
    });
  });

  describe('rules', () => {
    it('names for each file the one that opens it, by its line', async () => {
      const rule = { file: 'CLAUDE.md', line: 3, text: 'CLAUDE.md lets PMs edit `**/i18n/*.json`' };
      const built = { file: 'CLAUDE.md', line: 0, text: 'Planning docs' };
      const base = {};
      const head = { [copy]: '{}', [path]: completePlan(), 'src/a.md': 'x', 'src/b.md': 'x' };
      const judgements = {
        [copy]: { standing: 'editable', because: [rule] },
        [path]: { standing: 'editable', because: [built] },
        'src/a.md': { standing: 'pair', because: [rule] },
        'src/b.md': { standing: 'editable', because: [] },
      } as const;
      const text = sectionOf(await draft({ base, head, judgements }), 'PM PR Review');
      assert.match(text, /\| `src\/features\/home\/i18n\/en\.json` \| CLAUDE.* \| `CLAUDE\.md:3` \|\n/);
      assert.match(text, /Planning docs \| built into PM Zone \|\n/);
      assert.doesNotMatch(text, /src\/a\.md|src\/b\.md/);
      const many = Object.fromEntries(Array.from({ length: 33 }, (_, count) => [`src/${count}.md`, 'x']));
      const all = Object.fromEntries(
        Object.keys(many).map((each) => [each, { standing: 'editable' as const, because: [rule] }]),
      );
      assert.match(sectionOf(await draft({ base, head: many, judgements: all }), 'PM PR Review'), /… and 3 more/);
    });
  });

  describe('reviewers', () => {
    it('are the DRIs and the code owners, each once, never the author or another pilot PM', async () => {
      const row = createRosterRow({ engineeringDris: ['@erin', '@Maya'], productDris: ['@paul', '@zoe'] });
      const other = createRosterRow({ pm: 'Zoe', handles: ['@zoe'], emails: ['zoe@example.com'] });
      const made = await draft({
        row,
        zone: { roster: [row, other] },
        commits: [createCommit({ author: { name: 'mm', email: 'mm@example.com' } })],
        judgements: {
          [copy]: { owners: ['@ERIN', '@acme/copy', 'owner@example.com', 'mm@example.com', '@mm', 'Maya'] },
        },
      });
      assert.deepEqual(made.reviewers, ['@ERIN', '@paul', '@acme/copy']);
      assert.match(sectionOf(made, 'Sign-off'), /Please tell by mail or in person: `owner@example\.com`/);
    });

    it('never are the author who is known by an address of the host alone', async () => {
      const asking = { kind: 'no-roster', names: ['7+maya@users.noreply.github.com'], rows: [] } as const;
      const author = { name: 'M.', email: '7+Maya@users.noreply.github.com' };
      const made = await draft({
        asking,
        zone: { roster: [] },
        plan: { plan: undefined },
        commits: [createCommit({ author, committer: author })],
        judgements: { [copy]: { owners: ['@maya', '@acme/copy', 'paul@example.com'] } },
      });
      assert.deepEqual(made.reviewers, ['@acme/copy']);
      assert.match(sectionOf(made, 'Sign-off'), /by mail or in person: `paul@example\.com`/);
    });

    it('come from the plan where the roster names none, and are at most fifteen', async () => {
      const asking = { kind: 'no-roster', names: ['maya@example.com'], rows: [] } as const;
      const owners = Array.from({ length: 30 }, (_, count) => `@o${count}`);
      const made = await draft({ asking, zone: { roster: [] }, judgements: { [copy]: { owners } } });
      assert.deepEqual(made.reviewers.slice(0, 3), ['@erin', '@paul', '@o0']);
      assert.equal(made.reviewers.length, 15);
      assert.match(
        sectionOf(made, 'Sign-off'),
        /\n- Not asked to review it, since no more than 15 can be asked at once: `@o13`, `@o14`, [^]*`@o29`\n/,
      );
      const crowd = Array.from({ length: 40 }, (_, count) => `@o${count}`);
      const more = await draft({ asking, zone: { roster: [] }, judgements: { [copy]: { owners: crowd } } });
      assert.match(sectionOf(more, 'Sign-off'), /`@o32` and 7 more\n/);
      assert.doesNotMatch(sectionOf(await draft(), 'Sign-off'), /Not asked/);
      assert.deepEqual(
        (await draft({ asking, plan: { plan: undefined }, input: { judgements: new Map() } })).reviewers,
        [],
      );
    });
  });

  describe('labels', () => {
    it('say who, what kinds and how large', async () => {
      const head = {
        [copy]: 'x',
        'a/flags.yaml': 'x',
        'a/prompts/p.md': 'x',
        'a/events.ts': 'x',
        'a/B.tsx': 'x',
        'a/x.md': 'x',
        'a/x.json': 'x',
        'a/x.go': 'x',
      };
      assert.deepEqual((await draft({ base: {}, head })).labels, [
        'pm-authored',
        'zone:copy',
        'zone:flags',
        'zone:prompts',
        'zone:events',
        'zone:components',
        'zone:docs',
        'zone:config',
        'size:XS',
      ]);
    });

    for (const [lines, size] of [
      [9, 'XS'],
      [10, 'S'],
      [30, 'M'],
      [100, 'L'],
      [500, 'XL'],
    ] as const) {
      it(`call ${lines} lines ${size}`, async () => {
        const head = { 'a.md': Array.from({ length: lines }, (_, count) => count).join('\n') };
        assert.ok((await draft({ base: {}, head })).labels.includes(`size:${size}`));
      });
    }

    it('say what AI did only where the repository says so', async () => {
      const origin = { kind: 'generated', evidence: ['commit 1234567 says "Generated-by: X"'] } as const;
      const made = await draft({ input: { provenance: { ...origin, files: new Map([[copy, origin]]) } } });
      assert.ok(made.labels.includes('ai-generated'));
      assert.match(
        sectionOf(made, 'AI disclosure'),
        /\*\*generated part of\*\*[^]*commit 1234567[^]*en\.json`: generated\n\nOf what is not named/,
      );
      const files = new Map(Array.from({ length: 40 }, (_, count) => [`f${count}`, origin]));
      assert.match(
        sectionOf(await draft({ input: { provenance: { ...origin, files } } }), 'AI disclosure'),
        /… and 10 more/,
      );
      const assisted = await draft({ input: { provenance: { kind: 'assisted', evidence: [], files: new Map() } } });
      assert.ok(assisted.labels.includes('ai-assisted'));
      assert.match(sectionOf(assisted, 'AI disclosure'), /\*\*assisted with\*\*/);
    });
  });

  it('says once what is known of AI, the author’s word with it', async () => {
    const disclosed = async (verdict: ReviewItem['verdict'], kind: Origin['kind']): Promise<string> => {
      const item = { id: 'ai-disclosed', section: 'AI', text: 'Labelled', check: 'ai-disclosed', verdict };
      const provenance = { kind, evidence: ['x'], files: new Map() };
      return sectionOf(await draft({ input: { review: { ...review, items: [item] }, provenance } }), 'AI disclosure');
    };
    assert.match(
      await disclosed('attested', 'unknown'),
      /\nNothing in this change is labelled as made with AI\. The author confirms that what AI wrote is labelled\.\n/,
    );
    assert.match(await disclosed('attest', 'unknown'), /Unknown.*was used\. The author has not confirmed yet that/);
    assert.match(await disclosed('not-applicable', 'unknown'), /Unknown.*was used\.\n/);
    assert.match(
      await disclosed('attested', 'assisted'),
      /x\.\n\nThe author confirms that what AI wrote is labelled\.\n/,
    );
  });

  it('says of what AI wrote whether its author understands it', async () => {
    const disclosed = async (...verdicts: readonly ReviewItem['verdict'][]): Promise<string> => {
      const items = verdicts.map((verdict, at) => {
        const check = ['ai-disclosed', 'ai-understood'][at] as string;
        return { id: check, section: 'AI', text: 'x', check, verdict };
      });
      const provenance = { kind: 'generated', evidence: ['x'], files: new Map() } as const;
      return sectionOf(await draft({ input: { review: { ...review, items }, provenance } }), 'AI disclosure');
    };
    assert.match(
      await disclosed('attested', 'attested'),
      /\n\nThe author confirms that what AI wrote is labelled, and that they understand what AI wrote\.\n/,
    );
    assert.match(
      await disclosed('attested', 'attest'),
      /is labelled\. The author has not confirmed yet that they understand what AI wrote\.\n/,
    );
    assert.match(
      await disclosed('not-applicable', 'attest'),
      /\n\nThe author has not confirmed yet that they understand what AI wrote\.\n/,
    );
  });

  it('says it in the template’s own part on AI, where it has one', async () => {
    const template = { path: 'x', text: '## Declaration of AI-Tools / LLMs usage:\n' };
    const { body } = await draft({ input: { template } });
    assert.match(body, /^## Declaration of AI-Tools \/ LLMs usage:\n\n\*\*Unknown/);
    assert.doesNotMatch(body, /^## AI disclosure/m);
  });

  describe('review', () => {
    it('makes it a draft where it is not ready, and says what to do', async () => {
      const findings = Array.from({ length: 12 }, (_, count) => ({
        check: 'x',
        severity: 'needs-fix' as const,
        message: `Mend ${count}`,
        because: [],
        ...(count === 0 && { path: 'a.md', line: 3 }),
        ...(count === 1 && { path: 'b.md', message: 'b.md needs an engineer' }),
      }));
      const note = { check: 'x', severity: 'note' as const, message: 'By the way', because: [] };
      const made = await draft({
        input: { review: { ...review, verdict: 'needs-fix', findings: [...findings, note], items: [] } },
      });
      assert.equal(made.draft, true);
      const text = sectionOf(made, 'PM PR Review');
      assert.match(text, /- `a\.md` line 3: Mend 0\n- `b\.md`: needs an engineer\n- Mend 2\n/);
      assert.match(text, /- … and 2 more/);
      assert.doesNotMatch(text, /By the way|<details>/);
    });

    it('names the author once, as the roster does, and their own word by its commit alone', async () => {
      const word = (address: string) =>
        ({
          id: address,
          section: 'Copy',
          text: 'True',
          check: undefined,
          verdict: 'attested',
          claimedBy: { commit: '1'.repeat(40), name: 'M.', address },
        }) as const;
      const items = [word('mm@example.com'), word('max@example.com')];
      const row = createRosterRow({ pm: 'Maya', handles: ['@maya'], emails: ['mm@example.com'] });
      const textOf = async (parts: Parts): Promise<string> =>
        sectionOf(await draft({ input: { review: { ...review, items } }, ...parts }), 'PM PR Review');
      const text = await textOf({ row });
      assert.match(text, /, as a change of @<!-- -->maya\./);
      assert.match(text, /\| confirmed by the author \\\(in commit 1111111111\\\) \|/);
      assert.match(text, /\| confirmed by the author \\\(max@<!-- -->example\.com, says 1111111111\\\) \|/);
      const unnamed = createRosterRow({ pm: 'Maya', handles: [], emails: ['mm@example.com'] });
      assert.match(await textOf({ row: unnamed }), /, as a change of Maya\./);
      const asking = { kind: 'no-roster', names: ['mm@example.com'], rows: [] } as const;
      assert.match(await textOf({ asking, zone: { roster: [] } }), /, as a change of mm@<!-- -->example\.com\./);
    });

    it('speaks of the author to those who read it', async () => {
      const item = {
        id: 'x',
        section: 'Copy',
        text: 'True',
        check: undefined,
        verdict: 'attest',
        by: 'author',
      } as const;
      const input = { review: { ...review, verdict: 'needs-fix', items: [item] } } as const;
      const text = sectionOf(await draft({ input }), 'PM PR Review');
      assert.match(text, /Not ready yet: the author still has to fix or confirm what is listed below\./);
      assert.match(text, /\| True \| the author's to confirm \|/);
    });

    it('names to the engineering DRI what no check decided, and where it is', async () => {
      const item = {
        id: 'flag-gated',
        section: 'Feature flags',
        text: 'Behind the flag',
        check: 'flag-gated',
        verdict: 'attest',
        by: 'engineering DRI',
      } as const;
      const finding = { check: 'flag-gated', severity: 'note', message: 'Nobody can tell.', because: [] } as const;
      const findings = [{ ...finding, path: 'a.tsx', line: 2 }, { ...finding, path: 'b.tsx' }, finding];
      const input = { review: { ...review, verdict: 'needs-fix', items: [item], findings } } as const;
      const text = sectionOf(await draft({ input }), 'PM PR Review');
      assert.match(
        text,
        /\*\*For the engineering DRI to look at and confirm\*\*\n\n- `a\.tsx` line 2: Nobody can tell\.\n- `b\.tsx`: Nobody can tell\.\n- Nobody can tell\.\n/,
      );
      const silent = { ...item, id: 'data', text: 'No protected data is touched', check: 'protected-data' } as const;
      const others = [
        item,
        silent,
        { ...silent, text: 'Yours', by: 'author' },
        { ...silent, text: 'Done', verdict: 'pass' },
      ] as const;
      const whole = { review: { ...input.review, items: others } };
      assert.match(
        sectionOf(await draft({ input: whole }), 'PM PR Review'),
        /confirm\*\*\n\n(?:- .*\n){3}- No protected data is touched\n\n/,
      );
      const claimed = { ...silent, id: 'planning-complete', text: 'The plan is approved', verdict: 'claimed' } as const;
      const signOff = { ...silent, id: 'sign-off', check: undefined, text: 'Both DRIs and the product DRI sign off' };
      const proven = { review: { ...input.review, findings: [], items: [claimed, signOff, silent] } };
      assert.match(
        sectionOf(await draft({ input: proven }), 'PM PR Review'),
        /confirm\*\*\n\n- The plan is approved \(the product DRI too\)\n- Both DRIs and the product DRI sign off\n- No protected data is touched\n\n/,
      );
      const many = { review: { ...input.review, items: [item, ...Array.from({ length: 22 }, () => silent)] } };
      assert.match(sectionOf(await draft({ input: many }), 'PM PR Review'), /- … and 2 more, in the table below\n/);
      const told = (message: string) => ({ ...input.review, findings: [{ ...finding, message }] });
      for (const [message, said] of [
        ['Nobody can tell: why. Ask @erin, who confirms it in the pull request.', 'Nobody can tell: why.'],
        ['a.tsx asks for it. @erin confirms it in the pull request.', 'a.tsx asks for it.'],
        ['It is gone. Put it back, or ask @erin, who confirms it in the pull request.', 'It is gone.'],
        ['No flag; @erin approves that in the pull request.', 'No flag.'],
      ] as const) {
        const asked = await draft({ input: { review: told(message) } });
        assert.ok(sectionOf(asked, 'PM PR Review').includes(`confirm**\n\n- ${said}\n`), message);
      }
      const passed = { review: { ...input.review, items: [{ ...item, verdict: 'pass' }] } } as const;
      assert.doesNotMatch(sectionOf(await draft({ input: passed }), 'PM PR Review'), /to look at and confirm/);
    });

    it('can be made a draft by hand', async () =>
      assert.equal((await draft({ input: { asDraft: true } })).draft, true));
  });

  describe("with the repository's own template", () => {
    it('fills it, and adds what it has no place for', async () => {
      const template = {
        path: 'pull_request_template.md',
        text: '## Description\n<!-- say -->\n## Checklist\n- [ ] tested\n',
      };
      const { body, toFill } = await draft({ input: { template } });
      assert.match(
        body,
        /^## Description\n\nA shorter greeting on the home page\.\n\nIf we [^]*\n\n## Checklist\n- \[ \] tested\n\n## Flag and rollback\n/,
      );
      assert.doesNotMatch(body, /^## What$/m);
      assert.deepEqual(toFill, [
        'In the description, these parts of the repository’s template are yours: “Checklist” (1 box to tick).',
      ]);
      const text = Array.from({ length: 20 }, (_, count) => `## Part ${count}\n`).join('\n');
      assert.match((await draft({ input: { template: { path: 'x', text } } })).toFill.join(), /“Part 11”, 8 more\.$/);
    });

    it('does without one that is empty or far too long', async () => {
      for (const text of ['', ' \n', 'x'.repeat(30_000)]) {
        assert.match((await draft({ input: { template: { path: 'x', text } } })).body, /^## What\n/);
      }
    });
  });

  it('links nowhere without a known host, and to the fork where the branch is there', async () => {
    assert.equal((await draft({ input: { remoteUrl: 'file:///srv/x' } })).url, undefined);
    const headRemoteUrl = 'git@github.com:maya/shop.git';
    assert.match((await draft({ input: { headRemoteUrl } })).url ?? '', /main\.\.\.maya:shop:maya\/new-home/);
  });

  it('stays within what a host takes, leaving out parts whole', async () => {
    const items = Array.from({ length: 100 }, (_, count) => ({
      id: `${count}`,
      section: 'S'.repeat(60),
      text: '|'.repeat(200),
      check: undefined,
      verdict: 'pass' as const,
    }));
    const findings = Array.from({ length: 10 }, () => ({
      check: 'x',
      severity: 'blocker' as const,
      message: '#'.repeat(400),
      because: [],
    }));
    const template = { path: 'x', text: `x\n${'y'.repeat(19_000)}` };
    const made = await draft({ input: { review: { ...review, items, findings }, template } });
    assert.ok(made.body.length <= 65_536);
    assert.match(made.body, /too long and is left out\.\n$/);
    assert.equal(made.body.split('<details>').length, made.body.split('</details>').length);
  });

  it('shows hostile text as text, wherever it stands', async () => {
    const alive = (node: Nodes): string[] => {
      const own =
        node.type === 'link' && !/^https:\/\/github\.com\/acme\/shop\//.test(node.url)
          ? ['link']
          : node.type === 'image'
            ? ['image']
            : [];
      return [...own, ...('children' in node ? node.children.flatMap(alive) : [])];
    };
    const nasty = fc
      .array(
        fc.constantFrom(
          '@everyone',
          'Fixes #1',
          'closes GH-2',
          'resolves https://github.com/acme/shop/issues/3',
          'www.x.y',
          '<img src=x>',
          '</details>',
          '|',
          '`',
          '\n\n',
          '[x](http://x.y)',
          '![](http://x.y/z)',
          '/close',
          '\\',
          'a',
          '## ',
        ),
        { minLength: 1, maxLength: 6 },
      )
      .map((pieces) => pieces.join(' '));
    await fc.assert(
      fc.asyncProperty(nasty, nasty, async (one, two) => {
        const planText = completePlan({ title: one.replaceAll('\n', ' ') }).replace(
          'A shorter greeting on the home page.',
          two,
        );
        const made = await draft({
          planText,
          head: { [copy]: JSON.stringify({ a: one, [two]: two }), [`docs/${one.replaceAll('/', '')}.md`]: two },
          judgements: {
            [copy]: { standing: 'pair', owners: [one], because: [{ file: 'CLAUDE.md', line: 1, text: two }] },
          },
          commits: [createCommit({ subject: two })],
          input: {
            head: one,
            flags: flagsOf({ key: two, before: undefined, after: flag({}) }),
            review: {
              ...review,
              findings: [{ check: 'x', severity: 'blocker', message: one, path: two, line: 1, because: [] }],
            },
            provenance: {
              kind: 'assisted',
              evidence: [one],
              files: new Map([[two, { kind: 'assisted', evidence: [] }]]),
            },
          },
        });
        const bare = made.body
          .replaceAll('<!-- -->', '\0')
          .replace(/<\/?(?:details|summary)>/g, '')
          .replace(/`[^`\n]*`/g, '');
        assert.doesNotMatch(bare, /<|@\w|#\d|^\/close/m);
        // A host may make a commit's message of it, where code is none.
        const ours = made.body.replace(/\]\(https:\/\/github\.com\/acme\/shop\/[^)]*\)/g, ']');
        assert.doesNotMatch(ours, /#\d|GH-\d|:\/\//);
        assert.equal(made.body.split('<details>').length, made.body.split('</details>').length);
        assert.deepEqual(alive(markdownRoot(made.body)), []);
        assert.doesNotMatch(made.title, /@|#\d|GH-\d|:\/\//);
      }),
      { numRuns: 60 },
    );
  });
});
