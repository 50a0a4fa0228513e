import assert from 'node:assert/strict';
import { findGaps } from '../../../src/planning/document/find-gaps.js';
import { completePlan, fullPlan, parse } from '../plan-texts.js';

const gapsOf = (text: string): readonly string[] => findGaps(parse(text)).map(({ what }) => what);

describe('findGaps', () => {
  it('finds nothing missing in a whole plan', () => {
    assert.deepEqual(gapsOf(completePlan()), []);
    assert.deepEqual(gapsOf(fullPlan), []);
  });

  it('asks for what the level asks for', () => {
    assert.deepEqual(gapsOf(completePlan({ level: 'feature' })), [
      'Problem',
      'Users and use cases',
      'Success metrics',
      'Test plan',
      'Telemetry',
    ]);
    assert.ok(gapsOf(completePlan({ level: 'prompt' })).includes('Agent behavior contract'));
    assert.equal(gapsOf(completePlan({ level: 'front-end' })).includes('Agent behavior contract'), false);
    assert.deepEqual(gapsOf(fullPlan.replace('Level:** prompt', 'Level:** config')), []);
  });

  it('asks for the whole plan where the level is missing or unreadable', () => {
    const without = fullPlan.replace('**Level:** prompt\n', '');
    assert.deepEqual(gapsOf(without), []);
    assert.deepEqual(gapsOf(fullPlan.replace('prompt', 'tiny')), ['Level']);
    assert.deepEqual(gapsOf(fullPlan.replace('prompt', '[level]')), []);
    assert.ok(gapsOf(completePlan({ level: 'tiny' })).includes('Problem'));
  });

  const cases: readonly (readonly [string, string | RegExp, string, readonly string[]])[] = [
    ['no title', '# PLANNING: New home', '', ['Title']],
    ['no status', '**Status:** Draft', '', ['Status']],
    ['an odd status', 'Draft', 'Nearly approved', ['Status']],
    ['no product DRI', '@paul\n', '[@handle]\n', ['Product DRI']],
    ['no engineering DRI', '@erin\n', '\n', ['Engineering DRI']],
    ['no flag', '`new-home`', '[flag-key]', ['Flag']],
    ['no folder', '`src/features/home`', '', ['Feature folder']],
    ['no hypothesis form', 'If we shorten', 'We shorten', ['Hypothesis']],
    ['a placeholder', 'Many people leave.', '[Who has the problem]', ['Problem']],
    ['a stand-in', 'Many people leave.', 'Problem: TBD', ['Problem']],
    ['a comment', 'Many people leave.', '<!-- Many people leave. -->', ['Problem']],
    ['a number that is struck through', 'refunds over 3 %', '~~refunds over 3 %~~ **~~5 %~~**', ['Kill condition']],
    ['a number struck through by HTML', 'refunds over 3 %', 'refunds <del>over *3* %</del>', ['Kill condition']],
    [
      'a number in a block struck through',
      '- **Kill condition:** refunds over 3 %',
      '\n## Kill condition\n<s>\n3 %\n</s>\nx',
      ['Kill condition'],
    ],
    ['a number in a picture', 'refunds over 3 %', 'Never. ![3 %](100) ![5][p]\n\n[p]: /6', ['Kill condition']],
    ['a number in an address', 'refunds over 3 %', '[Never](/100 "5 %"). [No][p]\n\n[p]: /6 "7 %"', ['Kill condition']],
    ['a number of a tag', 'refunds over 3 %', 'Never<br clear="3">', ['Kill condition']],
    ['a number of a sign', 'refunds over 3 %', 'Never&#8203;', ['Kill condition']],
    ['a number of a note', 'refunds over 3 %', 'Never[^1]\n\n[^1]: Really.', ['Kill condition']],
    [
      'a number of a list',
      '- **Kill condition:** refunds over 3 %',
      '\n## Kill condition\n1. Never\n2.',
      ['Kill condition'],
    ],
    ['a section that is struck through', 'Many people leave.', '~~Many people leave.~~', ['Problem']],
    ['a section of a definition', 'Many people leave.', '[many]: https://example.com "Many people leave"', ['Problem']],
    ['a section of blanks', 'Many people leave.', '&nbsp;', ['Problem']],
    ['a scope that is struck through', 'The greeting', '~~The greeting~~', ['Scope, In']],
    ['a status that is struck through', '**Status:** Draft', '**Status:** ~~Draft~~', ['Status']],
    ['a DRI that is struck through', '@erin\n', '**~~@erin~~**\n', ['Engineering DRI']],
    ['no section', /## Problem\n.*\n/, '', ['Problem']],
    ['no target', 'from 40 % to 45 %', 'more of them', ['Primary metric']],
    ['no primary metric', '- **Primary:** sign-ups, from 40 % to 45 %\n', '', ['Primary metric']],
    ['a metric without its label', '**Primary:** sign-ups, from', 'Primary sign-ups from', ['Primary metric']],
    ['no range', 'under 2 %', 'stay low', ['Guardrail']],
    ['no number to stop at', 'refunds over 3 %', 'when it looks bad', ['Kill condition']],
    ['no In', '### In\nThe greeting\n', '', ['Scope, In']],
    ['an empty Out', 'The rest', '[what is out]', ['Scope, Out']],
    ['an empty list', '1. Look at it.', '1.\n2. ', ['Test plan']],
    [
      'a label with nothing behind it',
      '- **Rollback:**',
      '- **Rollout:** [steps]\n- **Rollback:**',
      ['Rollout and rollback, Rollout'],
    ],
    [
      'a last label with nothing behind it',
      '**Always:** greets',
      '**Always**: greets\n- **Never**:',
      ['Agent behavior contract, Never'],
    ],
    [
      'a label with a sub-heading behind it',
      '- **Always:** greets',
      'It greets.\n**Never:**\n### More\nx',
      ['Agent behavior contract, Never'],
    ],
  ];
  for (const [name, from, to, gaps] of cases) {
    it(`finds ${name}`, () => assert.deepEqual(gapsOf(fullPlan.replace(from, to)), gaps));
  }

  const kept: readonly (readonly [string, string | RegExp, string])[] = [
    [
      'a table of metrics',
      /- \*\*Primary[^]*over 3 %/,
      '| Metric | Target |\n| --- | --- |\n| Primary | 45 % |\n| Guardrail | 2 % |\n| Kill condition | 3 % |',
    ],
    [
      'metrics as sub-sections',
      /- \*\*Primary[^]*over 3 %/,
      '### Primary metric\n45 %\n### Guardrails\n2 %\n### Kill criteria\n3 %',
    ],
    ['a kill condition of its own', '- **Kill condition:** refunds over 3 %', '\n## Kill condition\n10 %'],
    ['a scope in lines', /### In[^]*rest/, '**In scope** – the greeting\n**Out of scope** — the rest'],
    ['non-goals', /### In[^]*rest/, 'In: the greeting,\nIn-app too\nNon-goals:\n- the rest'],
    ['numbered headings', '## Problem', '## 2. The problem'],
    ['a number in a link', 'refunds over 3 %', '[refunds over 3 %](https://example.com)'],
    [
      'a number beside what is struck through',
      'refunds over 3 %',
      '~~2 %~~ refunds over 3&nbsp;%, <b>`x`</b> <https://example.com>',
    ],
    ['a number behind an end that nothing begins', 'refunds over 3 %', '</del> <del>x</del> refunds over 3 %'],
    ['a tag that another paragraph ends', 'refunds over 3 %', '<s>x\n\n  refunds over 3 %\n\n  x</s>'],
    ['a numbered list', 'Many people leave.', '1. Many people leave.'],
    ['a label whose text follows', '- **Rollback:** turn it off', '**Rollback:**\n\nturn it off'],
  ];
  for (const [name, from, to] of kept) {
    it(`takes ${name}`, () => assert.deepEqual(gapsOf(fullPlan.replace(from, to)), []));
  }

  it('takes a label that is no part of the scope for text', () => {
    assert.deepEqual(gapsOf(fullPlan.replace(/### In[^]*rest/, 'In-app messages: all\nOutside: x')), [
      'Scope, In',
      'Scope, Out',
    ]);
  });

  it('misses no flag where a plan of words says why it has none', () => {
    const gaps = (level: string, flag: string): readonly string[] =>
      findGaps(parse(`# PLANNING: x\n\nLevel: ${level}\nFlag: ${flag}\n`)).map(({ what }) => what);
    assert.ok(!gaps('copy', 'none, because it is one word').includes('Flag'));
    assert.ok(gaps('copy', 'none').includes('Flag'));
    assert.ok(gaps('feature', 'none, because it is one word').includes('Flag'));
  });

  it('says that only words can do without a flag, where another plan says why it has none', () => {
    const message = (level: string, flag: string): string | undefined =>
      findGaps(parse(`# PLANNING: x\n\nLevel: ${level}\nFlag: ${flag}\n`)).find(({ what }) => what === 'Flag')?.message;
    assert.match(
      message('config', 'none, because it is a prompt') ?? '',
      /^The plan says .* only words can do without/,
    );
    assert.match(message('copy', 'none') ?? '', /why these words need no flag/);
    assert.match(message('config', '') ?? '', /^No feature flag is named/);
  });

  it('says where each belongs and what to write', () => {
    const [gap] = findGaps(parse(fullPlan.replace('refunds over 3 %', 'soon')));
    assert.equal(gap?.line, 22);
    assert.match(gap.message, /no number.*for example/);
    const [title] = findGaps(parse('Status: Draft'));
    assert.equal(title?.line, 1);
    assert.equal(findGaps(parse(''))[0]?.line, 1);
    const [status] = findGaps(parse('# PLANNING: x\n\nFlag: a\nStatus: soon\n'));
    assert.equal(status?.line, 4);
    assert.match(status.message, /exactly one of Draft, In Review/);
    const [hypothesis] = findGaps(parse(fullPlan.replace('by 5 %', 'a lot')));
    assert.match(hypothesis?.message ?? '', /“by …”.*takes a number/);
    assert.doesNotMatch(findGaps(parse(fullPlan.replace('because', 'for')))[0]?.message ?? '', /takes a number/);
    const last = findGaps(parse(fullPlan.replace(/## Problem\n.*\n/, '')))[0];
    assert.equal(last?.line, fullPlan.split('\n').length - 4);
    assert.match(last.message, /missing. Add it: say who/);
  });

  it("takes a section that is as the team's template has it for untouched", () => {
    const template = parse(fullPlan.replace('New people.', 'Describe the users here.'));
    const doc = parse(fullPlan.replace('New people.', 'Describe the users here.').replace(/Many[^]*$/, 'Other.'));
    assert.ok(findGaps(doc, template).some(({ what }) => what === 'Users and use cases'));
    const gaps = findGaps(
      parse(fullPlan.replace('New people.', 'Describe the users here.').replace('Many', 'Some')),
      template,
    );
    assert.equal(
      gaps.some(({ what }) => what === 'Problem'),
      false,
    );
    assert.ok(gaps.some(({ what }) => what === 'Users and use cases'));
  });

  it('names what the template asks for in brackets and nobody wrote, and no other words in brackets', () => {
    const left = (text: string, template?: string) =>
      findGaps(parse(text), template === undefined ? undefined : parse(template)).map(({ what }) => what);
    const whole = completePlan();
    const dated = whole.replace('**Level:**', '**Target ship date:** [YYYY-MM-DD]\n**Level:**');
    assert.deepEqual(left(dated), ['Target ship date']);
    assert.deepEqual(left(dated.replace('[YYYY-MM-DD]', '2027-01-11')), []);
    const greeting = 'A shorter greeting on the home page.';
    assert.deepEqual(left(whole.replace(greeting, `${greeting} [For whom, and why now]`)), ['TL;DR']);
    assert.deepEqual(left(whole.replace(greeting, `${greeting} [sic] <!-- [For whom, and why now] -->`)), []);
    const own = whole.replace(greeting, `${greeting} [Which team asked]`);
    assert.deepEqual(left(own), []);
    assert.deepEqual(left(own, '# PLANNING: x\n\n## TL;DR\n\n[What] [Which team asked]\n'), ['TL;DR']);
    const inner = whole.replace(greeting, `${greeting}\n\n### Why\n\nSo. [For whom, and why now]`);
    assert.deepEqual(left(inner), ['Why']);
  });
});
