import { askModel, type NamedModel } from '../../opening/ask-model.js';
import { listLabelsOf } from '../../opening/open-branch.js';
import { acceptProposal } from '../../pull-request/accept-proposal.js';
import type { DraftWithReview } from '../../pull-request/draft-from-range.js';
import type { PullRequestDraft } from '../../pull-request/draft-pull-request.js';
import { joinParts, proposalParts, type Proposal } from '../../pull-request/proposal.js';
import { proposeByRules } from '../../pull-request/propose-by-rules.js';
import { readServer } from '../../pull-request/repository-host.js';
import { readProposal } from '../../pull-request/read-proposal.js';
import { writeProposalPrompt } from '../../pull-request/write-proposal-prompt.js';
import { printable } from '../../text/printable.js';
import { UsageError, type CommandHost } from '../command.js';
import type { findOpeningHost } from '../host/find-opening-host.js';

export interface Proposed {
  readonly proposal: Proposal;
  /** The draft with what the PM took of it. */
  readonly draft: PullRequestDraft;
}

/**
 * Proposes a title, a summary and labels for a draft that may leave this computer: by the model that the environment names, else by the rules of
 * files and owners alone. At a terminal each is asked for; elsewhere it is listed, and none is taken.
 */
export async function propose(
  { draft, ground }: Pick<DraftWithReview, 'draft' | 'ground'>,
  found: Awaited<ReturnType<typeof findOpeningHost>>,
  { environment, progress, warn, ask }: Pick<CommandHost, 'environment' | 'progress' | 'warn' | 'ask'>,
): Promise<Proposed> {
  const say = (line: string): void => warn(`pm-zone: ${line}`);
  const model = namedModel(environment);
  const labels = 'host' in found ? await listLabelsOf(found.host) : [];
  if (model !== undefined) progress?.(printable(`Asking ${model.name} for proposals`));
  const asked = model && (await askModel(model, writeProposalPrompt(draft.title, ground, labels)));
  if (asked !== undefined && 'why' in asked)
    say(`The model gave no proposals: ${asked.why}. What follows is by the rules of files and owners alone.`);
  const proposal =
    asked !== undefined && 'answer' in asked
      ? readProposal(asked.answer, ground, labels)
      : { title: undefined, summary: undefined, labels: proposeByRules(ground, labels) };
  const parts = proposalParts(proposal);
  if (parts.length === 0) say('There is nothing to propose: the draft stays as it is.');
  const taken = [];
  for (const part of parts) {
    say(part.detail === '' ? `${part.what}.` : `${part.what}: ${part.detail}`);
    if (/^y(?:es)?$/iu.test((await ask?.('Take it? (y, or Enter for no): ')) ?? '')) taken.push(part);
  }
  if (ask === undefined && parts.length > 0) say('None of it is taken, since there is no terminal to ask at.');
  return { proposal, draft: acceptProposal(draft, joinParts(taken)) };
}

/** The environment alone names it, as it does a server: a repository cannot. */
function namedModel(environment: CommandHost['environment']): NamedModel | undefined {
  const [address, name, key] = ['URL', 'NAME', 'KEY'].map((each) => environment[`PM_ZONE_MODEL_${each}`] ?? '');
  if (!address) return undefined;
  if (!name)
    throw new UsageError('PM_ZONE_MODEL_URL says where a language model is. Set PM_ZONE_MODEL_NAME to its name.');
  if (readServer(address) === undefined)
    throw new UsageError(
      'PM_ZONE_MODEL_URL is no address that a change may be sent to: it has to begin with https://, or lie on this computer (http://localhost).',
    );
  return { address, name, key: key || undefined };
}
