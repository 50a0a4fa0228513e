import { indexOwners, type OwnerIndex } from '../codeowners/owner-index.js';
import { indexPaths, type PathIndex } from '../path-index/path-index.js';
import type { PathPattern } from '../globs/path-pattern.js';
import type { Codeowners, Condition, PolicyTip, PolicyProblem, Reason, Zone } from '../policy.js';
import { findTipErrors } from '../policy-errors.js';
import { compileZoneGlob } from '../globs/zone-glob.js';

/** A glob that closes: of a forbid rule, or of the audit log. */
export interface ClosingRule {
  readonly kind: 'forbid' | 'audit-log';
  readonly reason: Reason;
}

/** A glob that opens: of an allow rule, or of planning docs. */
export interface OpeningRule {
  readonly kind: 'allow' | 'planning-doc';
  readonly reason: Reason;
  readonly conditions: readonly Condition[];
}

/** Rules whose globs are in one index; a rule that matches by several patterns is found once. */
export interface IndexedRules<T> {
  readonly paths: PathIndex;
  readonly rulesOf: (matching: readonly number[]) => readonly T[];
}

/** The rules of one commit's policy, ready to match. */
export interface TipRules {
  /** How the commit is called, to name it where there are several. */
  readonly ref: string;
  /** The policy's file; '' where there is no policy. */
  readonly file: string;
  readonly zone: Zone | undefined;
  /** The first problem that leaves what is open undecided. */
  readonly error: PolicyProblem | undefined;
  readonly codeowners: Codeowners | undefined;
  readonly owners: OwnerIndex;
  /** Matches folded paths. */
  readonly closings: IndexedRules<ClosingRule>;
  readonly openings: IndexedRules<OpeningRule>;
}

/** Compiles the policy of one commit. Throws on no policy; a glob that cannot be used opens nothing. */
export function compileTip(tip: PolicyTip): TipRules {
  const { zone } = tip;
  return {
    ref: tip.ref,
    file: zone?.file ?? '',
    zone,
    error: findTipErrors(tip)[0],
    codeowners: tip.codeowners,
    owners: indexOwners(tip.codeowners ?? noCodeowners),
    closings: indexRules(zone === undefined ? [] : closingsOf(zone), 'forbid'),
    openings: indexRules(zone === undefined ? [] : openingsOf(zone), 'allow'),
  };
}

const noCodeowners = { file: '', dialect: 'github', sections: [], rules: [], problems: [] } as const;

type Written<T> = readonly [glob: string, rule: T];

function closingsOf(zone: Zone): Written<ClosingRule>[] {
  const forbids = zone.rules.filter(({ effect }) => effect === 'forbid');
  return [
    ...forbids.map((rule): Written<ClosingRule> => [
      rule.glob,
      { kind: 'forbid', reason: { file: zone.file, line: rule.line, text: rule.text } },
    ]),
    ...zone.settings.auditLog.map((glob): Written<ClosingRule> => [
      glob,
      { kind: 'audit-log', reason: { file: zone.file, line: zone.line, text: `Audit log: ${glob}` } },
    ]),
  ];
}

function openingsOf(zone: Zone): Written<OpeningRule>[] {
  // The longest glob says most of what it is for, so it comes first among those that match.
  const allows = zone.rules
    .filter(({ effect }) => effect === 'allow')
    .sort((one, other) => other.glob.length - one.glob.length);
  return [
    ...allows.map((rule): Written<OpeningRule> => [
      rule.glob,
      { kind: 'allow', reason: { file: zone.file, line: rule.line, text: rule.text }, conditions: rule.conditions },
    ]),
    ...zone.settings.planningDocs.map((glob): Written<OpeningRule> => [
      glob,
      {
        kind: 'planning-doc',
        reason: { file: zone.file, line: zone.line, text: `Planning docs: ${glob}` },
        conditions: [],
      },
    ]),
  ];
}

const none: readonly never[] = [];

function indexRules<T>(written: readonly Written<T>[], effect: 'allow' | 'forbid'): IndexedRules<T> {
  const patterns: PathPattern[] = [];
  const rules: T[] = [];
  for (const [glob, rule] of written) {
    for (const pattern of compileZoneGlob(glob, effect).patterns) {
      patterns.push(pattern);
      rules.push(rule);
    }
  }
  return {
    paths: indexPaths(patterns),
    rulesOf: (matching) => {
      if (matching.length < 2) return matching.length === 0 ? none : [rules[matching[0] as number] as T];
      return [...new Set(matching.flatMap((number) => rules.slice(number, number + 1)))];
    },
  };
}
