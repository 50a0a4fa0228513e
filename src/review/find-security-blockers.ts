import type { Section } from './check.js';
import { isSecurity } from './checklist/security-section.js';
import type { Finding, Review } from './review.js';

/** The blockers of security and privacy: with one of them a change does not leave this computer, not even as a draft. */
export function findSecurityBlockers({ findings, items }: Pick<Review, 'findings' | 'items'>): readonly Finding[] {
  return findings.filter(({ check, severity }) => {
    const item = items.find((each) => each.check === check);
    return severity === 'blocker' && isSecurity({ id: check, section: item?.section as Section });
  });
}
