import type { ZoneRule } from '../policy.js';
import { coversRule } from '../sample-paths.js';

/**
 * Of rules that close what unknown words name, those that name less than an allow: whoever speaks of one file or folder of many opens or closes it by words
 * that nobody has to understand. What is opened by the very same name is left, since such words may only describe it.
 */
export function closeNarrower(named: readonly ZoneRule[], rules: readonly ZoneRule[]): readonly ZoneRule[] {
  const allows = rules.filter(({ effect }) => effect === 'allow');
  return named.filter((rule) => {
    const inner: ZoneRule = { ...rule, effect: 'allow' };
    return allows.some((allow) => coversRule([allow], inner) && !coversRule([inner], allow));
  });
}
