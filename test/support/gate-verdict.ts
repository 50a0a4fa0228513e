import type { GateVerdict } from '../../src/gate/gate-verdict.js';
import type { Finding, Review, ReviewItem } from '../../src/review/review.js';

/** A review of a pilot PM's change, of which nothing was found; the rest as it is given. */
export function reviewWith(changes: Partial<Review> = {}): Review {
  return {
    verdict: 'ready',
    moment: 'pull-request',
    base: { ref: 'main', commit: 'b'.repeat(40) },
    head: { ref: 'pm/home', commit: 'a'.repeat(40) },
    policy: { ref: 'main', commit: 'b'.repeat(40), preview: false },
    author: { names: ['@maya'], kind: 'pilot-pm' },
    files: 1,
    items: [],
    findings: [],
    crashes: [],
    ...changes,
  };
}

/** A verdict of the gate that is ready; the rest as it is given. */
export function verdictWith({ review, ...changes }: Partial<GateVerdict> = {}): GateVerdict {
  return {
    outcome: 'ready',
    pullRequest: { host: 'https://github.com', repository: 'org/app', number: 7 },
    whose: {
      kind: 'pilot-pm',
      asking: { kind: 'pilot-pm', names: ['@maya'], rows: [] },
      names: ['@maya'],
      said: 'This is a change of Maya @maya.',
      unknown: [],
      unreadTeams: [],
    },
    review: review ?? reviewWith(),
    files: [],
    items: [],
    waits: [],
    troubles: [],
    problems: [],
    policyChange: undefined,
    planToProve: undefined,
    waived: new Map(),
    ...changes,
  };
}

export function finding(changes: Partial<Finding> = {}): Finding {
  return { check: 'size', severity: 'needs-fix', message: 'Too large.', because: [], ...changes };
}

export function reviewItem(changes: Partial<ReviewItem> = {}): ReviewItem {
  return { id: 'docs', section: 'Docs', text: 'Docs are true', verdict: 'attest', ...changes } as ReviewItem;
}
