import { normalizeHandle } from '../asking.js';
import { uniqueReasons } from './unique-reasons.js';
import type { Ownership } from '../codeowners/owner-index.js';
import type { Codeowners, CodeownersRule, Condition, Judgement, Reason, RosterRow, ZoneRule } from '../policy.js';
import type { ClosingRule, OpeningRule, TipRules } from './tip-rules.js';

/** Who asks, as one row of the table: a PM of the roster, someone who is not on it, or anyone where there is no roster. */
export interface Asker {
  readonly rostered: boolean;
  readonly row: RosterRow | undefined;
}

/** What is known of a path before the table is read. */
export interface StandingFacts {
  /** Why it is no plain path (row 1): "it is …", or the end of "its name …". */
  readonly unsafe: string | undefined;
  /** Why it steers people, agents or machines (row 2), as the end of "It …". */
  readonly protected: string | undefined;
  readonly ownership: Ownership;
  readonly closings: readonly ClosingRule[];
  readonly openings: readonly OpeningRule[];
  /** The path lies in one of the asker's feature folders. */
  readonly inFeatureFolder: boolean;
}

/** Reads design §4's table for one asker under one commit's policy: the first row that holds decides. */
export function decideStanding(tip: TipRules, asker: Asker, facts: StandingFacts): Judgement {
  const { ownership, openings, inFeatureFolder } = facts;
  const { owners } = ownership;
  const opened = openings.flatMap(({ allow }) => allow ?? none);
  const paired = facts.closings.flatMap(({ kind, rule }) => (kind === 'pair' ? (rule ?? none) : none));
  const forbids = reasonsOf(withoutYielding(facts.closings, [...opened, ...paired]), 'forbid');
  const pairs = reasonsOf(withoutYielding(facts.closings, opened), 'pair');
  const protecting = reasonsOf(facts.closings, 'protected');
  const withheld = reasonsOf(facts.closings, 'withheld');
  const specifics = ownerReasons(tip, ownership.rules);
  const owned = inFeatureFolder
    ? ownerReasons(
        tip,
        ownership.rules.filter((rule) => !answersFor(asker.row as RosterRow, rule)),
      )
    : specifics;
  const allows = reasonsOf(openings, 'allow');
  const planning = reasonsOf(openings, 'planning-doc');
  const own = asker.row?.featureFolders ?? none;
  const isOwnedAlone = facts.closings.length === 0 && openings.length === 0;
  const rest = isOwnedAlone ? [specifics] : [protecting, forbids, specifics, pairs, withheld, planning, allows];

  if (facts.unsafe !== undefined) {
    const name = /^it (?:is|lies) /u.test(facts.unsafe) ? '' : 'its name ';
    return judged('locked', 1, owners, [builtIn(tip, `No plain path: ${name}${facts.unsafe}.`)], rest);
  }
  if (facts.protected !== undefined)
    return judged('locked', 2, owners, [builtIn(tip, `It ${facts.protected}, which no PM zone opens.`)], rest);
  if (protecting.length > 0) return judged('locked', 2, owners, protecting, rest);
  if (forbids.length > 0) return judged('locked', 3, owners, forbids, rest);
  if (owned.length > 0) return judged('locked', 4, owners, owned, rest);
  if (tip.zone === undefined) return judged('pair', 8, owners, [builtIn(tip, noPolicy)], rest);
  if (pairs.length > 0) return judged('pair', '3a', owners, pairs, rest);
  if (asker.row?.revoked === true) return judged('pair', 5, owners, [revokedReason(tip, asker.row)], rest);
  if (own.length > 0 && !inFeatureFolder) return judged('pair', 5, owners, [folderReason(tip, asker)], rest);
  const conditions = unite(openings);
  const demandsFolder = conditions.some(({ kind }) => kind === 'feature-folder');
  if (asker.rostered && own.length === 0 && demandsFolder)
    return judged('pair', 5, owners, [folderReason(tip, asker)], rest);
  const isOpen = planning.length > 0 || allows.length > 0;
  if (isOpen && tip.error !== undefined) return judged('pair', 8, owners, [reasonOf(tip.error)], rest);
  if (isOpen && tip.closed !== undefined && (tip.closed.isOver || planning.length === 0))
    return judged('pair', 8, owners, [tip.closed.reason], rest);
  if (withheld.length > 0 && planning.length === 0) return judged('pair', 8, owners, withheld, rest);
  if (planning.length > 0) return judged('editable', 6, owners, planning, rest);
  if (allows.length > 0) return { ...judged('editable', 7, owners, allows, rest), conditions };
  return judged('pair', 8, owners, [builtIn(tip, outside)], rest);
}

/** What closes but those against which one of these rules holds. */
function withoutYielding(closings: readonly ClosingRule[], others: readonly ZoneRule[]): readonly ClosingRule[] {
  return closings.filter(({ yieldsTo }) => !others.some((other) => yieldsTo?.(other) === true));
}

/** `because` says the deciding reasons first, then the rest, each once. */
function judged(
  standing: Judgement['standing'],
  row: Judgement['row'],
  owners: readonly string[],
  deciding: readonly Reason[],
  rest: readonly (readonly Reason[])[],
): Judgement {
  return { standing, row, conditions: noConditions, owners, because: uniqueReasons(deciding, rest) };
}

const noConditions: readonly Condition[] = [];

/** Whether a CODEOWNERS rule keeps a PM out who has nobody among its owners: it has owners, and not for everything. */
export function isSpecific(rule: CodeownersRule): boolean {
  return rule.owners.length > 0 && (rule.pattern.length > 3 || !catchAlls.has(rule.pattern));
}

/** Whether an owner is among the people who answer for the PM: her reviewers and engineering DRIs, in any case. */
export function answersFor(row: RosterRow, rule: CodeownersRule): boolean {
  const people = new Set([...row.reviewers, ...row.engineeringDris].map(normalizeHandle));
  return rule.owners.some((owner) => people.has(normalizeHandle(owner)));
}

const catchAlls: ReadonlySet<string> = new Set(['*', '**', '/**']);

const noPolicy =
  'No PM zone policy was found, so nothing is open to a PM alone. Ask an engineer to write a “PM zone” section in CLAUDE.md.';
const outside = 'Outside the PM zone: no rule opens it to PMs';

function folderReason(tip: TipRules, { row }: Asker): Reason {
  if (row === undefined)
    return { file: tip.file, line: 0, text: 'Not on the list of PMs, so no feature folder is theirs.' };
  const text =
    row.featureFolders.length === 0
      ? `Outside every feature folder: ${row.pm} has none`
      : `Outside the feature folders of ${row.pm} (${row.featureFolders.join(', ')})`;
  return { file: row.file ?? tip.file, line: row.line, text };
}

function revokedReason(tip: TipRules, { pm, line, file = tip.file }: RosterRow): Reason {
  return { file, line, text: `${pm} is revoked on the list of PMs, so nothing is open to them alone` };
}

const none: readonly never[] = [];

function builtIn({ file }: TipRules, text: string): Reason {
  return { file, line: 0, text };
}

/** Of the rules that keep a PM out. Where one rule decides, as nearly always, the list has no room for more. */
function ownerReasons({ codeowners }: TipRules, rules: readonly CodeownersRule[]): readonly Reason[] {
  if (rules.length === 0) return none;
  const { file } = codeowners as Codeowners;
  const specific = rules.length > 1 || !isSpecific(rules[0] as CodeownersRule) ? rules.filter(isSpecific) : rules;
  return specific.map(({ line, text }) => ({ file, line, text }));
}

function reasonsOf<K extends string>(
  rules: readonly { readonly kind: K; readonly reason: Reason }[],
  wanted: K,
): readonly Reason[] {
  return rules.length === 0 ? none : rules.filter(({ kind }) => kind === wanted).map(({ reason }) => reason);
}

function reasonOf({ file, line, message }: { file: string; line: number; message: string }): Reason {
  return { file, line, text: message };
}

function unite(openings: readonly OpeningRule[]): readonly Condition[] {
  const conditions =
    openings.length === 1 ? (openings[0] as OpeningRule).conditions : openings.flatMap((each) => each.conditions);
  if (conditions.length < 2) return conditions;
  return [...new Map(conditions.map((condition) => [`${condition.kind} ${condition.text}`, condition])).values()];
}
