import assert from 'node:assert/strict';
import { judgeWaves } from '../../src/gate/policy-change/judge-waves.js';
import type { WordOfOwners } from '../../src/gate/policy-change/required-owners.js';
import { policyOf } from '../support/policy-of.js';
import {
  approvedBy,
  edit,
  engineer,
  judgePolicy,
  policyRepository,
  wholePolicy,
} from '../support/policy-pull-request.js';
import { accounts } from '../support/pull-request.js';

const { eve, erin, omar, paul } = accounts;
const waits = '**Wave 2:** `src/home/**`, after a compliance review\n';

/** What somebody makes of the line of a wave, or of what stands around it, so that its surfaces wait for no review any more. */
const ways: Readonly<Record<string, readonly [from: string | RegExp, to: string]>> = {
  'the day of its review': ['after a compliance review', 'compliance review on 2026-01-02'],
  'a day that asks for none': ['after a compliance review', 'from 2026-01-02'],
  'another number': ['Wave 2:** `src/home/**`, after a compliance review', 'Wave 1:** `src/home/**`'],
  'fewer surfaces': ['`src/home/**`, after', '`src/home/b/**`, after'],
  'no line': [waits, ''],
};

describe('a wave that begins after a review for compliance', () => {
  for (const [title, [from, to]] of Object.entries(ways))
    it(`is signed by whom the policy names for compliance: ${title}`, async () => {
      const repository = policyRepository(wholePolicy + waits);
      edit(repository, 'CLAUDE.md', from, to);
      repository.commit('Begin the wave', { author: engineer });
      const { code, items } = await judgePolicy(repository, eve, approvedBy(repository, omar));
      const wave = items.find(({ id }) => id === 'policy-wave');
      assert.deepEqual([code, wave?.state, wave?.waitsFor], [3, 'waits', ['@paul']]);
      assert.match(
        wave?.how ?? '',
        /review for compliance of wave 2 is done, or no longer asked for\. Approval by the/u,
      );
      const signed = await judgePolicy(repository, eve, approvedBy(repository, omar, paul));
      assert.equal(signed.code, 0);
      assert.match(signed.items.find(({ id }) => id === 'policy-wave')?.by ?? '', /^approved by @paul/u);
    });

  it('is signed by an engineering DRI where nobody is named for compliance', async () => {
    const repository = policyRepository(wholePolicy.replace(/\*\*Compliance.*\n/u, '') + waits);
    edit(repository, 'CLAUDE.md', 'after a compliance review', 'compliance review on 2026-01-02');
    repository.commit('Begin the wave', { author: engineer });
    const { code, items } = await judgePolicy(repository, eve, approvedBy(repository, omar));
    const wave = items.find(({ id }) => id === 'policy-wave');
    assert.equal(code, 3);
    assert.match(wave?.how ?? '', /names nobody under “Compliance sign-off”, so the engineering DRIs sign for it/u);
    assert.equal((await judgePolicy(repository, eve, approvedBy(repository, omar, erin))).code, 0);
  });
});

describe('judgeWaves', () => {
  const nobody = {
    approvals: { counting: [], refused: [] },
    known: { find: () => undefined },
    whyBarred: () => undefined,
  } as unknown as WordOfOwners;
  const wavesOf = (before: string, after: string | undefined): readonly string[] => {
    const of = (lines: string): ReturnType<typeof policyOf> => policyOf(`PMs can touch:\n\n- \`src/**\`\n\n${lines}\n`);
    const none = { ...of(''), tips: [{ ...of('').tips[0], zone: undefined }] } as const;
    return judgeWaves(of(before), after === undefined ? none : of(after), nobody).map(({ text }) => text);
  };
  const two = '**Wave 2:** `src/a/**`, compliance review on 2026-01-02';
  const cases: Readonly<
    Record<string, readonly [before: string, after: string | undefined, asks: RegExp | undefined]>
  > = {
    'a policy without waves': ['', '', undefined],
    'no zone any more': [waits, undefined, undefined],
    'a wave more that waits': ['', waits, undefined],
    'more surfaces that wait': [waits, waits.replace('`,', '`, `src/b/**`,'), undefined],
    'a wave that was reviewed, as it was': [two, `${two}\n${waits}`, undefined],
    'a review that is new': ['', two, /surfaces of wave 2 are open once compliance has reviewed them/u],
    'another day of a review': [two, two.replace('01-02', '01-01'), /wave 2/u],
    'another surface of a review': [two, two.replace('src/a', 'src/b'), /wave 2/u],
    'two at once': [waits, `${two}\n**Wave 3:** \`src/c/**\`, compliance review on 2026-01-02`, /waves 2 and 3/u],
    'a later wave under controls that are regulated no more': [
      '**Controls:** regulated\n**Wave 2:** `src/a/**`',
      '**Wave 2:** `src/a/**`, from 2026-01-02',
      /wave 2/u,
    ],
  };
  for (const [title, [before, after, asks]] of Object.entries(cases))
    it(`${asks === undefined ? 'asks nobody about' : 'has compliance sign'} ${title}`, () => {
      const texts = wavesOf(before, after);
      assert.equal(texts.length, asks === undefined ? 0 : 1);
      if (asks !== undefined) assert.match(texts[0] ?? '', asks);
    });
});
