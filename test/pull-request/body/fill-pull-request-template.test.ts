import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  fillPullRequestTemplate,
  type BodySection,
} from '../../../src/pull-request/body/fill-pull-request-template.js';

const texts = new Map<BodySection, string>([
  ['summary', 'SUMMARY'],
  ['why', 'WHY'],
  ['changes', 'CHANGES'],
  ['tests', 'TESTS'],
  ['rollback', 'ROLLBACK'],
  ['plan', 'PLAN'],
  ['disclosure', 'AI'],
]);

describe('fillPullRequestTemplate', () => {
  it('lists the blanks in what it filled, and none that are words', () => {
    const blank = '> **Model used**: `<model>`, effort `<level>`';
    const filled = fillPullRequestTemplate(
      `Ticket: #XXX\n\n## Description\n\n${blank}\n\n- snake_case_, \`a < b > c\`, #X, todos\n\n## Other\n\nBy ___\n`,
      texts,
    );
    assert.deepEqual(filled?.unfilled, ['“Ticket: #XXX”', `“${blank}”`, '“Other”']);
  });

  it('says so where nothing is said of the tests, and leaves it to people', () => {
    const untested = new Map([...texts].filter(([id]) => id !== 'tests'));
    const said = (template: string) => fillPullRequestTemplate(template, untested);
    const filled = said('## Summary\n\n## How it was tested\n\n## Other\n\nx\n');
    assert.match(String(filled?.markdown), /## How it was tested\n\n_Nothing is said of it yet\._\n\n## Other/);
    assert.deepEqual(filled?.unfilled, ['“How it was tested”', '“Other”']);
    assert.match(String(said('## Testing\n')?.markdown), /_Nothing is said of it yet\._\n$/);
    assert.match(
      String(said('## Testing\n\n_(fill-in or delete this section)_\n')?.markdown),
      /^## Testing\n\n_Nothing is said of it yet\._\n$/,
    );
    for (const own of ['## Testing\n\n- [ ] on a phone\n', '## Testing\n\n### By hand\n'])
      assert.doesNotMatch(String(said(own)?.markdown), /Nothing is said/);
    assert.doesNotMatch(String(fillPullRequestTemplate('## Testing\n', texts)?.markdown), /Nothing is said/);
  });

  const cases: readonly (readonly [string, string])[] = [
    ['## Summary', 'SUMMARY'],
    ['# Description of the change', 'SUMMARY'],
    ['### :memo: What does this do?', 'SUMMARY'],
    ['## What type of PR is this?', ''],
    ['## What kind of change does this PR introduce?', ''],
    ['## What issue does it close?', ''],
    ['## What is the current behavior?', ''],
    ['## **Overview**', 'SUMMARY'],
    ['## Proposed change', 'SUMMARY'],
    ['### Change description ###', 'SUMMARY'],
    ['**Short description:**', 'SUMMARY'],
    ['**Notes:**', ''],
    ['**Summary**:', 'SUMMARY'],
    ['## How it was tested', 'TESTS'],
    ['## What changed', 'CHANGES'],
    ["## What's changed", 'CHANGES'],
    ['## Changes', 'CHANGES'],
    ['## Why', 'WHY'],
    ['### What problem does this pull request solve?', 'WHY'],
    ['## Motivation and Context', 'WHY'],
    ['## Testing', 'TESTS'],
    ['## How has this been tested?', 'TESTS'],
    ['## Rollback plan', 'ROLLBACK'],
    ['## Risks', 'ROLLBACK'],
    ['## How to roll back', 'ROLLBACK'],
    ['## How can this be rolled back?', 'ROLLBACK'],
    ['## How do I revert this?', 'ROLLBACK'],
    ['## Planning doc', 'PLAN'],
    ['## Use of AI', 'AI'],
    ['## AI usage', 'AI'],
    ['## Checklist', ''],
    ['## Screenshots', ''],
    ['####### Summary', ''],
    ['##Summary', ''],
  ];
  for (const [heading, text] of cases) {
    it(`puts ${text === '' ? 'nothing' : text} under ${heading}`, () => {
      const own = new Map([...texts].filter(([, each]) => each === text));
      const filled = fillPullRequestTemplate(`${heading}\n<!-- hint -->\n`, own);
      assert.equal(filled?.markdown, `${heading}\n${text === '' ? '' : `\n${text}\n`}`);
      assert.equal(filled.filled.size, text === '' ? 0 : 1);
    });
  }

  it('puts why and what changed to the description where nothing else asks for them', () => {
    const markdown = (template: string): string | undefined => fillPullRequestTemplate(template, texts)?.markdown;
    assert.equal(
      markdown('## Description\n\n## Checklist\n'),
      '## Description\n\nSUMMARY\n\nWHY\n\nCHANGES\n\n## Checklist\n',
    );
    assert.equal(
      markdown('## Summary\n\n## Changes\n\n## Motivation\n'),
      '## Summary\n\nSUMMARY\n\n## Changes\n\nCHANGES\n\n## Motivation\n\nWHY\n',
    );
    assert.equal(
      markdown('## What & why\n\n```\n## Changes\n```\n'),
      '## What & why\n\nSUMMARY\n\nWHY\n\nCHANGES\n\n```\n## Changes\n```\n',
    );
  });

  it('fills each section once and leaves all else as it is', () => {
    const filled = fillPullRequestTemplate(
      '\uFEFF## Summary\r\n- [ ] box\r\n## Summary\r\n## Why',
      new Map([['summary', 'S']]),
    );
    assert.deepEqual(filled, {
      markdown: '## Summary\n\nS\n\n- [ ] box\n## Summary\n## Why\n',
      filled: new Set(['summary']),
      unfilled: ['“Summary”', '“Why”'],
    });
  });

  it('names what is left to fill in, by its heading and its boxes', () => {
    const unfilled = (template: string): readonly string[] | undefined =>
      fillPullRequestTemplate(template, new Map([['summary', 'S']]))?.unfilled;
    assert.deepEqual(
      unfilled(
        '# Hello\n## :memo: Summary\n<!-- say -->\n### 🖼 **Screenshots**:\n## Checklist\n- [ ] a\n- [x] b\n* [ ] c\n**Risk**\nFixes #\n- [ ] d\n',
      ),
      ['“Screenshots”', '“Checklist” (2 boxes to tick)', '“Risk” (1 box to tick)'],
    );
    assert.deepEqual(unfilled('Please read CONTRIBUTING.\n\n## Summary\n'), []);
    assert.deepEqual(unfilled('- [ ] I read it\n- [ ] I tested it\n'), ['its beginning (2 boxes to tick)']);
    const long = 'Please ensure that your pull request meets the following, and that all of it was tried out';
    assert.deepEqual(unfilled(`**Thank you for your contribution. ${long}:**\n\n- [ ] Yes\n`), [
      '“Thank you for your contribution” (1 box to tick)',
    ]);
    assert.deepEqual(unfilled(`**${long}**\n\n- [ ] Yes\n`), [
      '“Please ensure that your pull request meets the following, and that all of it…” (1 box to tick)',
    ]);
    assert.deepEqual(unfilled('```\n## Notes\n```\n'), []);
  });

  it('keeps no example of an issue that it would close, and names the line', () => {
    const fill = (template: string) => fillPullRequestTemplate(template, new Map([['summary', 'SUMMARY']]));
    assert.deepEqual(fill('Fixes #123\n\n## Summary\n- Closes: https://x.y/1\nResolves #\nfixes it 1\n'), {
      markdown: 'Fixes ___\n\n## Summary\n\nSUMMARY\n\n- Closes: ___\nResolves #\nfixes it 1\n',
      filled: new Set(['summary']),
      unfilled: ['“Fixes ___”', '“- Closes: ___”', '“Resolves #”'],
    });
    assert.deepEqual(fill('## Related\nFixes ABC-12\n')?.unfilled, ['“Related”']);
    assert.equal(fill('```\nFixes #123\n```\n')?.markdown, '```\nFixes #123\n```\n');
  });

  it('takes out what stands in the place of an answer, where ours stands', () => {
    const given =
      '- none\nN/A\n1. Added [the thing]\n- [ ] box\n- [x] [docs]\n[a link](https://x.y)\n[ref][1]\n> [!NOTE]\nOther words\n';
    const left = '- [ ] box\n- [x] [docs]\n[a link](https://x.y)\n[ref][1]\n> [!NOTE]\nOther words\n';
    assert.equal(fillPullRequestTemplate(`## Changes\n${given}`, texts)?.markdown, `## Changes\n\nCHANGES\n\n${left}`);
    assert.equal(fillPullRequestTemplate(`## Notes\n${given}`, texts)?.markdown, `## Notes\n${given}`);
  });

  it('takes out what is demanded of who writes, where ours stands, and has the description where it is asked for', () => {
    const filled = fillPullRequestTemplate(
      '## What type of PR is this?\n\n_(REQUIRED)_\n\n- feature\n- bug\n\n## What this PR does / why we need it:\n\n_(REQUIRED)_\n\n(as required)\n',
      texts,
    );
    assert.equal(
      filled?.markdown,
      '## What type of PR is this?\n\n_(REQUIRED)_\n\n- feature\n- bug\n\n## What this PR does / why we need it:\n\nSUMMARY\n\nWHY\n\nCHANGES\n\n(as required)\n',
    );
    assert.deepEqual(filled.unfilled, ['“What type of PR is this?”']);
  });

  it('takes nothing out of the middle of a paragraph', () => {
    const given =
      'Say what you changed.\n\nTo close an issue, use the form\n`closes #[issue number]`. See\n[the help](https://x.y) of the site.\n\n- [what you did], and\n  why\n\n[More]\n';
    const left = given.replace('[More]\n', '');
    assert.equal(
      fillPullRequestTemplate(`## Changes\n${given}`, texts)?.markdown,
      `## Changes\n\nCHANGES\n\n${left.trimEnd()}\n`,
    );
  });

  it('takes out examples of an answer, which would say what nobody did, and names their part as left to fill in', () => {
    const given =
      '## Changes Made\n\n- Change 1\n- Change 2\n- ...\n\n## Performance\n\n- Measured on pages A, B, and C.\n- Ran it twice.\n- ...\n\n## Notes\n* I fixed…\n1. Added feature X.\n- [ ] Covers scenario B\n- Read feature X-ray\n```\n- ...\n```\n';
    assert.deepEqual(fillPullRequestTemplate(given, texts), {
      markdown:
        '## Changes Made\n\nCHANGES\n\n## Performance\n\n## Notes\n- [ ] Covers scenario B\n- Read feature X-ray\n```\n- ...\n```\n',
      filled: new Set(['changes']),
      unfilled: ['“Performance”', '“Notes” (1 box to tick)'],
    });
  });

  it('takes out empty items where ours stands, and leaves them elsewhere to be filled', () => {
    assert.equal(
      fillPullRequestTemplate('## Changes\n\n-\n*\u0020\n1.\n\n## Notes\n\n-\n', texts)?.markdown,
      '## Changes\n\nCHANGES\n\n## Notes\n\n-\n',
    );
  });

  it('closes no issue, whatever the template', () => {
    const unit = fc.constantFrom(
      'Fixes ',
      'closes: ',
      '#1',
      'https://x.y/1',
      'ABC-1',
      '- ',
      '\n',
      '## Summary',
      ' ',
      'x',
    );
    fc.assert(
      fc.property(fc.string({ unit }), (template) => {
        const markdown = fillPullRequestTemplate(template, texts)?.markdown ?? '';
        assert.doesNotMatch(markdown, /^(?:- )?(?:Fixes|closes:) (?:#1|https|ABC-1)/m);
      }),
    );
  });

  it('leaves room behind a text, so that the template’s words do not go on it', () =>
    assert.equal(
      fillPullRequestTemplate('## Changes\nList them.\n```\n\n\n```', new Map([['changes', '| a |\n| - |\n| b |']]))
        ?.markdown,
      '## Changes\n\n| a |\n| - |\n| b |\n\nList them.\n```\n\n\n```\n',
    ));

  it('fills both sections of a heading that asks for two', () => {
    const fill = (heading: string) => fillPullRequestTemplate(heading, texts)?.markdown;
    assert.equal(fill('## What and why\n## Changes'), '## What and why\n\nSUMMARY\n\nWHY\n\n## Changes\n\nCHANGES\n');
    assert.equal(fill('## What changed & why'), '## What changed & why\n\nCHANGES\n\nWHY\n');
    assert.equal(fill('## Why and what'), '## Why and what\n\nWHY\n');
    assert.equal(fill('## Why\n## What, why'), '## Why\n\nWHY\n\n## What, why\n\nSUMMARY\n\nCHANGES\n');
  });

  it('takes no heading in code and comments', () => {
    const template = '```\n## Summary\n~~~\n```\n<!--\n## Why\n```\n-->\n~~~\n## Changes\n~~~\n## Testing';
    assert.deepEqual([...(fillPullRequestTemplate(template, texts)?.filled ?? [])], ['tests']);
  });

  it('closes elements that a template leaves open, the innermost first', () => {
    const end = (template: string): string | undefined =>
      fillPullRequestTemplate(template, texts)?.markdown.slice(template.length);
    assert.equal(end('<details><summary>More</summary>'), '\n</details>\n');
    assert.equal(end('<Details open>\n<pre>\ntext'), '\n</pre>\n</details>\n');
    assert.equal(end('<details><pre></details>'), '\n');
    assert.equal(end('<details></details></pre> <detailed>'), '\n');
  });

  it('closes what a template leaves open, so that it swallows nothing of ours', () => {
    assert.equal(fillPullRequestTemplate('## X\n<!-- hint', texts)?.markdown, '## X\n');
    assert.equal(fillPullRequestTemplate('~~~\ncode', texts)?.markdown, '~~~\ncode\n~~~\n');
    assert.equal(fillPullRequestTemplate('````\n```\ncode', texts)?.markdown, '````\n```\ncode\n````\n');
    assert.equal(fillPullRequestTemplate('```\n```js\ncode', texts)?.markdown, '```\n```js\ncode\n```\n');
    assert.equal(fillPullRequestTemplate('- x\n  ```\n  code', texts)?.markdown, '- x\n  ```\n  code\n  ```\n');
  });

  it('takes a sentence in backticks for a sentence', () => {
    const template = 'Run:\n\n```npm test```\n\n## Summary';
    assert.equal(fillPullRequestTemplate(template, texts)?.markdown, `${template}\n\nSUMMARY\n\nWHY\n\nCHANGES\n`);
    assert.equal(fillPullRequestTemplate('```\ncode\n````', texts)?.markdown, '```\ncode\n````\n');
  });

  it('uses no template that is too long', () =>
    assert.equal(fillPullRequestTemplate('x'.repeat(20_001), texts), undefined));

  it('loses no line of any template', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('## ', 'Summary', '\n', '`', 'x', '~~~', '**') }), (template) => {
        const markdown =
          fillPullRequestTemplate(template, texts)
            ?.markdown.split('\n')
            .map((each) => each.trimEnd()) ?? [];
        let at = 0;
        for (const line of template.split('\n').map((each) => each.trimEnd())) {
          if (line === '') continue;
          const found = markdown.indexOf(line, at);
          assert.ok(found >= 0, JSON.stringify(line));
          at = found;
        }
      }),
    );
  });
});
