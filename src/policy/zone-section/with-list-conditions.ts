import type { Condition } from '../policy.js';
import { findNamedPaths } from '../list-items/close-paths.js';
import { isLabel } from '../grammar/descriptions.js';
import { keepsMatters } from '../grammar/keeps-matters.js';
import { isNeutral } from '../grammar/neutral-prose.js';
import { mergeConditions, parseConditions } from '../grammar/parse-conditions.js';
import { isSentence, toPhrase } from '../grammar/phrase.js';
import { firstTokenLine, toExcerpt, toSourceText } from '../grammar/tokenize.js';
import { globsOf, type SectionListItem } from './section-list-item.js';
import { addProblem, addProse, type Lead, type SectionWalk } from './section-walk.js';
import { isSetOff } from './split-lazy-lead.js';

/** Words of their own in a list that allows are conditions of all of it: "- Only in your own features". */
export function withListConditions(walk: SectionWalk, items: readonly SectionListItem[], lead: Lead): Lead {
  const isPath = ({ tokens, nested }: SectionListItem): boolean =>
    findNamedPaths(tokens).length > 0 || nested.length > 0;
  const namesNone = items.every(
    ({ tokens, nested }) => findNamedPaths(tokens).length === 0 && nested.every((list) => globsOf(list).length === 0),
  );
  const words = items
    .filter((item) => !isPath(item) && item.tokens.length > 0 && !isSetOff(item.tokens))
    .map(({ tokens }) => toPhrase(tokens))
    .filter((phrase) => !isNeutral(phrase) && (isSentence(phrase) || !isLabel(phrase.words, [''])));
  if (namesNone) {
    for (const { tokens } of words) addProse(walk, tokens);
    if (items.every(({ nested }) => nested.length === 0)) addPathless(walk, items);
    return lead;
  }
  // It is of more than this list.
  for (const { tokens, source } of words) if (keepsMatters(source)) addProse(walk, tokens);
  const conditions = words.flatMap((phrase): readonly Condition[] => {
    const message = `“${toExcerpt(phrase.source)}” names no path, so it is taken for a condition of this list. Begin it with the path in backticks if it opens one.`;
    addProblem(walk, 'info', phrase.line, message);
    return parseConditions(phrase.source, phrase.line);
  });
  return { ...lead, conditions: mergeConditions(lead.conditions, conditions) };
}

function addPathless({ pathless, file }: SectionWalk, items: readonly SectionListItem[]): void {
  for (const { tokens } of items)
    if (tokens.length > 0) pathless.push({ file, line: firstTokenLine(tokens), text: toSourceText(tokens) });
}
