import assert from 'node:assert/strict';
import type { DraftInput } from '../../src/pull-request/draft-pull-request.js';
import { readProposalGround, type ProposalGround } from '../../src/pull-request/proposal-ground.js';
import { readTextChanges } from '../../src/pull-request/read-text-changes.js';
import { writeProposalPrompt } from '../../src/pull-request/write-proposal-prompt.js';
import { completePlan, parse } from '../planning/plan-texts.js';
import { createReviewContext, type ReviewContextParts } from '../support/review-context.js';

const folder = 'src/features/home';
const planPath = `${folder}/PLANNING.md`;
const copy = `${folder}/i18n/en.json`;

/** What a proposal may know of a change; the plan is on the base. */
async function groundOf(
  parts: ReviewContextParts,
  plan: { readonly path: string; readonly text: string } | null = { path: planPath, text: completePlan() },
): Promise<ProposalGround> {
  const { change, policy, asking, judgements, plan: linked } = createReviewContext(parts);
  const input = {
    change,
    policy,
    asking,
    judgements,
    textChanges: await readTextChanges(change),
    plan: {
      ...(await linked()),
      plan: plan === null ? undefined : { path: plan.path, doc: parse(plan.text), gaps: [] },
    },
  } as unknown as DraftInput;
  return readProposalGround(input, { labels: ['pm-authored'], titled: (text) => text });
}

describe('what a proposal rests on', () => {
  it('is the plan, the files with their owners, and the texts before and after', async () => {
    const ground = await groundOf({
      base: { [copy]: '{"a": "Old"}' },
      head: { [copy]: '{"a": "New"}' },
      judgements: { [copy]: { owners: ['@acme/home'] } },
      settings: { labels: [{ own: 'size:S', name: 'small' }] },
    });
    assert.match(ground.plan, /^New home\n\nA shorter greeting on the home page\./);
    assert.deepEqual(
      [ground.files, ground.owners, ground.labels, ground.reserved],
      [[{ path: copy, kind: 'copy' }], ['@acme/home'], ['pm-authored'], ['small']],
    );
    assert.deepEqual(
      ground.texts.map(({ key, before, after }) => [key, before, after]),
      [['a', 'Old', 'New']],
    );
  });

  it('holds nothing of files that are locked or protected, nor of what was moved out of one', async () => {
    const locked = 'src/auth/i18n/en.json';
    const ground = await groundOf({
      base: { [locked]: '{"a": "Secret one"}', 'src/auth/old.md': '# Moved secret\n', [copy]: '{"a": "Old"}' },
      head: { [locked]: '{"a": "Secret two"}', 'docs/new.md': '# Moved secret\n', [copy]: '{"a": "New"}' },
      renames: { 'src/auth/old.md': 'docs/new.md' },
      judgements: {
        [locked]: { standing: 'locked', owners: ['@acme/auth'] },
        'src/auth/old.md': { standing: 'locked' },
        'docs/new.md': { standing: 'editable' },
      },
    });
    const { task, data } = writeProposalPrompt('A title', ground, []);
    assert.doesNotMatch(task + data, /secret|auth|new\.md/i);
    assert.deepEqual([ground.files.length, ground.owners], [1, []]);
    assert.match(data, /"before":"Old","after":"New"/);
  });

  it('holds nothing of a plan that is locked, and none where there is none', async () => {
    const change = { base: { [copy]: '{}' }, head: { [copy]: '{"a": "New"}' } };
    const plan = { path: '.claude/skills/home/PLANNING.md', text: completePlan() };
    assert.equal((await groundOf(change, plan)).plan, '', 'protected by the policy itself');
    const held = await groundOf({
      base: {},
      head: { [planPath]: completePlan() },
      judgements: { [planPath]: { standing: 'locked' } },
    });
    assert.equal(held.plan, '');
    assert.equal((await groundOf(change, null)).plan, '');
  });

  it('is bounded, whatever the change holds', async () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`docs/${'x'.repeat(200)}${at}.md`, 'x']));
    const texts = JSON.stringify(
      Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`k${at}`, 'y'.repeat(9000)])),
    );
    const ground = await groundOf({ base: {}, head: { ...many, [copy]: texts } });
    const labels = Array.from({ length: 500 }, (_, at) => ({ name: `l${at}`, description: 'z'.repeat(5000) }));
    const { data } = writeProposalPrompt('A title', ground, labels);
    assert.ok(data.length < 80_000, String(data.length));
  });
});
