import type { LoadedChange } from '../change/change.js';
import type { PolicySession } from '../policy/policy-session.js';
import type { Evidence, EvidenceRequest } from './evidence.js';
import type { GateVerdict } from './gate-verdict.js';
import { judgePullRequest } from './judge-pull-request.js';
import { whyOther } from './read-evidence.js';
import { requestEvidence } from './request-evidence.js';

/** A verdict with the evidence that it rests on, or why the host speaks of something else. */
export type HostVerdict = { readonly verdict: GateVerdict; readonly evidence: Evidence } | { readonly other: string };

/**
 * Judges a pull request by what `read` says of it. Only once it is known whose change it is can the plan be found: where it stands on the base, the
 * host is asked a second time, who approved it. `today` is a day like `2027-01-11`. Rejects with what `read` rejects with, and with a `GitError`.
 */
export async function judgeByHost(
  session: Pick<PolicySession, 'policy' | 'repository' | 'cache'>,
  base: { readonly ref: string; readonly commit: string },
  loaded: LoadedChange,
  read: (request: EvidenceRequest) => Promise<Evidence>,
  today: string,
): Promise<HostVerdict> {
  const judge = async (plans: EvidenceRequest['plans']): Promise<HostVerdict> => {
    const evidence = await read(requestEvidence(session.policy, loaded.change, plans));
    const other = whyOther(evidence, base, { commit: loaded.change.head.commit as string });
    return other === undefined
      ? { verdict: await judgePullRequest(session, base, loaded, evidence, today), evidence }
      : { other };
  };
  const first = await judge([]);
  if ('other' in first || first.verdict.planToProve === undefined) return first;
  const path = first.verdict.planToProve;
  const { git } = session.repository;
  const query = [
    'log',
    '-1',
    '--first-parent',
    '--diff-merges=first-parent',
    '--no-patch',
    '--format=%H',
    '--no-color',
    base.commit,
  ];
  const commit = (await git.run([...query, '--', path])).toString('latin1').trim();
  return judge([{ path, commit }]);
}
