import { pluralize } from '../../text/pluralize.js';
import type { IndexedOwners, Ownership } from '../codeowners/owner-index.js';
import type { CodeownersRule, PolicyProblem, RosterRow, Zone } from '../policy.js';
import { samplePaths } from '../sample-paths.js';
import { answersFor, isSpecific } from '../standing/decide-standing.js';
import { protectedFileOf } from '../standing/protected-files.js';
import type { RuleMatches } from './match-rules.js';

/**
 * Forbids that the host does not hold: nobody owns what is under them, or nobody besides who reviews the PM's work anyway. With a roster a line for
 * everything (`*`) backs where it names somebody else; without one nobody knows whom it would have to be, so that only a line of its own does.
 */
export function findUnbackedForbids(
  zone: Zone,
  matches: readonly RuleMatches[],
  owners: IndexedOwners | undefined,
): readonly PolicyProblem[] {
  const forbids = matches.filter(({ rule }) => rule.effect === 'forbid');
  const [first] = forbids;
  if (first === undefined) return [];
  const problemAt = ({ rule }: RuleMatches, message: string): PolicyProblem => ({
    severity: 'warning',
    file: rule.file ?? zone.file,
    line: rule.line,
    message,
  });
  if (owners === undefined) {
    const message =
      'There is no CODEOWNERS file, so what PMs cannot touch holds by convention only. Ask an engineer to add one.';
    return [{ ...problemAt(first, message), mend: { owned: 'glob', name: first.rule.glob } }];
  }
  const rows = (zone.roster ?? []).filter(({ revoked }) => revoked !== true);
  const lacking = findLacking(owners, rows);
  const whyBare = (path: string): string =>
    rows.length === 0 && owners.find(path).rules.some((rule) => isAsked(rule, owners))
      ? 'CODEOWNERS has nothing there but a line for everything, whose owners may be the PMs: no list says who they are. Ask an engineer to add the list of PMs, or a line for it.'
      : 'no line of CODEOWNERS backs it. Ask an engineer to add one.';
  return forbids.flatMap((each): readonly PolicyProblem[] => {
    const { rule, count, paths } = each;
    const files = count === 0 ? samplePaths(rule) : paths;
    const all = files.filter((path) => lacking(path) === 'nobody');
    // Manifests and locks are often left without an owner, for bots; they are locked without this line.
    const bare = all.length < files.length ? all.filter((path) => !isLockedAnyway(path)) : all;
    const [example] = bare;
    const among = (some: readonly string[]): string =>
      count === 0
        ? ''
        : ` (${some.length} of ${pluralize(files.length, 'file', 'files')}, like ${some.slice(0, 1).join('')})`;
    if (example !== undefined) {
      const message = `\`${rule.glob}\` holds by convention only${among(bare)}, since ${whyBare(example)}`;
      return [{ ...problemAt(each, message), mend: { owned: 'glob', name: rule.glob } }];
    }
    const own = files.filter((path) => typeof lacking(path) === 'object');
    const [inside] = own;
    if (inside === undefined) return [];
    const pms = (lacking(inside) as readonly string[]).slice(0, 3).join(', ');
    const message = `\`${rule.glob}\` is held by nobody else: only those who review ${pms} or answer for them (DRIs) own it${among(own)}, ${owners.find(inside).owners.slice(0, 5).join(', ')}, who approve their work anyway. Ask an engineer to name other owners for it in CODEOWNERS.`;
    return [{ ...problemAt(each, message), mend: { owned: 'glob', name: rule.glob } }];
  });
}

/** Who is lacking where a path changes: an owner at all, or for these PMs one who does not review them; `undefined` where the host holds it. */
type Lacking = 'nobody' | readonly string[] | undefined;

/** Paths with the same owners share the answer. */
export function findLacking(owners: IndexedOwners, rows: readonly RosterRow[]): (path: string) => Lacking {
  const known = new Map<Ownership, Lacking>();
  const decide = ({ rules }: Ownership): Lacking => {
    const asked = rules.filter((rule) => isAsked(rule, owners));
    if (asked.length === 0 || (rows.length === 0 && !asked.some(isSpecific))) return 'nobody';
    const pms = rows.filter((row) => !asked.some((rule) => hasOthers(row, rule))).map(({ pm }) => pm);
    return pms.length === 0 ? undefined : pms;
  };
  return (path) => {
    const ownership = owners.find(path);
    if (!known.has(ownership)) known.set(ownership, decide(ownership));
    return known.get(ownership);
  };
}

/** Nobody waits for the owners of an optional section. */
function isAsked(rule: CodeownersRule, { sections }: IndexedOwners): boolean {
  return rule.owners.length > 0 && sections[rule.section]?.optional !== true;
}

/** Whether a line names somebody who does not answer for the PM. */
function hasOthers(row: RosterRow, rule: CodeownersRule): boolean {
  return rule.owners.some((owner) => !answersFor(row, { ...rule, owners: [owner] }));
}

/** A path that is locked whatever the policy says, by its name. */
export function isLockedAnyway(path: string): boolean {
  return protectedFileOf(path) !== undefined;
}
