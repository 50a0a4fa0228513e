import type { Change } from '../../change/change.js';
import type { Evidence } from '../evidence.js';
import type { GateItem } from './gate-item.js';

/**
 * An item for each part of the evidence that says whose change it is and is not there: who pushed, and whom the host takes the commits to be by.
 * Until the host says it, it stays open (design §9, "Whose change"). So does whatever else was not read and leaves nothing open by itself.
 */
export function unreadItems({ commits }: Pick<Change, 'commits'>, evidence: Evidence): readonly GateItem[] {
  const { unread, pullRequest } = evidence;
  const open = (id: string, text: string, why: string): GateItem => ({
    id,
    section: 'Scope',
    text,
    state: 'waits',
    waitsFor: ['whoever set the gate up'],
    how: `The gate has to be able to read it: ${unread.find(({ part }) => part === id)?.why.replace(/\.$/, '') ?? why}.`,
  });
  const own = new Set(commits.map(({ oid }) => oid));
  const unnamed = [...own].filter((oid) => !evidence.commits.some(({ commit }) => commit === oid));
  const isListed = isWhole(evidence.pushes ?? [], pullRequest.head.commit, own);
  return [
    ...(isListed && !unread.some(({ part }) => part === 'pushes')
      ? []
      : [open('pushes', 'Who sent commits to the branch is known', 'the list of who did is not there, or has a gap')]),
    ...(unnamed.length === 0
      ? []
      : [
          open(
            'commits',
            'Whose accounts the commits are by is known',
            `${unnamed.length} of ${own.size} are missing, ${(unnamed[0] as string).slice(0, 12)} first`,
          ),
        ]),
    ...unread
      .filter(({ part }) => !told.test(part) && (part !== 'commits' || unnamed.length === 0))
      .map(({ part, why }) => open(part, `All that is asked of the pull request was read (${part})`, why)),
  ];
}

/** Parts whose loss leaves open by itself what hangs on them: the list of pushes, and people and approvals that then prove nothing. */
const told =
  /^(?:pushes$|@|waivers\b|write access of @|the (?:pull|merge) request that brought |who pushed to |whether approvals are |the name of the fork$)/;

/**
 * Whether every push up to the head is there, since the branch came into being: each begins where another ended, but the first, which begins before
 * the change's own commits.
 */
function isWhole(pushes: NonNullable<Evidence['pushes']>, head: string, own: ReadonlySet<string>): boolean {
  const inOrder = pushes.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const life = inOrder.slice(
    Math.max(
      0,
      inOrder.findLastIndex(({ before }) => before === null),
    ),
  );
  const ends = new Set(life.map(({ after }) => after));
  const isJoined = life.every(
    ({ before }, index) => before === null || (index === 0 ? !own.has(before) : ends.has(before)),
  );
  return ends.has(head) && isJoined;
}
