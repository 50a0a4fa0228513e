import type { GateWork, HeadAndBase } from './plan-work.js';

/** An open pull request as the host lists it: its base by name, its head by commit. */
export interface OpenPullRequest extends HeadAndBase {
  readonly number: number;
}

/** One status to be posted: to this commit, for this base, for all of these pull requests together. */
export interface Target extends HeadAndBase {
  /** Empty: none has this head and this base any more, so the status may not stay as it was. */
  readonly pullRequests: readonly OpenPullRequest[];
}

/** What there is to judge now. */
export interface Targets {
  readonly targets: readonly Target[];
  /** What an engineer may want to know who wonders why there are not more. */
  readonly notes: readonly string[];
}

/**
 * Which statuses the work comes to, by what the host lists now. A status belongs to a commit and a base, so all open pull requests of that
 * commit to that base are judged with the one that is asked for. `isGated` tells the bases that the gate stands before; `queued` are
 * the pull requests of a merge queue's group, the first to be merged first.
 */
export function findTargets(
  work: GateWork,
  open: readonly OpenPullRequest[],
  isGated: (base: string) => boolean,
  queued: readonly number[] = [],
): Targets {
  const gated = open.filter(({ base }) => isGated(base));
  switch (work.kind) {
    case 'nothing':
      return { targets: [], notes: [`Nothing is to be judged: ${work.why}.`] };
    case 'all':
      return {
        targets: group(gated),
        notes: [`${gated.length} of ${open.length} open pull requests go to a gated base.`],
      };
    case 'head': {
      const found = gated.filter(({ commit }) => commit === work.commit);
      const none = `No open pull request to a gated base has the head ${work.commit.slice(0, 12)}.`;
      return { targets: group(found), notes: found.length === 0 ? [none] : [] };
    }
    case 'preview':
    case 'pull-request':
      return ofPullRequest(work, open, gated, isGated);
    case 'merge-group': {
      if (!isGated(work.base)) return { targets: [], notes: [`The gate does not stand before ${work.base}.`] };
      const { commit, base } = work;
      const found = queued.flatMap(
        (number) => gated.find((each) => each.number === number && each.base === base) ?? [],
      );
      // One that the host no longer lists leaves the group without a judgement.
      const whole = found.length === queued.length ? found : [];
      return { targets: [{ commit, base, pullRequests: whole }], notes: [] };
    }
  }
}

function ofPullRequest(
  work: GateWork & { readonly kind: 'preview' | 'pull-request' },
  open: readonly OpenPullRequest[],
  gated: readonly OpenPullRequest[],
  isGated: (base: string) => boolean,
): Targets {
  const asked = open.find(({ number }) => number === work.number);
  const left = 'left' in work ? work.left : undefined;
  const places = [asked, left].filter((each) => each !== undefined && isGated(each.base)) as readonly HeadAndBase[];
  const found = gated.filter((each) => places.some((place) => isSame(place, each)));
  const withdrawn = places.filter((place) => !found.some((each) => isSame(place, each)));
  const notes =
    asked === undefined
      ? [`Pull request ${work.number} is not open.`]
      : isGated(asked.base)
        ? []
        : [`Pull request ${work.number} goes to ${asked.base}, before which the gate does not stand.`];
  return { targets: [...group(found), ...withdrawn.map((each) => ({ ...each, pullRequests: [] }))], notes };
}

function group(pullRequests: readonly OpenPullRequest[]): readonly Target[] {
  const targets: { commit: string; base: string; pullRequests: OpenPullRequest[] }[] = [];
  for (const each of pullRequests) {
    const known = targets.find((target) => isSame(target, each));
    if (known === undefined) targets.push({ commit: each.commit, base: each.base, pullRequests: [each] });
    else known.pullRequests.push(each);
  }
  return targets;
}

function isSame(one: HeadAndBase, other: HeadAndBase): boolean {
  return one.commit === other.commit && one.base === other.base;
}
