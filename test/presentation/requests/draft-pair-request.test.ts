import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildIssueUrl } from '../../../src/presentation/requests/issue-url.js';
import { draftPairRequest, type PairRequestInput } from '../../../src/presentation/requests/draft-pair-request.js';
import type { Judgement, Policy } from '../../../src/policy/policy.js';
import { parseRepositoryHost, type RepositoryHost } from '../../../src/pull-request/repository-host.js';
import { createReviewContext, createRosterRow } from '../../support/review-context.js';

const { policy } = createReviewContext();
const host = parseRepositoryHost('https://github.com/acme/shop') as RepositoryHost;
const gitlab = parseRepositoryHost('https://gitlab.com/acme/web/shop') as RepositoryHost;
const owned: Judgement = {
  standing: 'locked',
  row: 4,
  conditions: [],
  owners: ['@org/pay'],
  because: [{ file: '.github/CODEOWNERS', line: 4, text: '/pay/ @org/pay' }],
};
const outside: Judgement = {
  standing: 'pair',
  row: 8,
  conditions: [],
  owners: [],
  because: [{ file: '', line: 0, text: 'Outside the PM zone.' }],
};
const editable: Judgement = { ...outside, standing: 'editable', row: 6 };
const input: PairRequestInput = {
  files: [{ path: 'pay/a.ts', judgement: owned }],
  policy,
  asking: { kind: 'pilot-pm', names: [], rows: [createRosterRow({ pm: 'Maya', engineeringDris: ['@erin'] })] },
  intent: '',
  host,
};
const commit = policy.tips[0].commit ?? '';

describe('pairRequest', () => {
  it('says which file, why, who owns it, who asks', () => {
    assert.deepEqual(draftPairRequest(input), {
      title: 'Request to pair on pay/a.ts',
      body: [
        'I would like to change this file together with an engineer:',
        `- Locked for PMs: it is owned by @<!-- -->org/pay ([.github/CODEOWNERS, line 4](https://github.com/acme/shop/blob/${commit}/.github/CODEOWNERS#L4))\n  - \`pay/a.ts\``,
        '**Who is asked:** @org/pay',
        '**Who asks:** Maya',
      ].join('\n\n'),
      recipients: ['@org/pay'],
    });
  });

  it('begins with what the PM wants, as plain text', () => {
    const request = draftPairRequest({ ...input, intent: ' Say **hello** to @all <b> ' });
    assert.equal(request?.title, 'Request to pair: Say **hello** to (at)all <b>');
    assert.match(
      request.body,
      /^\*\*What I would like to change:\*\* Say \\\*\\\*hello\\\*\\\* to @<!-- -->all &lt;b&gt;\n/,
    );
  });

  it('puts files with one reason together, the first twenty by name', () => {
    const many = Array.from({ length: 22 }, (_, index) => ({ path: `src/${index}.ts`, judgement: outside }));
    const request = draftPairRequest({
      ...input,
      files: [...many, ...input.files, { path: 'docs/a.md', judgement: editable }],
    });
    assert.equal(request?.title, 'Request to pair on src/0.ts and 22 more files');
    const body = request.body;
    assert.match(body, /^I would like to change these files/);
    assert.match(body, /- Only together with an engineer: outside the PM zone\n {2}- `src\/0\.ts`\n/);
    assert.match(body, / {2}- `src\/19\.ts`\n {2}- and 2 more files\n- Locked for PMs/);
    assert.ok(!body.includes('docs/a.md'));
    const two = draftPairRequest({ ...input, files: many.slice(0, 2) });
    assert.equal(two?.title, 'Request to pair on src/0.ts and one more file');
  });

  it('asks the PM’s engineering DRI where nobody owns it, else an engineer', () => {
    const files = [{ path: 'a.ts', judgement: outside }];
    assert.deepEqual(draftPairRequest({ ...input, files })?.recipients, ['@erin']);
    const asking = { kind: 'no-roster', names: [], rows: [] } as const;
    const request = draftPairRequest({ ...input, files, asking });
    assert.deepEqual(request?.recipients, []);
    assert.match(request.body, /\*\*Who is asked:\*\* an engineer$/);
  });

  it('mentions handles and teams alone, at most ten', () => {
    const owners = ['pay@shop.example', '@a b', ...Array.from({ length: 20 }, (_, index) => `@org/team-${index}`)];
    const body = draftPairRequest({ ...input, files: [{ path: 'a', judgement: { ...owned, owners } }] })?.body ?? '';
    const asked = body.split('\n').find((line) => line.startsWith('**Who is asked')) ?? '';
    assert.match(asked, /`pay@shop\.example`, `@a b`, @org\/team-0,/);
    assert.ok(asked.endsWith('@org/team-7'));
  });

  it('names the line without a link where no host has it, and no line where the reason is built in', () => {
    const [file] = input.files;
    assert.ok(file);
    const words = '\\(.github/CODEOWNERS, line 4\\)';
    assert.match(draftPairRequest({ ...input, host: undefined })?.body ?? '', new RegExp(` ${words}\n`));
    const preview: Policy = { ...policy, preview: true };
    assert.match(draftPairRequest({ ...input, policy: preview })?.body ?? '', new RegExp(` ${words}\n`));
    const unsaved: Policy = { ...policy, tips: [{ ...policy.tips[0], commit: undefined }] };
    assert.match(draftPairRequest({ ...input, policy: unsaved })?.body ?? '', new RegExp(` ${words}\n`));
    const unknown = { ...owned, because: [] };
    assert.match(
      draftPairRequest({ ...input, files: [{ path: 'a', judgement: unknown }] })?.body ?? '',
      /- Locked for PMs: no rule opens it\n/,
    );
  });

  it('links the revision that the reason names where several count', () => {
    const other = { ...policy.tips[0], ref: 'origin/master', commit: 'd'.repeat(40) };
    const because = [{ file: 'CODEOWNERS', line: 4, text: '/pay/ (on origin/master)' }];
    const several = { ...policy, tips: [policy.tips[0], other] } as const;
    const files = [{ path: 'a', judgement: { ...owned, because } }];
    assert.ok(
      draftPairRequest({ ...input, files, policy: several })?.body.includes(`/blob/${other.commit}/CODEOWNERS#L4`),
    );
  });

  it('is nothing to ask where the PM may edit all', () => {
    assert.equal(draftPairRequest({ ...input, files: [{ path: 'a.md', judgement: editable }] }), undefined);
  });

  it('lets no text of the repository come alive', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('@#<>[](){}`*_!|~\\/:. -ab\n\r\u202e')) });
    fc.assert(
      fc.property(text, text, text, text, (path, file, rule, want) => {
        const because = [{ file, line: 1, text: rule }];
        const judgement: Judgement = { ...owned, row: 3, owners: [], because };
        const body =
          draftPairRequest({ ...input, intent: want, files: [{ path, judgement }], host: undefined })?.body ?? '';
        const live = body.replace(/`[^`\n]*`/g, '').replaceAll('<!-- -->', '');
        assert.doesNotMatch(live, /(?<!\\)[[<`]/);
        assert.doesNotMatch(body.replace(/`[^`\n]*`/g, ''), /@(?!<!-- -->)(?!erin)/);
      }),
    );
  });
});

describe('issueUrl', () => {
  it('fills in the page of the host', () => {
    assert.deepEqual(buildIssueUrl(host, 'a & b', 'c#d'), {
      url: 'https://github.com/acme/shop/issues/new?title=a%20%26%20b&body=c%23d',
      omitsBody: false,
    });
    assert.deepEqual(buildIssueUrl(gitlab, 't', 'b'), {
      url: 'https://gitlab.com/acme/web/shop/-/issues/new?issue%5Btitle%5D=t&issue%5Bdescription%5D=b',
      omitsBody: false,
    });
  });

  it('leaves out a body that no URL can hold', () => {
    assert.deepEqual(buildIssueUrl(host, 't', 'ü'.repeat(2000)), {
      url: 'https://github.com/acme/shop/issues/new?title=t',
      omitsBody: true,
    });
  });
});
