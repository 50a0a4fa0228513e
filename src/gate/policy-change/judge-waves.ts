import { asksForReview } from '../../policy/pilot-days.js';
import type { Policy, Wave, ZoneSettings } from '../../policy/policy.js';
import type { GateItem } from '../items/gate-item.js';
import { readComplianceWord } from './compliance-word.js';
import type { WordOfOwners } from './required-owners.js';

/**
 * That compliance signs where a wave is said to have been reviewed, or where surfaces that wait for a review would no longer (seed 000: a wave of
 * sensitive surfaces "requires a fresh compliance review before it begins"). The day in the policy is only somebody's word; the approval of the pull
 * request that writes it is compliance's.
 */
export function judgeWaves(policy: Policy, proposed: Policy, word: WordOfOwners): readonly GateItem[] {
  const [before, after] = [policy, proposed].map(({ tips: [{ zone }] }) => zone?.settings);
  const numbers = [...new Set([...claimed(before, after), ...released(before, after)])].sort(
    (one, other) => one - other,
  );
  if (numbers.length === 0) return [];
  const waves = `${numbers.length > 1 ? 'waves' : 'wave'} ${numbers.join(' and ')}`;
  const { proof, nobody } = readComplianceWord(policy, word);
  const how = `By this the review for compliance of ${waves} is done, or no longer asked for.${nobody} ${proof.how ?? ''}`;
  return [
    {
      id: 'policy-wave',
      section: 'Scope',
      text: `The surfaces of ${waves} are open once compliance has reviewed them`,
      ...proof,
      ...(proof.state !== 'done' && { how }),
    },
  ];
}

/** Waves that are said to have been reviewed for compliance, on a day or for a surface of which the base does not say so. */
function claimed(before: ZoneSettings | undefined, after: ZoneSettings | undefined): readonly number[] {
  const known = new Set(before?.waves?.flatMap(reviewsOf));
  return (after?.waves ?? [])
    .filter((wave) => reviewsOf(wave).some((each) => !known.has(each)))
    .map(({ number }) => number);
}

function reviewsOf({ globs, reviewed }: Wave): readonly string[] {
  return reviewed === undefined ? [] : globs.map((glob) => `${reviewed} ${glob}`);
}

/** Waves of the base that wait for a review, with a surface that would wait for none; without a zone nothing is open. */
function released(before: ZoneSettings | undefined, after: ZoneSettings | undefined): readonly number[] {
  if (after === undefined) return [];
  const waiting = new Set(waitingOf(after).flatMap(({ globs }) => globs));
  return waitingOf(before)
    .filter(({ globs }) => globs.some((glob) => !waiting.has(glob)))
    .map(({ number }) => number);
}

function waitingOf(
  { waves = [], controls }: Pick<ZoneSettings, 'waves' | 'controls'> = { controls: 'standard' },
): readonly Wave[] {
  return waves.filter((wave) => wave.reviewed === undefined && asksForReview(wave, controls));
}
