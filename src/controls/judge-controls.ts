import type { ControlLine, ControlState, HostLine } from './host-line.js';
import { someOf } from './lines/line-maker.js';

/** What the repository itself says of its controls, besides the host. */
export interface PolicyStanding {
  /** How many paths PMs cannot touch by the policy. */
  readonly forbids: number;
  /** Forbids of the policy that no line of CODEOWNERS backs, each as `FILE:LINE`. */
  readonly unbacked: readonly string[];
}

/** What holds something on the host once it is set. */
export const holders = {
  gate: 'the gate',
  reviews: 'the rules for reviews',
  branch: 'the rules of the branch',
  owners: 'required reviews of code owners',
} as const;

/** What is said of it where the host was not asked. */
export function describeUnasked(holder: string): string {
  return `The host was not asked. It would be held by ${holder}.`;
}

interface Control {
  readonly id: string;
  readonly what: string;
  /** The lines of the host without which it is guidance. */
  readonly needs: (line: HostLine) => boolean;
  /** Why it stays guidance whatever the host is set to. */
  readonly never?: string;
  /** What would hold it once it is set. */
  readonly by: string;
}

const gate: readonly string[] = ['required-status', 'status-source', 'pushers', 'bypass'];
const ofGate = ({ id }: HostLine): boolean => gate.includes(id);
const named =
  (...ids: readonly string[]) =>
  ({ id }: HostLine): boolean =>
    ids.includes(id);

/** The table of design §8, in its order. */
const controls: readonly Control[] = [
  { id: 'zone', what: 'PMs stay in their zone and feature folders', needs: ofGate, by: holders.gate },
  { id: 'plan-first', what: 'The planning doc comes first', needs: ofGate, by: holders.gate },
  { id: 'flags', what: 'Behind a flag, and only flags that are the PM’s own', needs: ofGate, by: holders.gate },
  {
    id: 'sign-offs',
    what: 'Two sign-offs, never the author’s own',
    needs: (line) => ofGate(line) || line.id === 'author-alone' || line.id.startsWith('approver '),
    by: `${holders.gate} and ${holders.reviews}`,
  },
  {
    id: 'protected-paths',
    what: 'Protected paths and data',
    needs: named('code-owners', 'codeowners-errors', 'pushers', 'bypass'),
    by: holders.owners,
  },
  {
    id: 'branches',
    what: 'Feature branches only, one group to revoke',
    needs: named('pushers', 'force-pushes'),
    never:
      'The policy has no line for a group of the PMs, so no group was looked up. Whether one group holds all of them, so that their access ends in one step, your identity provider tells.',
    by: holders.branch,
  },
  {
    id: 'trail',
    what: 'A trail from intent to flip',
    needs: ofGate,
    never:
      'The gate’s records reach from the plan to the merge. Who turned a flag on stands in the log of your flag system, which PM Zone does not read.',
    by: holders.gate,
  },
  {
    id: 'ai-disclosure',
    what: 'The disclosure of AI',
    needs: () => false,
    never: 'It is asked for and confirmed by the PM; no setting of a host can hold it.',
    by: 'nothing',
  },
];

/** What stands behind each control: the host where every line it rests on is enforced, else guidance with what is missing, or what was not read. Without lines the host was not asked. */
export function judgeControls(
  lines: readonly HostLine[] | undefined,
  { forbids, unbacked }: PolicyStanding,
): readonly ControlLine[] {
  return controls.map(({ id, what, needs, never, by }) => {
    if (lines === undefined && never === undefined) {
      return {
        id,
        what,
        state: 'unread',
        said: describeUnasked(by),
        restsOn: [],
        page: undefined,
      };
    }
    const all = (lines ?? []).filter(needs);
    const missing = all.filter(({ state }) => state === 'not-set');
    const open = all.filter(({ state }) => state === 'unread');
    const parts = [
      ...(never === undefined ? [] : [never]),
      ...listOf('Not set', missing),
      ...listOf('Could not be read', open),
    ];
    const bare = id === 'protected-paths' && (unbacked.length > 0 || forbids === 0);
    if (bare && forbids === 0) parts.push('The policy says of no path that PMs cannot touch it.');
    else if (bare) parts.push(`No line of CODEOWNERS backs ${someOf(unbacked)}.`);
    const state: ControlState =
      never !== undefined || bare || missing.length > 0 ? 'guidance' : open.length > 0 ? 'unread' : 'enforced';
    const [first] = [...missing, ...open];
    return {
      id,
      what,
      state,
      said: state === 'enforced' ? `By ${by}.` : parts.join(' '),
      restsOn: all.map((line) => line.id),
      page: first?.page,
    };
  });
}

function listOf(begin: string, lines: readonly HostLine[]): readonly string[] {
  return lines.length === 0 ? [] : [`${begin}: ${lines.map(({ what }) => `“${what}”`).join(', ')}.`];
}
