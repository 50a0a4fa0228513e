import { findCarveOut } from '../../grammar/carve-outs.js';
import { readLead } from '../../grammar/leads/read-lead.js';
import type { Phrase } from '../../grammar/phrase.js';
import { forbids } from '../../grammar/refusals/forbidding-words.js';
import { plainToken, type TextToken } from '../../grammar/tokenize.js';
import type { Lead } from '../section-walk.js';

/** What the cell says that answers for its row whether PMs may change it. */
export function readAnswer(cell: Phrase | undefined): Lead['effect'] {
  if (cell === undefined || cell.isOdd) return 'unknown';
  const { effect } = readLead(cell);
  if (effect === 'pair' || ofBoth.test(cell.words) || /^[\s\ufe0f]*[🤝👥🟡][\s\ufe0f]*$/u.test(cell.source))
    return 'pair';
  if (effect === 'allow') return 'allow';
  if (cell.source === '') return 'unknown';
  if (yesSign.test(cell.source) || yes.test(cell.words))
    return findCarveOut(cell.words) === undefined ? 'allow' : 'forbid';
  return forbids(cell.source) || /^\s*🔴/u.test(cell.source) || refusal.test(cell.words) ? 'forbid' : 'unknown';
}

const ofBoth = /^(?:pms?|product managers?) (?:\+|and|with) (?:an )?engineers?$/u;

const yesSign = /^\s*[✅✔☑✓🟢👍]/u;

const yes =
  /^(?:(?:yes|y|✓|pms?|product managers?|ok|edit|editable|allowed|open|touch|free|freely|can touch|may touch|can edit|may edit|alone|on their own)(?:,? (?:freely|alone|on their own|directly))?)!?(?: ?[✅✔☑✓🟢👍]+$|(?=[,;:(–-])|\s[(–-]|$)/u;

const refusal = /^(?:no|n|x|-|–|locked|engineers?|engineering)(?![\p{L}\p{N}])/u;

/** "yes, additions only": what stands behind the yes is a condition. */
export function remarkOf(cell: Phrase | undefined): readonly TextToken[] {
  const given = cell === undefined ? undefined : readLead(cell);
  if (given?.effect === 'allow' && given.conditions.length === 0) return [];
  const rest = cell?.words.replace(yes, '').replace(/^[\s,;:(–-]+/u, '') ?? '';
  return rest === '' ? [] : [plainToken(`, ${rest}`, 1)];
}
