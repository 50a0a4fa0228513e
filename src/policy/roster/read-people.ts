import { mayDemand } from '../grammar/remarks/word-against-remark.js';
import { findEmails, findHandles } from './roster-cell.js';

/** The people that a cell of the roster names. */
export interface NamedPeople {
  /** Handles, teams and addresses, and what is none, as written. */
  readonly names: readonly string[];
  /** Somebody there is said to have withdrawn, and nobody else is named. */
  readonly isWithdrawn: boolean;
}

/**
 * Reads who is named: "Bob Lind (@bob)" is found by "@bob"; a plain name finds nobody on the host. Who withdrew ("@erin (withdrew)") is not named any
 * more, and words that leave it in doubt whether somebody counts are said to be unread.
 */
export function readPeople(
  entries: readonly string[],
  pm: string,
  addProblem: (severity: 'warning', message: string) => void,
): NamedPeople {
  const staying = entries.filter((entry) => !withdrew.test(entry));
  const isCellWithdrawn = entries.some((entry) => withdrew.test(entry) && namesIn(entry).length === 0);
  const named = staying.map((entry) => [entry, namesIn(entry)] as const);
  for (const [entry, names] of named) {
    const written = `“${entry.slice(0, 80)}” in the row of ${pm}`;
    if (names.length === 0)
      addProblem('warning', `${written} is no handle like @name or @org/team, so nobody is found by it.`);
    else if (doubt.test(entry) || demandsBeside(entry))
      addProblem(
        'warning',
        `${written} is taken for ${names.join(', ')}, and the words beside it are not read. Ask an engineer to name who it is now, and nobody else.`,
      );
  }
  if (isCellWithdrawn) return { names: [], isWithdrawn: true };
  const found = named.flatMap(([, names]) => names);
  const unusable = named.flatMap(([entry, names]) => (names.length === 0 ? [entry] : []));
  return { names: [...found, ...unusable], isWithdrawn: staying.length === 0 && entries.length > 0 };
}

/** Whether words behind a name demand something: "@erin (before merge)", "@org/home (two of them)"; a name may be a word of any kind. */
function demandsBeside(entry: string): boolean {
  const behind = entry.slice(entry.lastIndexOf('@')).replace(/^\S+/u, '');
  return /(?<![\p{L}])\p{Ll}/u.test(behind) && (mayDemand(behind) || number.test(behind));
}

const number = /(?<![\p{L}])(?:one|two|three|any|both|each|all|either|\d) of (?:them|us|the|these)(?![\p{L}])/u;

function namesIn(entry: string): readonly string[] {
  return [...findHandles(entry), ...findEmails(entry)];
}

const withdrew =
  /(?<!\p{L})(?:with(?:drew|draws|drawn|drawing)|(?:stepped|steps) (?:back|down)|declined|opted out)(?!\p{L})/iu;

const doubt =
  /\?|(?<!\p{L})(?:until|till|from|on leave|away|left|gone|no longer|former(?:ly)?|maybe|perhaps|probably|not|pending|if|tb[cda]|to be)(?!\p{L})/iu;
