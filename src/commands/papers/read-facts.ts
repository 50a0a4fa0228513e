import { examinePolicy } from '../../doctor/examine-policy.js';
import type { Tip } from '../../git/find-base.js';
import { listCommitted } from '../../git/list-tracked.js';
import type { ComplianceFacts } from '../../papers/compliance-facts.js';
import { gatherCompliance } from '../../papers/gather-compliance.js';
import type { Policy } from '../../policy/policy.js';
import type { PolicySession } from '../../policy/policy-session.js';
import { commitRevision } from '../../policy/revision.js';
import { permanentLink } from '../../pull-request/repository-host.js';
import { textOption, type CommandHost, type ParsedArguments } from '../command.js';
import { findPageHost } from '../host/find-page-host.js';
import { interpretPolicy } from '../policy/interpret-policy.js';
import { readPolicyOf } from '../policy/read-judged-policy.js';
import { repositoryName } from './repository-name.js';
import { requireBase, requireHead } from '../with-policy-session.js';

/** What a paper is filled from. */
export interface PaperFacts {
  /** The repository as its host calls it, else as the address of its remote ends. */
  readonly name: string;
  /** The commit that was read. */
  readonly tip: Tip;
  /** `undefined` where the commit has no PM zone. */
  readonly facts: ComplianceFacts | undefined;
}

/** Reads the policy of the commit that `--head` names, else of the base's tip, with all that papers tell of it; `--host` asks the host. */
export async function readFacts(
  session: PolicySession,
  typed: ParsedArguments,
  world: CommandHost,
): Promise<PaperFacts> {
  const { repository, base } = session;
  const asked = textOption(typed, 'head');
  const { ref, commit } = asked === undefined ? requireBase(session) : await requireHead(session, asked);
  const [read] = (await readPolicyOf(session, commit)).tips;
  const place = findPageHost(repository, world.environment);
  const name = place === undefined ? repositoryName(repository) : `${place.owner}/${place.name}`;
  if (read.zone === undefined) return { name, tip: { ref, commit }, facts: undefined };
  const tip = { ...read, zone: read.zone, ref, commit };
  const policy: Policy = { tips: [tip], preview: false };
  const isProposed = session.policy.preview || commit !== base?.commit;
  const tracked = await listCommitted(repository, commit);
  const revision = commitRevision(repository.objects, tip);
  const today = world.now.toISOString().slice(0, 10);
  const of = { policy, tracked, revision, repository, host: place?.kind, standIn: undefined, today };
  const more = await interpretPolicy(of, repository);
  const examination = await examinePolicy({ ...of, more });
  const others = session.policy.tips.flatMap((other) =>
    other.commit === undefined || other.commit === commit ? [] : [`${other.ref} at ${other.commit.slice(0, 12)}`],
  );
  const host =
    typed.values['host'] === true
      ? await (await import('../host/ask-host.js')).askHost(session, policy, tracked.paths, world)
      : undefined;
  const facts = await gatherCompliance({
    name,
    tip,
    besides: isProposed ? [] : others,
    isProposed,
    pageOf: (path, line) =>
      place && `${permanentLink(place, commit, path)}${line === undefined || line < 1 ? '' : `#L${line}`}`,
    host,
    kind: place?.kind,
    repository,
    tracked,
    revision,
    examination,
  });
  return { name, tip, facts };
}
