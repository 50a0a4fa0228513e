import type { DiskCache } from '../git/disk-cache.js';
import type { TrackedPaths } from '../git/list-tracked.js';
import { findRows } from '../policy/asking.js';
import { editRoster, type EditedRoster, type RosterCells, type RosterEdit } from '../policy/edit-roster.js';
import { checkPolicy } from '../policy/check-policy.js';
import type { Policy, PolicyProblem, PolicyTip, RosterRow, Zone } from '../policy/policy.js';
import { findTipErrors } from '../policy/policy-errors.js';
import { readTip } from '../policy/read-tip.js';
import { revisionWith, workingCopy } from '../policy/revision.js';
import { comparePolicies, type PolicyComparison } from './compare-policies.js';
import { summarizeZone, type PersonSummary } from './summarize-zone.js';

/** What is to become of the list of PMs. `who` is a handle, an address or a name of the list. */
export type RosterRequest =
  | { readonly kind: 'add'; readonly row: Omit<RosterRow, 'line' | 'file' | 'revoked'> }
  | { readonly kind: 'revoke'; readonly who: string }
  | { readonly kind: 'move'; readonly who: string; readonly to: Partial<Omit<RosterRow, 'line' | 'file' | 'revoked'>> };

/** An edit of the list of PMs in the working copy, and what it opens and closes there. */
export interface RosterProposal extends EditedRoster {
  readonly file: string;
  readonly original: string;
  readonly comparison: PolicyComparison;
  /** What it comes to for each PM whose row is another. */
  readonly people: readonly PersonSummary[];
  /** What would be said of these rows. */
  readonly problems: readonly PolicyProblem[];
}

interface Place {
  readonly root: string;
  readonly cache: DiskCache;
  readonly tracked: TrackedPaths;
  readonly today: string;
}

/**
 * Edits the list of PMs as it lies on the disk, and reads the result as any policy is read: where that does not mean exactly what was asked, or is
 * an error, nothing is proposed but a sentence that says why.
 */
export async function proposeRoster(
  request: RosterRequest,
  { root, cache, tracked, today }: Place,
): Promise<RosterProposal | { readonly refused: string }> {
  const disk = workingCopy(root);
  const tip = await readTip(disk, cache);
  const { zone } = tip;
  if (zone?.roster === undefined)
    return {
      refused:
        'the policy on your disk has no list of PMs. Write its table first, with one row (docs/for-engineers.md).',
    };
  const rows = 'who' in request ? rowsOf(zone.roster, request.who) : [];
  const fault = findFault(request, zone, rows);
  if (fault !== undefined) return { refused: fault };
  const edits = editsOf(request, rows);
  const file = (rows[0] ?? zone.roster[0])?.file ?? zone.file;
  const original = new TextDecoder('utf-8', { ignoreBOM: true }).decode((await disk.read([file])).get(file)?.content);
  const edited = editRoster(original, edits);
  if (edited === undefined) return { refused: `the list of PMs in ${file} could not be found as a table to edit.` };
  const others = new Map([[file, new TextEncoder().encode(edited.text)]]);
  const after = await readTip(revisionWith(disk, others), cache);
  const wrong = findDifference(tip, after, expectedRows(request, zone.roster, rows));
  if (wrong !== undefined) return { refused: wrong };
  const comparison = comparePolicies(only(tip), only(after), tracked, today);
  const same = new Set(keysOf(zone.roster));
  const changed = (after.zone?.roster ?? []).filter((row) => !same.has(keyOf(row)));
  const lines = new Set(changed.map(({ line }) => line));
  const people = summarizeZone(only(after), tracked, today).people.filter(
    ({ person }) => person !== undefined && lines.has(person.line),
  );
  const problems = checkPolicy(after, tracked.paths).filter((each) => each.file === file && lines.has(each.line));
  return { ...edited, file, original, comparison, people, problems };
}

function only(tip: PolicyTip): Policy {
  return { tips: [tip], preview: true };
}

function rowsOf(roster: readonly RosterRow[], who: string): readonly RosterRow[] {
  const named = roster.filter((row) => findRows([row], [who]).length > 0);
  return named.length > 0 ? named : roster.filter(({ pm }) => pm.toLowerCase() === who.toLowerCase());
}

function findFault(
  request: RosterRequest,
  { roster = [], file }: Zone,
  rows: readonly RosterRow[],
): string | undefined {
  if (request.kind === 'add') {
    const { handles, emails } = request.row;
    const known = roster.find((row) => findRows([row], [...handles, ...emails]).length > 0);
    if (known === undefined) return undefined;
    const how = known.revoked
      ? 'They are revoked there: have that row say “active” by an edit of your own, so that it is seen for what it is.'
      : 'To give them another surface use pm-zone roster move.';
    return `${known.pm} stands in line ${known.line} of ${known.file ?? file} already. ${how}`;
  }
  const [first] = rows;
  if (first === undefined)
    return `${request.who} is on no row of the list of PMs. Name a handle or an address as it stands there.`;
  if (new Set(rows.map(({ pm }) => pm)).size > 1)
    return `${request.who} may be ${rows.map(({ pm }) => pm).join(' or ')}: name a handle.`;
  if (new Set(rows.map((row) => row.file)).size > 1)
    return `the rows of ${first.pm} stand in several files. Edit them by hand.`;
  if (request.kind === 'revoke')
    return rows.every(({ revoked }) => revoked) ? `${first.pm} is revoked already (line ${first.line}).` : undefined;
  if (first.revoked) return `${first.pm} is revoked, so nothing is open to them wherever they are.`;
  return rows.length > 1
    ? `${first.pm} has ${rows.length} rows, so nobody can say which is meant. Edit them by hand.`
    : undefined;
}

function editsOf(request: RosterRequest, rows: readonly RosterRow[]): readonly RosterEdit[] {
  switch (request.kind) {
    case 'add':
      return [{ line: 'new', cells: cellsOf(request.row) }];
    case 'revoke':
      return rows.map(({ line }) => ({ line, cells: { status: ['revoked'] } }));
    case 'move':
      return rows.map(({ line }) => ({ line, cells: cellsOf(request.to) }));
  }
}

function cellsOf({ pm, handles, emails, ...rest }: Partial<RosterRow>): RosterCells {
  return {
    ...(pm !== undefined && { pm: [pm] }),
    ...(handles !== undefined && { handle: handles }),
    ...(emails !== undefined && { email: emails }),
    ...(rest.featureFolders !== undefined && { folders: rest.featureFolders }),
    ...(rest.flags !== undefined && { flags: rest.flags }),
    ...(rest.reviewers !== undefined && { reviewers: rest.reviewers }),
    ...(rest.engineeringDris !== undefined && { engineering: rest.engineeringDris }),
    ...(rest.productDris !== undefined && { product: rest.productDris }),
  };
}

function expectedRows(
  request: RosterRequest,
  roster: readonly RosterRow[],
  rows: readonly RosterRow[],
): readonly object[] {
  if (request.kind === 'add') return [...roster, request.row];
  const change = request.kind === 'revoke' ? { revoked: true } : request.to;
  return roster.map((row) => (rows.includes(row) ? { ...row, ...change } : row));
}

/** Why the edited policy does not say what was asked, and nothing else, if so. */
function findDifference(before: PolicyTip, after: PolicyTip, expected: readonly object[]): string | undefined {
  const known = new Set(findTipErrors(before).map(({ message }) => message));
  const error = findTipErrors(after).find(({ message }) => !known.has(message));
  if (error !== undefined) return `that would be an error of the policy. ${error.message}`;
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  const restOf = ({ zone }: PolicyTip): object => ({
    rules: (zone as Zone).rules.map((rule) => ({
      ...rule,
      line: 0,
      conditions: rule.conditions.map((each) => ({ ...each, line: 0 })),
    })),
    prose: (zone as Zone).prose.map(({ text }) => text),
    settings: (zone as Zone).settings,
  });
  if (same(keysOf(after.zone?.roster as readonly RosterRow[]), keysOf(expected)) && same(restOf(before), restOf(after)))
    return undefined;
  return 'the edited list of PMs would not be read as what you asked for: a name, a folder or a flag has signs in it that a table cannot hold, or the row is written in a form of its own. Edit it by hand, and see what pm-zone doctor --worktree says.';
}

/** Rows as they are compared, wherever they stand: tables and files have an order of their own. */
function keysOf(rows: readonly object[]): readonly string[] {
  return rows.map(keyOf).sort();
}

function keyOf(row: object): string {
  const order = [
    'pm',
    'handles',
    'emails',
    'featureFolders',
    'flags',
    'reviewers',
    'engineeringDris',
    'productDris',
    'revoked',
  ];
  return JSON.stringify(row, order);
}
