import { truncate } from '../text/plain-markdown.js';
import { printable } from '../text/printable.js';
import type { Proposal } from './proposal.js';
import type { ProposalGround, RepositoryLabel } from './proposal-ground.js';
import { proposeByRules } from './propose-by-rules.js';
import { offeredLabels } from './write-proposal-prompt.js';

const longestAnswer = 20_000;
const longestTitle = 100;
const longestSummary = 800;
const mostLabels = 3;

/**
 * What a language model answered, whoever spoke through it: a title and a summary of one line each, and labels only of those that it was
 * offered. What it does not answer as asked is left out; what the rules propose stands behind its labels.
 */
export function readProposal(answer: string, ground: ProposalGround, labels: readonly RepositoryLabel[]): Proposal {
  const { title, summary, labels: named } = readAnswer(answer);
  const byName = new Map(offeredLabels(ground, labels).map((label) => [label.name.toLowerCase(), label]));
  const proposed = new Map(
    (Array.isArray(named) ? named : [])
      .slice(0, longestTitle)
      .flatMap((name: unknown) => (typeof name === 'string' ? (byName.get(name.trim().toLowerCase()) ?? []) : []))
      .slice(0, mostLabels)
      .map((label) => [label.name, { ...label, by: 'AI' as const }]),
  );
  const byRules = proposeByRules(ground, labels).filter(({ name }) => !proposed.has(name));
  const line = readTitle(title);
  return {
    title: line && ground.titled(line),
    summary: readSummary(summary),
    labels: [...proposed.values(), ...byRules],
  };
}

/** The one object of the answer, also where words or a fence stand around it. */
function readAnswer(answer: string): Readonly<Record<string, unknown>> {
  const text = answer.slice(0, longestAnswer);
  try {
    return Object(JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))) as Readonly<
      Record<string, unknown>
    >;
  } catch {
    return {};
  }
}

/** One line; one that is no title by its length is none. */
function readTitle(title: unknown): string | undefined {
  if (typeof title !== 'string') return undefined;
  const line = title.replace(/\s+/gu, ' ').trim().replace(/\.$/u, '');
  return line.length > longestTitle || !/\p{L}/u.test(line) ? undefined : line;
}

function readSummary(summary: unknown): string | undefined {
  if (typeof summary !== 'string' || !/\p{L}/u.test(summary)) return undefined;
  return printable(truncate(summary.replace(/\s+/gu, ' ').trim(), longestSummary));
}
