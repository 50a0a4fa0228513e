import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renderWhyPage, type WhyLabels } from '../../../src/presentation/pages/render-why-page.js';
import { explainPathForPage, type PathExplanation } from '../../../src/presentation/pages/path-explanation.js';
import type { Judgement, Policy } from '../../../src/policy/policy.js';
import { createReviewContext, createRosterRow } from '../../support/review-context.js';

const { policy } = createReviewContext();
const asking = { kind: 'pilot-pm', names: [], rows: [createRosterRow()] } as const;
const locked: Judgement = {
  standing: 'locked',
  row: 4,
  conditions: [],
  owners: ['@org/pay'],
  because: [
    { file: 'CODEOWNERS', line: 4, text: '/pay/   @org/pay' },
    { file: '', line: 0, text: 'Outside the PM zone.' },
  ],
};
const editable: Judgement = {
  standing: 'editable',
  row: 7,
  conditions: [{ kind: 'additions-only', text: 'additions only', line: 3 }],
  owners: [],
  because: [{ file: 'CLAUDE.md', line: 3, text: '`**/*.md`' }],
};

function part(judgement: Judgement, more: { readonly policy?: Policy; readonly folders?: readonly string[] } = {}) {
  return explainPathForPage('pay/a.ts', {
    policy: more.policy ?? policy,
    asking,
    judge: (path) => ({ ...judgement, because: [...judgement.because, { file: 'asked', line: 9, text: path }] }),
    isFolder: (path) => more.folders?.includes(path) === true,
  });
}

describe('whyPart', () => {
  it('says the standing, the rules with the revision to read them in, the owners, what to do', () => {
    const { commit, ref } = policy.tips[0];
    assert.deepEqual(part(locked), {
      path: 'pay/a.ts',
      standing: 'locked',
      sentence: 'pay/a.ts is locked for PMs: it is owned by @org/pay.',
      rules: [
        { file: 'CODEOWNERS', line: 4, text: '/pay/ @org/pay', ref, commit },
        { file: 'asked', line: 9, text: 'pay/a.ts', ref, commit },
      ],
      condition: undefined,
      asked: undefined,
      owners: ['@org/pay'],
      nextStep: 'To have it changed, ask @org/pay.',
      judgedBy: 'Judged by the policy of origin/main at aaaaaaaaaa.',
    });
  });

  it('judges a folder as one', () => {
    const { path, sentence, rules } = part(locked, { folders: ['pay/a.ts'] });
    assert.deepEqual([path, rules.at(-1)?.text], ['pay/a.ts/', 'pay/a.ts/']);
    assert.match(sentence, /^pay\/a\.ts\/ is locked/);
  });

  it('takes the revision that a reason names where several count', () => {
    const other = { ...policy.tips[0], ref: 'origin/master', commit: 'd'.repeat(40) };
    const several: Policy = { ...policy, tips: [policy.tips[0], other] };
    const named = { ...locked, because: [{ file: 'CODEOWNERS', line: 4, text: '/pay/ @org/pay (on origin/master)' }] };
    assert.deepEqual(
      part(named, { policy: several }).rules.map(({ commit }) => commit),
      [other.commit, policy.tips[0].commit],
    );
  });
});

const labels: WhyLabels = {
  language: 'en',
  title: 'Why: a.ts',
  standing: { editable: 'Yours', pair: 'Both', locked: 'Locked' },
  rules: 'Rules',
  builtIn: 'Built in.',
  owners: 'Owners',
  nextStep: 'Next',
  requestToPair: 'Request to pair…',
  rulePlace: ({ file, line }) => `${file}, line ${line}`,
  ruleAddress: ({ line }) => `command:open?${line}`,
  requestAddress: 'command:pair?"a"&b',
};

/** What is shown: no tags, no styles. */
const shown = (html: string): string =>
  html
    .replace(/<style[^]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ')
    .trim();

describe('whyHtml', () => {
  it('links each rule, and offers to ask for what is closed', () => {
    const html = renderWhyPage([part(locked)], labels, 'abc');
    assert.ok(html.includes(`content="default-src 'none'; style-src 'nonce-abc'"`));
    assert.ok(html.includes('<a href="command:open?4">CODEOWNERS, line 4</a>'));
    assert.ok(html.includes('href="command:pair?&#34;a&#34;&#38;b"'));
    assert.equal(
      shown(html),
      'Why: a.ts pay/a.ts Locked pay/a.ts is locked for PMs: it is owned by @org/pay. Next To have it changed, ask @org/pay. Request to pair… ' +
        'Owners @org/pay Rules CODEOWNERS, line 4 /pay/ @org/pay asked, line 9 pay/a.ts Judged by the policy of origin/main at aaaaaaaaaa.',
    );
  });

  it('shows what the policy says as code, whatever stands in it', () => {
    const sentence = 'It is locked: CLAUDE.md keeps `**/<b>/**` from PMs.';
    const html = renderWhyPage([{ ...part(locked), sentence }], labels, 'abc');
    assert.ok(html.includes('keeps <code>**/&#60;b&#62;/**</code> from PMs.'));
  });

  it('offers no request for what is editable, and says on what condition it is', () => {
    const html = shown(renderWhyPage([part(editable)], labels, 'abc'));
    assert.ok(!html.includes('Request to pair'));
    assert.ok(html.includes('It holds as long as things are only added, nothing is changed or removed.'));
    assert.ok(!html.includes('Owners'));
  });

  it('says that a rule is built in', () => {
    const builtIn: PathExplanation = { ...part(locked), rules: [] };
    assert.ok(shown(renderWhyPage([builtIn], labels, 'abc')).includes('Rules Built in.'));
  });

  it('puts several files on one page, with one request and one revision', () => {
    const html = shown(renderWhyPage([part(locked), part(editable)], labels, 'abc'));
    assert.equal(html.split('Request to pair…').length, 2);
    assert.equal(html.split('Judged by').length, 2);
    assert.ok(html.indexOf('Request to pair…') > html.indexOf('CLAUDE.md, line 3'));
  });

  it('shows any text as it is, never as markup', () => {
    const tags = (html: string): number => html.split('<').length;
    const text = fc.string({ unit: fc.constantFrom(...Array.from('<>"\'&/=ab \u0000\n;#!-')) });
    const plainTags = tags(
      renderWhyPage([part({ ...locked, owners: ['x'], because: [{ file: 'f', line: 1, text: 'x' }] })], labels, 'n'),
    );
    fc.assert(
      fc.property(text, text, text, (owner, file, rule) => {
        const hostile = part({ ...locked, owners: [owner], because: [{ file, line: 1, text: rule }] });
        assert.equal(tags(renderWhyPage([hostile], { ...labels, rulePlace: (at) => at.file }, 'n')), plainTags);
      }),
    );
  });
});
