import type { Finding, Review } from './review.js';

/** What no check could decide and the engineering DRI confirms on the pull request: it is no fault, and nobody else is asked. */
export function listToConfirm({ items, findings }: Review): readonly Finding[] {
  const open = new Set(
    items.flatMap(({ check, verdict, by }) =>
      verdict === 'attest' && by !== 'author' && check !== undefined ? [check] : [],
    ),
  );
  return findings.filter(({ check, severity }) => severity === 'note' && open.has(check));
}
