import type { Condition, ConditionKind } from '../policy.js';
import { normalizeWords } from '../zone-section/tokenize.js';

/**
 * The conditions in the words of an allow (design §3, "Conditions"), each kind once, in a fixed order, free text last.
 *
 * The words are cut into phrases. What remains of a phrase after its known conditions must be one of a closed list of
 * plain descriptions (`inLead`: or words of a plain lead); otherwise the whole phrase is a free-text condition, so that nothing is dropped in silence.
 */
export function parseConditions(text: string, line: number, inLead = false): readonly Condition[] {
  const found = new Map<ConditionKind, Condition>();
  const free: Condition[] = [];
  for (const phrase of phrasesOf(text)) {
    let rest = normalizeWords(phrase);
    for (const { kind, words } of known) {
      rest = rest.replace(words, (match) => {
        if (!found.has(kind)) found.set(kind, { kind, text: match.trim(), line });
        return ' ';
      });
    }
    if (!isPlain(rest, inLead)) free.push({ kind: 'free-text', text: phrase, line });
  }
  return [...known.flatMap(({ kind }) => found.get(kind) ?? []), ...free];
}

/** Two lists of conditions as one, without duplicates. */
export function mergeConditions(first: readonly Condition[], second: readonly Condition[]): readonly Condition[] {
  const said = new Set(first.map(keyOf));
  return [...first, ...second.filter((condition) => !said.has(keyOf(condition)))];
}

function keyOf({ kind, text }: Condition): string {
  return kind === 'free-text' ? `${kind} ${text}` : kind;
}

const who = String.raw`(?:that |which )?(?:they|she|he|you|pms?|the pms?|the pilot pms?) (?:each )?owns?`;
const whose = String.raw`(?:(?:the|their|her|his|your|its|own|assigned|a|each pm's|pm's) ){0,3}`;

/** Order matters: a longer phrase before one that it contains. */
const known: readonly { readonly kind: ConditionKind; readonly words: RegExp }[] = [
  {
    kind: 'owned-flags',
    words: new RegExp(
      String.raw`\b(?:(?:for|on|of|to) )?(?:(?:the|only|feature) ){0,3}flags? ${who}\b|\b(?:their|her|his|your)? ?(?:own|owned) (?:feature )?flags?\b`,
      'gu',
    ),
  },
  {
    kind: 'additions-only',
    words:
      /\b(?:additions?|append|add)[ -]only\b|\bonly (?:additions?|append(?:s|ing)?|new [a-z-]+)\b|\bnew (?:[a-z-]+ ){1,3}only\b/gu,
  },
  {
    kind: 'non-breaking',
    words:
      /\b(?:only )?(?:non[ -]?breaking|backwards?[ -]compatible)(?: changes?)?(?: only)?\b|\bno breaking changes?\b/gu,
  },
  {
    kind: 'feature-folder',
    words: new RegExp(
      String.raw`\b(?:(?:with)?in |inside |inside of |under )?${whose}feature[ -](?:folder|director)(?:s|y|ies)?\b(?: ${who}\b)?|\b(?:for|of|in) (?:(?:the|their|her|his|your) )?(?:own )?features(?: ${who})?\b`,
      'gu',
    ),
  },
  {
    kind: 'design-system',
    words: /\b(?:(?:only )?(?:using|with|from|of) )?(?:(?:the|our|existing) ){0,2}design[ -]system(?:'s)?\b/gu,
  },
  {
    kind: 'no-protected-data',
    words:
      /\b(?:(?:where|that|which) (?:the [a-z]+ |it |they )?(?:does not|do not|doesn't|don't) (?:capture|process|contain|touch|handle|read|show) |(?:on |for )?(?:no|non|not|without|never|free of)[ -])?(?:any )?protected[ -]data\b/gu,
  },
];

/** Cuts at punctuation, but not inside a word (`non-breaking`) or inline code. */
function phrasesOf(text: string): readonly string[] {
  return (text.match(/(?:`[^`]*`|[^`()[\],;:.!–—\n]|[.:](?=\S))+|`/gu) ?? [])
    .map((phrase) => phrase.replace(edges, ''))
    .filter((phrase) => phrase !== '');
}

/** Quotes, connectors and check marks around a phrase. A warning sign is not among them: it points out a condition. */
const edges = /^(?:[\s"'“”‘’*_/&+-]|[✅✔☑✓🟢👍]\ufe0f?)+|(?:[\s"'“”‘’*_/&+-]|[✅✔☑✓🟢👍]\ufe0f?)+$/gu;

/** What an item's glob holds, said plainly. None of these narrows anything; "copy" would (`*.tsx` (copy)). */
const descriptions = new Set([
  'ai prompts',
  'ai prompt templates',
  'analytics events',
  'codeowners enforced',
  'codeowners level',
  'components',
  'docs',
  'documentation',
  'enforced by codeowners',
  'enforced through codeowners',
  'feature flag configuration',
  'feature flags',
  'flag configuration',
  'flags',
  'front end components',
  'markdown',
  'plans',
  'planning',
  'planning docs',
  'planning documents',
  'prompts',
  'prompt templates',
  'readmes',
  'strings',
  'telemetry',
  'translations',
  'user facing strings',
]);

/** Words that only tie a phrase together. */
const ties = new Set(
  'a all any changes files folders for in kinds of on or own pages primitives the their they'.split(' '),
);

/** Words of a plain lead: "Pilot PMs can directly author PRs that modify these files". */
const leadWords = new Set(
  `and are author authored be by can change changes directly do edit editable following freely here is it list may modify
  path paths pilot pm pms pm's product manager managers project pull prs push repo repository requests safely that these
  this to touch touched update we what which write you your zone`.split(/\s+/u),
);

function isPlain(rest: string, inLead: boolean): boolean {
  return rest
    .replace(/[-_]/gu, ' ')
    .split(/\s(?:and|or)\s|[/&]/u)
    .map((part) => part.split(' ').filter((word) => word !== ''))
    .every(
      (words) =>
        descriptions.has(words.join(' ')) ||
        words.every((word) => ties.has(word) || word === 'and' || (inLead && leadWords.has(word))),
    );
}
