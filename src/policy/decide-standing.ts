import type { Ownership } from './owner-index.js';
import type { Codeowners, CodeownersRule, Condition, Judgement, Reason, RosterRow } from './policy.js';
import type { Closing, Opening, TipRules } from './tip-rules.js';

/** Who asks, as one row of the table: a PM of the roster, someone who is not on it, or anyone where there is no roster. */
export interface Asker {
  readonly rostered: boolean;
  readonly row: RosterRow | undefined;
}

/** What is known of a path before the table is read. */
export interface PathFacts {
  /** Why it is no plain path (row 1): "it is …", or the end of "its name …". */
  readonly hostile: string | undefined;
  /** Why it steers people, agents or machines (row 2), as the end of "It …". */
  readonly control: string | undefined;
  readonly ownership: Ownership;
  readonly closings: readonly Closing[];
  readonly openings: readonly Opening[];
  /** The path lies in one of the asker's feature folders. */
  readonly inFeatureFolder: boolean;
}

/** Reads design §4's table for one asker under one commit's policy: the first row that holds decides. */
export function decideStanding(tip: TipRules, asker: Asker, facts: PathFacts): Judgement {
  const { ownership, openings, inFeatureFolder } = facts;
  const forbids = reasonsOf(facts.closings, 'forbid');
  const audits = reasonsOf(facts.closings, 'audit-log');
  const specific = ownership.rules.filter(isSpecific);
  const owned = inFeatureFolder ? specific.filter((rule) => !answersFor(asker.row as RosterRow, rule)) : specific;
  const allows = reasonsOf(openings, 'allow');
  const planning = reasonsOf(openings, 'planning-doc');
  const own = asker.row?.featureFolders ?? [];
  const conditions = unite(openings.flatMap((opening) => opening.conditions));
  const demandsFolder = conditions.some(({ kind }) => kind === 'feature-folder');

  const builtIn = (text: string): Reason => ({ file: tip.file, line: 0, text });
  const ownerReason = ({ line, text }: CodeownersRule): Reason => ({
    file: (tip.codeowners as Codeowners).file,
    line,
    text,
  });
  const rest = [...audits, ...forbids, ...specific.map(ownerReason), ...planning, ...allows];
  const judged = (
    standing: Judgement['standing'],
    row: Judgement['row'],
    deciding: readonly Reason[],
    demanded: readonly Condition[] = [],
  ): Judgement => ({
    standing,
    row,
    conditions: demanded,
    owners: ownership.owners,
    because: distinct([...deciding, ...rest]),
  });

  if (facts.hostile !== undefined)
    return judged('locked', 1, [
      builtIn(`No plain path: ${facts.hostile.startsWith('it is ') ? '' : 'its name '}${facts.hostile}.`),
    ]);
  if (facts.control !== undefined)
    return judged('locked', 2, [builtIn(`It ${facts.control}, which no PM zone opens.`)]);
  if (audits.length > 0) return judged('locked', 2, audits);
  if (forbids.length > 0) return judged('locked', 3, forbids);
  if (owned.length > 0) {
    return judged('locked', 4, owned.map(ownerReason));
  }
  if (tip.zone === undefined) return judged('pair', 8, [builtIn(noPolicy)]);
  if (own.length > 0 && !inFeatureFolder) return judged('pair', 5, [folderReason(tip, asker)]);
  if (asker.rostered && own.length === 0 && demandsFolder) return judged('pair', 5, [folderReason(tip, asker)]);
  const isOpen = planning.length > 0 || allows.length > 0;
  if (isOpen && tip.error !== undefined) return judged('pair', 8, [reasonOf(tip.error)]);
  if (planning.length > 0) return judged('editable', 6, planning);
  if (allows.length > 0) return judged('editable', 7, allows, conditions);
  return judged('pair', 8, [builtIn(outside)]);
}

/** Whether a CODEOWNERS rule keeps a PM out who has nobody among its owners: it has owners, and not for everything. */
export function isSpecific(rule: CodeownersRule): boolean {
  return rule.owners.length > 0 && !catchAlls.has(rule.pattern);
}

/** Whether an owner is among the people who answer for the PM: her reviewers and engineering DRIs, in any case. */
export function answersFor(row: RosterRow, rule: CodeownersRule): boolean {
  const people = new Set([...row.reviewers, ...row.engineeringDris].map(plainHandle));
  return rule.owners.some((owner) => people.has(plainHandle(owner)));
}

const catchAlls: ReadonlySet<string> = new Set(['*', '**', '/**']);

const noPolicy =
  'No PM zone policy was found, so nothing is open to a PM alone. Ask engineering to write a "PM zone" section in CLAUDE.md.';
const outside = 'Outside the PM zone: no rule opens it to PMs';

function plainHandle(name: string): string {
  return name.trim().toLowerCase().replace(/^@/u, '');
}

function folderReason({ file }: TipRules, { row }: Asker): Reason {
  if (row === undefined)
    return { file, line: 0, text: 'Not on the roster of pilot PMs, so no feature folder is theirs.' };
  const text =
    row.featureFolders.length === 0
      ? `Outside every feature folder: ${row.pm} has none`
      : `Outside the feature folders of ${row.pm} (${row.featureFolders.join(', ')})`;
  return { file, line: row.line, text };
}

const none: readonly Reason[] = [];

function reasonsOf<K extends string>(
  rules: readonly { readonly kind: K; readonly reason: Reason }[],
  wanted: K,
): readonly Reason[] {
  return rules.length === 0 ? none : rules.filter(({ kind }) => kind === wanted).map(({ reason }) => reason);
}

function reasonOf({ file, line, message }: { file: string; line: number; message: string }): Reason {
  return { file, line, text: message };
}

function unite(conditions: readonly Condition[]): readonly Condition[] {
  if (conditions.length < 2) return conditions;
  return [...new Map(conditions.map((condition) => [`${condition.kind} ${condition.text}`, condition])).values()];
}

/** Each reason once. */
function distinct(reasons: readonly Reason[]): readonly Reason[] {
  if (reasons.length > mostCompared)
    return [...new Map(reasons.map((reason) => [`${reason.line} ${reason.file} ${reason.text}`, reason])).values()];
  const found: Reason[] = [];
  for (const reason of reasons) if (!found.some((other) => isSame(reason, other))) found.push(reason);
  return found;
}

/** So few reasons are compared with each other. */
const mostCompared = 16;

function isSame(one: Reason, other: Reason): boolean {
  return one === other || (one.line === other.line && one.text === other.text && one.file === other.file);
}
