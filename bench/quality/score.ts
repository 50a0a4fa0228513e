import type { Finding, Review } from '../../src/review/review.js';
import type { Case, Expected } from './case.js';

/** How the reports of one check compare with what a case expects. Each report and each expectation is counted once. */
export interface Score {
  readonly right: readonly Finding[];
  readonly wrong: readonly Finding[];
  readonly missed: readonly Expected[];
  /** Of what is missed, that which the check leaves to an engineer to confirm: it does not go on in silence. */
  readonly left: readonly Expected[];
  /** Does an engineer have to confirm what the check could not tell? */
  readonly isAsked: boolean;
}

/** `review` is what `pm-zone review --format json` says of the case. */
export function scoreCase(each: Case, review: Review): Score {
  const findings = review.findings.filter((finding) => isAlarm(each, finding));
  const open = new Set(each.expect);
  const matches = findings.map((finding) => {
    const found = [...open].find((expected) => isSame(finding, expected));
    if (found) open.delete(found);
    return found !== undefined || each.expect.some((expected) => isSame(finding, expected));
  });
  const missed = each.undecided ? [] : [...open];
  const notes = review.findings.filter(({ check, severity }) => check === each.check && severity === 'note');
  return {
    right: findings.filter((_, index) => matches[index]),
    // Who cannot tell may say so.
    wrong: each.undecided ? [] : findings.filter((_, index) => !matches[index]),
    missed,
    left: missed.filter((expected) => notes.some((note) => isSame(note, expected))),
    isAsked: notes.length > 0,
  };
}

/** A note blocks nothing, so it is no alarm. */
function isAlarm({ check, gone = false }: Case, finding: Finding): boolean {
  if (finding.severity === 'note') return false;
  if (check === 'all') return true;
  return finding.check === check && (check !== 'copy-catalog' || (finding.key?.kind === 'lost') === gone);
}

function isSame(finding: Finding, { path, key, line }: Expected): boolean {
  if (finding.path !== path) return false;
  const name = finding.key?.name;
  if (key !== undefined && name !== undefined) return isSameKey(segmentsOf(name), segmentsOf(key));
  if (line !== undefined && finding.line !== undefined) return Math.abs(finding.line - line) <= 2;
  return true;
}

/** One may name more of the scope than the other, or the locale or the plural form besides. */
function isSameKey(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.some((_, start) => short.every((name, index) => long[start + index] === name));
}

function segmentsOf(key: string): readonly string[] {
  return key.split(/[^\p{L}\p{N}_-]+/u).filter((name) => name !== '');
}
