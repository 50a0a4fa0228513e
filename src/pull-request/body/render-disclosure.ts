import type { Review } from '../../review/review.js';
import { toInlineCode, toPlainMarkdown } from '../../text/plain-markdown.js';
import type { Provenance } from '../../change/read-provenance.js';

/**
 * What the repository says of AI, and the author's word for its labels: the one place that says it. Where both are silent we do not know; that
 * is never said to be "by hand".
 */
export function renderDisclosure({ kind, evidence, files }: Provenance, { items }: Pick<Review, 'items'>): string {
  const word = authorsWord(items);
  if (kind === 'unknown') {
    return items.some(({ check, verdict }) => check === 'ai-disclosed' && verdict === 'attested')
      ? `Nothing in this change is labelled as made with AI. ${word}`
      : ['**Unknown:** the repository says nothing of AI, which does not mean that none was used.', word]
          .join(' ')
          .trim();
  }
  const named = [...files].map(([path, origin]) => `- ${toInlineCode(path)}: ${origin.kind}`);
  const rest = named.length > 30 ? `\n- … and ${named.length - 30} more` : '';
  const found = evidence.slice(0, 10).map((each) => toPlainMarkdown(each, 200));
  return [
    `The repository says that AI **${kind === 'generated' ? 'generated part of' : 'assisted with'}** this change: ${found.join('; ')}.`,
    ...(named.length === 0 ? [] : [`${named.slice(0, 30).join('\n')}${rest}`]),
    word ?? 'Of what is not named here it says nothing, which does not mean that it was written by hand.',
  ].join('\n\n');
}

const claims = [
  ['ai-disclosed', 'what AI wrote is labelled'],
  ['ai-understood', 'they understand what AI wrote'],
] as const;

/** What the author confirmed of AI and what not yet, as far as they are asked. */
function authorsWord(items: Review['items']): string | undefined {
  const asked = claims.flatMap(([check, claim]) => {
    const item = items.find((each) => each.check === check && each.verdict !== 'not-applicable');
    return item === undefined ? [] : [{ claim, isGiven: item.verdict === 'attested' }];
  });
  const sentences = [
    ['confirms', asked.filter(({ isGiven }) => isGiven)] as const,
    ['has not confirmed yet', asked.filter(({ isGiven }) => !isGiven)] as const,
  ].flatMap(([verb, those]) =>
    those.length === 0 ? [] : [`The author ${verb} ${those.map(({ claim }) => `that ${claim}`).join(', and ')}.`],
  );
  return sentences.length === 0 ? undefined : sentences.join(' ');
}
