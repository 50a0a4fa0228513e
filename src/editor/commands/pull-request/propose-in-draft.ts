import {
  l10n,
  ProgressLocation,
  window,
  type ExtensionContext,
  type LanguageModelChat,
  type QuickPickItem,
} from 'vscode';
import { listLabelsOf } from '../../../opening/open-branch.js';
import { joinParts, proposalParts, type Proposal } from '../../../pull-request/proposal.js';
import type { RepositoryLabel } from '../../../pull-request/proposal-ground.js';
import { proposeByRules } from '../../../pull-request/propose-by-rules.js';
import { readProposal } from '../../../pull-request/read-proposal.js';
import { writeProposalPrompt } from '../../../pull-request/write-proposal-prompt.js';
import { askEditorModel, listModels } from '../../ui/language-model.js';
import { thingOn } from '../../ui/host-words.js';
import { notify } from '../../ui/notify.js';
import { signIn } from './sign-in.js';
import type { DraftedChange } from './with-drafted-change.js';

/**
 * Proposes a title, a summary and labels for a draft: by the language model that the PM chooses for it, or by the rules of files and owners. What of
 * it they take; `undefined` where they leave it. Each has to be ticked.
 */
export async function proposeInDraft(
  context: Pick<ExtensionContext, 'secrets'>,
  { draft, ground, server }: Pick<DraftedChange, 'draft' | 'ground' | 'server'>,
): Promise<Proposal | undefined> {
  const models = await listModels();
  const way = models.length === 0 ? byRules() : await chooseWay(models);
  if (way === undefined) return undefined;
  const labels = await readLabels(
    context,
    server,
    draft.reviewers.some((name) => name.includes('/')),
  );
  const proposal = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Looking for proposals') },
    () => make(way, draft.title, ground, labels),
  );
  const parts = proposalParts(proposal);
  if (parts.length === 0) {
    void notify('information', l10n.t('There is nothing to propose: the draft stays as it is.'));
    return undefined;
  }
  const items = parts.map((part) => ({ label: part.what, detail: part.detail, part }));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('What shall the {0} have of it?', thingOn(server?.kind)),
    placeHolder: l10n.t('Tick what is right; what is not ticked is left out'),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  return chosen === undefined || chosen.length === 0 ? undefined : joinParts(chosen.map(({ part }) => part));
}

interface Way extends QuickPickItem {
  readonly model: LanguageModelChat | undefined;
}

function byRules(): Way {
  return {
    label: l10n.t('Propose Labels Without AI'),
    detail: l10n.t('By the kinds of your files, their folders and their owners.'),
    model: undefined,
  };
}

/** Choosing a model is the PM’s agreement that it reads what is named there. */
function chooseWay(models: readonly LanguageModelChat[]): Thenable<Way | undefined> {
  const detail = l10n.t('It reads your plan, names of files, texts and labels; nothing of locked files.');
  const ways = models.map((model): Way => ({ label: l10n.t('Ask {0}', model.name), detail, model }));
  return window.showQuickPick([...ways, byRules()], {
    title: l10n.t('Who shall propose a title, a summary and labels?'),
  });
}

/** Without a sign-in there are none to choose from. */
async function readLabels(
  context: Pick<ExtensionContext, 'secrets'>,
  server: DraftedChange['server'],
  asksTeams: boolean,
): Promise<readonly RepositoryLabel[]> {
  // By the rights that opening it asks for, so that nobody is asked twice.
  const token = server && (await signIn(context, server, { asksTeams, again: false }));
  return server === undefined || token === undefined ? [] : listLabelsOf({ ...server, token });
}

async function make(
  { model }: Way,
  title: string,
  ground: DraftedChange['ground'],
  labels: readonly RepositoryLabel[],
): Promise<Proposal> {
  if (model !== undefined) {
    const { task, data } = writeProposalPrompt(title, ground, labels);
    const answer = await askEditorModel(model, `${task}\n\n${data}`);
    if (answer !== undefined) return readProposal(answer, ground, labels);
    void notify(
      'information',
      l10n.t('{0} gave no proposals. What follows is by the rules of files and owners alone.', model.name),
    );
  }
  return { title: undefined, summary: undefined, labels: proposeByRules(ground, labels) };
}
