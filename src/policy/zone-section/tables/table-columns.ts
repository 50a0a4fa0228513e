import type { Phrase } from '../../grammar/phrase.js';
import { splitLabel } from '../../grammar/split-label.js';
import { readStandings } from '../../grammar/leads/standing-labels.js';

/** What the column of a table with paths says, by its head: `count` for one of bare numbers ("Files", "13"); `undefined` for a head of its own. */
export function kindOfColumn(
  { words }: Phrase,
  cells: readonly (Phrase | undefined)[],
): 'path' | 'answer' | 'remark' | 'contact' | 'area' | 'count' | undefined {
  if (ofCount.test(words) && cells.every((cell) => /^\d{1,6}$/u.test(cell?.words ?? ''))) return 'count';
  if (
    /^(?:paths?|files?|globs?|folders?|director(?:y|ies)|dirs?|patterns?|path or glob|path pattern|(?:files?|folders?|paths?)(?: or | and |, | ?\/ ?)(?:files?|folders?|paths?|globs?)|where)$/u.test(
      words,
    )
  )
    return 'path';
  if (answers.test(words) || (ofWho.test(words) && sayWho(cells))) return 'answer';
  if (/^(?:owners?|owned by|teams?|contacts?|who to ask|whom to ask|responsible)$/u.test(words)) return 'contact';
  if (/^(?:areas?|product areas?|modules?|features?|apps?|components?|packages?)$/u.test(words)) return 'area';
  return remarks.test(words) ? 'remark' : undefined;
}

const answers =
  /^(?:pms?|product managers?|for pms?|(?:what )?(?:the )?(?:(?:can|may) )?(?:pms?|product managers) ?(?:can|may|access|rights|zone)?(?: (?:do|touch|edit|change|modify)(?: (?:it|this|them))?)?\??|editable(?: by pms)?\??|allowed\??|edit\??|who (?:can|may) (?:touch|edit|change)(?: (?:it|this|them))?\??|(?:pm )?(?:standing|access|rights?|permissions?|status))$/u;

const remarks =
  /^(?:|#|what|what (?:it|they|this) (?:is|are)|what is (?:it|there|in it)|kind|type|area|areas|description|contents?|notes?|remarks?|comments?|why|reasons?|because|conditions?|rules?|limits?|limitations|examples?|on condition(?: that)?|provided(?: that)?|must(?: hold)?|limit|mind|restrictions?|requirements?|for|feature|product area)$/u;

/** A column that says of each path whose it is, and nothing more. */
const ofWho =
  /^(?:who|by|by whom|whose|who (?:(?:may|can) )?(?:changes?|edits?|touch(?:es)?)(?: (?:it|this|them))?|(?:changed|edited|touched) by|(?:access|rights?|permissions?) (?:of|for) (?:the )?(?:pms?|product managers?))\??$/u;

/** Whether its cells name people alone, or say together what PMs may change. */
function sayWho(cells: readonly (Phrase | undefined)[]): boolean {
  const labels = cells.map((cell) => (cell === undefined || cell.isOdd ? undefined : splitLabel(cell.source)?.label));
  return cells.every((cell) => whoever.test(cell?.words ?? '')) || readStandings(labels) !== undefined;
}

const whoever =
  /^(?:(?:pms?|product managers?)(?: (?:alone|on their own|freely|(?:\+|and|with) (?:an )?engineers?))?|(?:engineers?|engineering|developers?|devs?)(?: (?:only|alone))?)$/u;

const ofCount = /^(?:(?:files|paths|folders)|(?:number|no\.?) of (?:files|paths|folders|pages|texts|strings|keys))$/u;

/** Whether a column is of what a change goes through: each row of such a table is asked as a whole. */
export function isStepTitle({ words }: Phrase): boolean {
  return ofSteps.test(words);
}

const ofSteps =
  /^(?:steps?|stages?|gates?|when|limits?|approvers?|approvals?|(?:approved|signed|reviewed) by|sign-?offs?|reviewers?|must|requirements?|deadlines?)$/u;
