import type { RepositoryLabel } from './proposal-ground.js';

/** A label with who proposes it: a language model, or the rules of files, folders and owners. */
export interface ProposedLabel extends RepositoryLabel {
  readonly by: 'AI' | 'rules';
}

/** What may be made of a pull request's title, summary and labels; the PM takes each of it, or not. Title and summary are always AI's. */
export interface Proposal {
  readonly title: string | undefined;
  /** Plain text, on one line. */
  readonly summary: string | undefined;
  readonly labels: readonly ProposedLabel[];
}

/** How one part of it reads where it is offered. */
export interface ProposalPart {
  readonly what: string;
  readonly detail: string;
  readonly part: Proposal;
}

const nothing: Proposal = { title: undefined, summary: undefined, labels: [] };

/** Each part by itself, with who proposes it. */
export function proposalParts({ title, summary, labels }: Proposal): readonly ProposalPart[] {
  return [
    ...(title === undefined ? [] : [{ what: 'Title, proposed by AI', detail: title, part: { ...nothing, title } }]),
    ...(summary === undefined
      ? []
      : [{ what: 'Summary, proposed by AI', detail: summary, part: { ...nothing, summary } }]),
    ...labels.map((label) => ({
      what: `Label ${label.name}, proposed by ${label.by === 'AI' ? 'AI' : 'its files and owners'}`,
      detail: label.description,
      part: { ...nothing, labels: [label] },
    })),
  ];
}

/** What of them was taken, as one. */
export function joinParts(parts: readonly ProposalPart[]): Proposal {
  return parts.reduce(
    (all, { part }) => ({
      title: part.title ?? all.title,
      summary: part.summary ?? all.summary,
      labels: [...all.labels, ...part.labels],
    }),
    nothing,
  );
}
