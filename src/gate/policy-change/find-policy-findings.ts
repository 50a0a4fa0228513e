import type { OwnerDifference } from '../../doctor/compare-owners.js';
import type { PathDifference, PersonDifference, PolicyComparison } from '../../doctor/compare-policies.js';
import { groupByFolder } from '../../doctor/group-by-folder.js';
import { findPolicyErrors } from '../../policy/policy-errors.js';
import type { Policy } from '../../policy/policy.js';
import type { WrittenOpening } from './find-written-openings.js';
import type { Finding } from '../../review/review.js';
import { pluralize } from '../../text/pluralize.js';

interface Compared {
  readonly policy: Policy;
  readonly proposed: Policy;
  readonly comparison: PolicyComparison;
  readonly written: readonly WrittenOpening[];
  /** The changed files of the policy, of which there is one at least. */
  readonly files: readonly string[];
  /** What opens must not: the zone is frozen. */
  readonly isRefused: boolean;
}

/** More than these are counted. */
const most = 30;

/**
 * What a change of the policy opens, at the line that opens it, and what would be wrong with the policy that was not before. No finding has a name,
 * so that nobody can wave it through as a false alarm.
 */
export function findPolicyFindings({
  policy,
  proposed,
  comparison,
  written,
  files,
  isRefused,
}: Compared): readonly Finding[] {
  const file = proposed.tips[0].zone?.file;
  const place = file !== undefined && files.includes(file) ? file : (files[0] as string);
  const severity = isRefused ? 'blocker' : 'note';
  const say = (message: string, path = place, line?: number): Finding => {
    return { check: 'policy-change', severity, message, path, ...(line !== undefined && { line }), because: [] };
  };
  // Who is on no list any more is judged as nobody: what that opens is not one line's doing.
  const openings = groupOpenings(comparison.people.filter(({ isUnjudged }) => !isUnjudged));
  const lines = new Set(openings.map(({ because }) => `${because?.file}:${because?.line}`));
  const opened = [
    ...comparison.people.filter(({ isUnjudged }) => isUnjudged).map((person) => say(unjudged(person))),
    ...openings.map(({ text, people, paths, because }) => {
      const [path, line] = because === undefined || because.line === 0 ? [] : [because.file, because.line];
      return say(`This opens ${describe(paths)} to ${[...people].join(', ')}: ${text}.`, path, line);
    }),
    // Of a line by which paths are opened those are named.
    ...written
      .filter(({ file: at, line }) => line === 0 || !lines.has(`${at}:${line}`))
      .map(({ message, file: at, line }) => (line === 0 ? say(message) : say(message, at, line))),
    ...comparison.settings
      .filter(({ opens }) => opens)
      .map(({ what, before, after }) => say(`${what}: ${before ?? 'not said'} → ${after ?? 'not said'}.`)),
    ...comparison.owners.filter(({ opens }) => opens).map((difference) => say(describeOwners(difference))),
  ];
  const more = opened.length - most;
  const isGone = policy.tips[0].zone !== undefined && proposed.tips[0].zone === undefined;
  return [
    ...findNewErrors(policy, proposed),
    ...(isGone ? [{ ...say(gone), severity: 'note' as const }] : []),
    ...opened.slice(0, most),
    ...(more > 0
      ? [say(`It opens more in ${pluralize(more, 'other way', 'other ways')}: --format json lists all.`)]
      : []),
  ];
}

const gone =
  'Without a PM zone nothing is open to PMs, and the gate has nothing to judge by: it says so on every pull request until there is one.';

function findNewErrors(policy: Policy, proposed: Policy): readonly Finding[] {
  const keyOf = ({ file, message }: { file: string; message: string }): string => `${file}\n${message}`;
  const known = new Set(findPolicyErrors(policy).map(keyOf));
  return findPolicyErrors(proposed)
    .filter((problem) => !known.has(keyOf(problem)))
    .slice(0, most)
    .map(({ file, line, message }) => ({
      check: 'policy-change',
      severity: 'blocker',
      message: `Once this is merged the policy has an error, and nothing is open or ready: ${message}`,
      path: file,
      line,
      because: [],
    }));
}

function unjudged({ pm, names }: PersonDifference): string {
  if (names.length === 0)
    return 'Without a list of PMs everybody was judged as one. With this list only those who are on it are.';
  return `${pm} (${names.join(', ')}) is on no list of PMs any more, so that work under these names is judged as nobody’s. To end somebody’s pilot set their Status to “revoked”, and keep the row.`;
}

interface Opening {
  /** How the standing changes, or what is no longer asked. */
  readonly text: string;
  readonly because: PathDifference['because'];
  readonly people: Set<string>;
  readonly paths: Set<string>;
}

/** What is opened, by the line that opens it and how far. */
function groupOpenings(people: readonly PersonDifference[]): readonly Opening[] {
  const groups = new Map<string, Opening>();
  for (const { pm, opened, loosened } of people) {
    for (const { path, from, to, because, closedUntilNow: closing, lifted } of [...opened, ...loosened]) {
      const until = closing === undefined ? '' : `, which ${closing.file}:${closing.line} closed until now`;
      const text = lifted === undefined ? `${from} → ${to}${until}` : `no longer asked: ${lifted.join(' and ')}`;
      // What is still closed was opened by what is gone, and not by the line that closes it now.
      const by = to === 'editable' ? because : undefined;
      const key = JSON.stringify([text, by?.file, by?.line]);
      const group = groups.get(key) ?? { text, because: by, people: new Set(), paths: new Set() };
      group.people.add(pm);
      group.paths.add(path);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

function describeOwners({ before, after, approvals, paths }: OwnerDifference): string {
  const who = `would be owned by ${after.join(', ') || 'nobody'} instead of ${before.join(', ')}`;
  const asked =
    approvals === undefined ? [] : [`would ask for ${approvals[1]} instead of ${approvals[0]} approvals of its owners`];
  const isSame = before.length === after.length && before.every((each) => after.includes(each));
  return `${describe(paths)} ${[...(isSame ? [] : [who]), ...asked].join(', and ')}.`;
}

/** Some paths by their folders, in few words. */
function describe(paths: Iterable<string>): string {
  const all = [...paths];
  const groups = groupByFolder(all, 3).map(({ folder }) => folder);
  const rest = groups.length > 3 ? ' and more' : '';
  const count = all.length > groups.length ? ` (${pluralize(all.length, 'path', 'paths')})` : '';
  return `${groups.slice(0, 3).join(', ')}${rest}${count}`;
}
