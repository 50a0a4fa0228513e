import type { Result } from 'sarif';
import type { GateItem, GateVerdict } from '../gate/gate-verdict.js';
import { atPolicy, resultOf, writeSarif } from './format-sarif.js';
import { describeItem } from './gate-words.js';

/**
 * The gate's verdict as a SARIF 2.1.0 log: its findings without those that were waived, and each open item as a result of kind "open", which is
 * no fault of the code, with who closes it and how.
 */
export function formatGateSarif({ review, waived, items }: GateVerdict): string {
  const findings = review.findings.filter(({ id }) => !waived.has(id));
  const open = items.filter(({ state }) => state === 'pm' || state === 'waits');
  return writeSarif(review, [...findings.map(resultOf), ...open.map(openResult)]);
}

function openResult(item: GateItem): Result {
  return {
    ruleId: item.id,
    kind: 'open',
    level: 'none',
    message: { text: `${item.text}: ${describeItem(item)}` },
    locations: [...atPolicy],
    properties: { ...(item.waitsFor && { waitsFor: [...item.waitsFor] }) },
  };
}
