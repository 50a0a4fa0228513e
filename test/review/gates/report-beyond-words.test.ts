import assert from 'node:assert/strict';
import type { Condition } from '../../../src/policy/policy.js';
import type { Report } from '../../../src/review/check.js';
import { zone } from '../../../src/review/checks/zone.js';
import { createReviewContext, type ReviewContextParts } from '../../support/review-context.js';

const path = 'src/features/home/Home.vue';
const page = (inside: string): string => `<template>\n  <div>\n    ${inside}\n  </div>\n</template>\n`;
const opened = (text: string): Condition => ({ kind: 'free-text', text, line: 7 });
const was = page('<p>There is nothing here yet.</p>');

async function told(now: string, text: string, more: ReviewContextParts = {}): Promise<readonly Report[]> {
  const outcome = await zone.run(
    createReviewContext({
      moment: 'push',
      base: { [path]: was },
      head: { [path]: now },
      judgements: { [path]: { conditions: [opened(text)] } },
      ...more,
    }),
  );
  return outcome === 'not-applicable' ? assert.fail() : outcome.reports;
}

describe('code that is open for its words alone', () => {
  const code = page('<p v-if="isNew">There is nothing here yet.</p>');

  for (const text of ['words only', 'wording only, no markup', 'Only the texts', 'copy alone'])
    it(`says where more changed than “${text}” lets`, async () => {
      const [report, ...none] = await told(code, text);
      assert.equal(
        report?.message,
        `The policy opens this file for “${text}”, but line 3 of ${path} is more than words. Take that back, or ask @erin, who looks at it and confirms it in the pull request.`,
      );
      assert.deepEqual([report.severity, report.undecided, report.line, none], ['note', true, 3, []]);
    });

  it('has nothing to say of words, and of what is open for something else', async () => {
    assert.deepEqual(await told(page('<p>There are no boards here yet.</p>'), 'words only'), []);
    for (const text of ['using the design system', 'values only', 'wordings only'])
      assert.deepEqual(await told(code, text), [], text);
  });

  it('waits for no commit, and leaves to others what is no code or not open to the PM alone', async () => {
    assert.deepEqual(await told(code, 'words only', { moment: 'commit' }), []);
    const pair = { [path]: { standing: 'pair', conditions: [opened('words only')] } } as const;
    assert.deepEqual(
      (await told(code, 'words only', { judgements: pair })).filter(({ message }) => message.startsWith('The policy')),
      [],
    );
    const docs = 'src/features/home/README.md';
    const more = { base: { [docs]: 'a' }, head: { [docs]: '```sh\nrm\n```' } };
    assert.deepEqual(
      await told(code, '', { ...more, judgements: { [docs]: { conditions: [opened('text only')] } } }),
      [],
    );
  });
});
