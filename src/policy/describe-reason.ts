import { forbids } from './grammar/refusals/forbidding-words.js';
import type { Judgement } from './policy.js';

/** Why a path has its standing, as a clause without a full stop, in words that a PM reads: "it is owned by @org/pay". */
export function describeReason({
  row,
  owners,
  because: [reason],
}: Pick<Judgement, 'row' | 'owners' | 'because'>): string {
  if (reason === undefined) return 'no rule opens it';
  switch (row) {
    case 3:
      return isSentence(reason.text)
        ? `${reason.file} says “${withoutEnd(reason.text)}”`
        : `${reason.file} keeps ${withoutEnd(reason.text)} from PMs`;
    case '3a':
      return `${reason.file} names it in ${oneLine(reason.text)}, which does not plainly open it`;
    case 4:
      return `it is owned by ${owners.join(', ')}`;
    case 7:
      return `${reason.file} lets PMs edit ${withoutEnd(reason.text)}`;
    case 1:
    case 2:
    case 5:
    case 6:
    case 8:
      return clause(reason.text);
  }
}

function clause(text: string): string {
  // Where several tips count, the text ends in the name of its tip.
  const plain = oneLine(text).replace(/\.( \(on [^()]*\))?$/, '$1');
  return /^(?:It|Outside|No|Nothing|A|An|The|This)\b/.test(plain)
    ? plain.charAt(0).toLowerCase() + plain.slice(1)
    : plain;
}

/** "Never touch the generated docs under `api/`.", and no item such as "Billing and invoices in `src/billing/**`". Of a very long one its beginning counts. */
function isSentence(text: string): boolean {
  const before = text.slice(0, Math.max(0, text.indexOf('`'))).slice(0, 300);
  return /^\p{Lu}/u.test(before) && /\s\S+\s/.test(before) && forbids(text.slice(0, 300));
}

/** An item without what ends it: the full stop, or what goes on to the next item. */
function withoutEnd(text: string): string {
  return oneLine(text).replace(/(?:(?<!\.)\.|[,;]|,? (?:and|or))$/u, '');
}

/** Without the backticks of Markdown, which show up as they are wherever a reason does, and without what nobody reads of long lists. */
function oneLine(text: string): string {
  // Fast path: most texts are one line, and a large repository has tens of thousands.
  if (!/[^\S ]|^ | (?: |$)|[`{]/.test(text)) return text;
  return shortenLists(text.replaceAll('`', '')).replace(/\s+/g, ' ').trim();
}

/** Names that are shown of a long list. */
const shown = 3;

/** A glob that lists dozens of names (`i18n/{ar,az,be,…}.json`) with the first of them and how many more there are, for people who read it in a sentence. */
export function shortenLists(text: string): string {
  return text.replace(list, (whole, inside: string) => {
    const names = inside.split(',');
    const rest = names.length - shown;
    return rest < 4 ? whole : `{${names.slice(0, shown).join(', ')} and ${rest} more}`;
  });
}

const list = /\{([^{}]{40,5000})\}/gu;
