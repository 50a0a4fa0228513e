import { toPlainLine } from '../git/git-error.js';
import { nameFiles } from './title/name-files.js';

export interface CommitMessageFacts {
  /** The title of the planning doc, where the change has one. */
  readonly plan: string | undefined;
  readonly files: readonly { readonly path: string; readonly kind: 'added' | 'changed' | 'removed' }[];
  /** The first lines of the change's commits so far. */
  readonly subjects?: readonly string[];
}

/** Longer subjects are cut short by those who show them. */
const longestSubject = 72;
/** Files that the text below the subject lists. */
const mostListed = 20;

/** A commit message to start from: what was done to what, for which plan, and below it the files that the subject does not name. */
export function draftCommitMessage({ plan, files, subjects = [] }: CommitMessageFacts): string {
  const kinds = new Set(files.map(({ kind }) => kind));
  const verb = kinds.size > 1 ? 'Change' : kinds.has('added') ? 'Add' : kinds.has('removed') ? 'Remove' : 'Change';
  const title = plan === undefined ? '' : withoutEllipsis(toPlainLine(plan).replace(/^planning: */i, ''));
  const room = title === '' ? longestSubject : Math.max(longestSubject - title.length - 2, longestSubject / 2);
  const paths = files.map(({ path }) => toPlainLine(path));
  const { words, isWhole } = nameFiles(paths, room - verb.length - 1);
  const what = `${verb} ${words}`;
  const join = (done: string): string => (title === '' ? done : joinSubject(title, done));
  const subject = join(`${what}${howOften(join(what), subjects)}`);
  if (isWhole) return `${subject}\n`;
  const listed = files.slice(0, mostListed).map(({ path, kind }) => `- ${toPlainLine(path)} (${kind})`);
  const more = files.length > mostListed ? [`- and ${files.length - mostListed} more`] : [];
  return `${subject}\n\n${[...listed, ...more].join('\n')}\n`;
}

/** Three rounds of a review are three commits of the same file: each is told from the ones before. */
function howOften(subject: string, subjects: readonly string[]): string {
  const times = subjects.filter((each) => each.toLowerCase().includes(subject.toLowerCase())).length;
  return times === 0 ? '' : times === 1 ? ' again' : ` again (${times})`;
}

/** Nothing stands in a message that says only that something is left out, or that somebody is to fill it in. */
function withoutEllipsis(title: string): string {
  return title.replace(/\s*(?:…|\.{3,})\s*/g, ' ').trim();
}

/** Of a long title the end gives way: what was done tells two commits of one change apart. */
function joinSubject(title: string, what: string): string {
  const done = `${what.charAt(0).toLowerCase()}${what.slice(1)}`;
  return `${shorten(title, longestSubject - done.length - 2)}: ${done}`;
}

/** Ends with a whole word where there is one, and not with one that leads to what was cut off. */
function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const end = text.lastIndexOf(' ', longest);
  const cut = text.slice(0, end > longest / 2 ? end : longest);
  return cut.replace(
    /(?:[\s:;,]+(?:an?|and|or|but|the|to|of|with|for|in|on|at|by|from|that|which|who))*[\s:;,]*$/i,
    '',
  );
}
