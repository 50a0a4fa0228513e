import { escapeMarkdown } from '../text/plain-markdown.js';
import type { PullRequestDraft } from './draft-pull-request.js';
import { plain } from './propose-by-rules.js';
import type { Proposal } from './proposal.js';

/**
 * A draft with what the PM took of a proposal. The summary stands above all that is generated, as what people write does, so that it is kept when
 * that is made new; a line below it says what AI proposed.
 */
export function acceptProposal(draft: PullRequestDraft, accepted: Proposal): PullRequestDraft {
  const above = describeAccepted(accepted);
  return {
    ...draft,
    title: accepted.title ?? draft.title,
    body: above === '' ? draft.body : `${above}\n\n${draft.body}`,
    labels: addLabels(draft.labels, accepted),
  };
}

/** What stands above the description, with nothing live in it: the summary, and what is AI's; empty where nothing of it is. */
export function describeAccepted({ title, summary, labels }: Proposal): string {
  const names = labels.filter(({ by }) => by === 'AI').map(({ name }) => escapeMarkdown(name));
  const parts = [
    ...(title === undefined ? [] : ['the title']),
    ...(summary === undefined ? [] : ['the summary above']),
    ...(names.length === 0 ? [] : [`${names.length === 1 ? 'the label' : 'the labels'} ${names.join(', ')}`]),
  ];
  const note = parts.length === 0 ? [] : [`Proposed by AI and taken by the author: ${parts.join('; ')}.`];
  return [...(summary === undefined ? [] : [escapeMarkdown(summary)]), ...note].join('\n\n');
}

/** One that is another way to write a label of ours takes its place. */
export function addLabels(own: readonly string[], { labels }: Pick<Proposal, 'labels'>): readonly string[] {
  const added = new Set(labels.map(({ name }) => plain(name)));
  return [...own.filter((name) => !added.has(plain(name))), ...labels.map(({ name }) => name)];
}
