import { findCarveOut } from '../../grammar/carve-outs.js';
import { mayDemand } from '../../grammar/remarks/word-against-remark.js';
import { parseConditions } from '../../grammar/parse-conditions.js';
import type { Phrase } from '../../grammar/phrase.js';
import { asksForEngineer, forbids } from '../../grammar/refusals/forbidding-words.js';
import type { Condition } from '../../policy.js';

/** What the cell of a column says that has a head of its own, beside a path that a row opens. */
export type HeadedCell =
  /** As any words beside the path. */
  | 'remark'
  /** Nothing: the row denies what the head says. */
  | 'nothing'
  /** What its words or paths name is taken out of what the row opens. */
  | 'exception'
  | 'forbid'
  | 'pair'
  | Condition;

/**
 * Reads a cell by the head over it, since a sign or a word alone says nothing without it: "✓" under "Frozen" closes the row, under "Legal" it is the
 * condition “Legal: ✓”, and so is "2" under "Approvals". Longer words, and what only describes the row's `globs`, are read by themselves.
 */
export function readHeadedCell(head: Phrase, cell: Phrase, globs: readonly string[]): HeadedCell {
  if (head.isOdd || cell.isOdd || !/[\p{L}\p{N}]/u.test(head.source)) return 'remark';
  if (exception.test(head.words)) return cell.source === '' || none.test(cell.words) ? 'nothing' : 'exception';
  const isYes = yes.test(cell.source);
  const closes = forbids(head.source) ? 'forbid' : asksForEngineer(head.source) ? 'pair' : undefined;
  if (closes !== undefined && isYes) return closes;
  if (closes !== undefined && no.test(cell.source)) return 'nothing';
  // "Only | prices", "Approver | Finance": whatever stands under such a head is asked for, also where it would only describe the files by itself.
  const asks =
    mayDemand(head.source) &&
    !none.test(cell.words) &&
    findCarveOut(cell.source) === undefined &&
    !/[`[\]]/u.test(cell.source);
  if (asks && !no.test(cell.source)) return asCondition(head, cell);
  const isShort = /^\S+(?: \S+)?$/u.test(cell.source) && !/[`[\]]/u.test(cell.source);
  if (!isShort || findCarveOut(cell.source) !== undefined) return 'remark';
  const said = parseConditions(cell.source, cell.line, globs, false);
  if (!isYes && (said.length === 0 || said.some(({ kind }) => kind !== 'free-text'))) return 'remark';
  return asCondition(head, cell);
}

function asCondition(head: Phrase, cell: Phrase): Condition {
  return {
    kind: 'free-text',
    text: `${head.source.replace(/(?<![\s:?])[\s:?]+$/u, '')}: ${cell.source}`,
    line: cell.line,
  };
}

const exception = /^(?:except(?:ions?)?(?: for)?|but not|not|excluding|excluded|without|other than|minus)[:?]?$/u;
const none = /^(?:none|n\/a|no|[-–—\s]*)$/u;
const yes = /^(?:(?:yes|y|x|true|✓|[✅✔☑🟢👍•●]\ufe0f?)[.!]?)$/iu;
const no = /^(?:(?:no|n|false|[❌✗✘]\ufe0f?)[.!]?)$/iu;
