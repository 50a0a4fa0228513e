import { readStandingLabel, readStandings, type StandingLabel } from '../../grammar/leads/standing-labels.js';
import type { Phrase } from '../../grammar/phrase.js';
import { namesPath } from '../../list-items/close-paths.js';

/** A table with a column of paths and several that say together what PMs may change. */
export interface Matrix {
  /** The column of paths. */
  readonly path: number;
  /** The columns of answers. */
  readonly answers: ReadonlySet<number>;
  /** What is said of each row. */
  readonly effects: readonly Effect[];
}

type Effect = StandingLabel['effect'];

/**
 * Finds what a table says that has a column for each answer: one mark in each row ("| | alone | with an engineer | never |" over "| `a` | | x | |"), or yes or
 * no in each cell ("| | PM alone | PM with engineer |" over "| `a` | no | yes |"). `kinds` are those of its columns. `undefined` for any other table.
 */
export function findMatrix(
  head: readonly Phrase[],
  rows: readonly (readonly Phrase[])[],
  kinds: readonly (string | undefined)[],
): Matrix | undefined {
  const path = Math.max(kinds.indexOf('path'), 0);
  if (kinds[path] !== 'path' && head[path]?.source !== '') return undefined;
  const labels = head.map(({ words, isOdd }, at) => (isOdd || at === path ? undefined : readStandingLabel(words)));
  const areKnown = labels.every(
    (label, at) => at === path || label !== undefined || kinds[at] === 'remark' || kinds[at] === 'area',
  );
  if (!areKnown || !sayTogether(labels.filter((label) => label !== undefined))) return undefined;
  const columns = labels.flatMap((label, at) => (label === undefined ? [] : [{ at, ...label }]));
  const isAlone = columns.some(({ at, effect }) => effect === 'allow' && alone.test((head[at] as Phrase).words));
  const effects = rows.map((row) => (isOfPath(row, path) ? effectOf(row, columns, isAlone) : undefined));
  const known = effects.filter((effect) => effect !== undefined);
  return known.length < rows.length
    ? undefined
    : { path, answers: new Set(columns.map(({ at }) => at)), effects: known };
}

/** Whether labels are answers to what PMs may change, and to nothing else. */
export function sayTogether(labels: readonly StandingLabel[]): boolean {
  const isOfPms = labels.some(({ effect, isOfPms }) => effect === 'allow' && isOfPms);
  const isOfBoth = isOfPms && labels.some(({ effect }) => effect === 'pair');
  return labels.length > 1 && (isOfBoth || readStandings(labels) !== undefined);
}

function isOfPath(row: readonly Phrase[], path: number): boolean {
  return row[path]?.tokens.some(namesPath) === true && !row.some(({ isOdd }) => isOdd);
}

/** What a row says, or `undefined` where that is not plain. Where both are said, the engineer counts unless PMs may do it alone by the very words. */
function effectOf(
  row: readonly Phrase[],
  columns: readonly { readonly at: number; readonly effect: Effect }[],
  isAlone: boolean,
): Effect | undefined {
  const cells = columns.map(({ at, effect }) => ({ said: row[at]?.source ?? '', effect }));
  const marked = cells.filter(({ said }) => mark.test(said)).map(({ effect }) => effect);
  if (cells.every(({ said }) => none.test(said) || mark.test(said)) && marked.length === 1) return marked[0];
  if (!cells.every(({ said }) => yes.test(said) || no.test(said))) return undefined;
  const has = (wanted: Effect): boolean => marked.includes(wanted);
  if (has('forbid')) return marked.length === 1 ? 'forbid' : undefined;
  if (has('pair')) return isAlone && has('allow') ? 'allow' : 'pair';
  if (has('allow')) return 'allow';
  return cells.some(({ effect }) => effect === 'forbid') ? undefined : 'forbid';
}

const alone =
  /(?<!\p{L})(?:alone|solo|on (?:their|your) own|by themselves|themselves|without (?:an? )?(?:engineers?|developers?))(?!\p{L})/u;
const mark = /^(?:x|yes|y|✓|[✅✔☑🟢•●]\ufe0f?)$/iu;
/** A yes beside a no: an "x" may be either there. */
const yes = /^(?:yes|y|✓|[✅✔☑🟢]\ufe0f?)$/iu;
const no = /^(?:no|n|[❌✗✘✖🚫⛔🔴]\ufe0f?)$/iu;
const none = /^[-–—\s]*$/u;
