import type { ChangedFile } from '../../change/change.js';
import { locateCatalog } from '../../catalogs/locate-catalog.js';
import type { PlanSection } from '../../planning/planning-doc.js';
import { pluralize } from '../../text/pluralize.js';
import type { TextChange } from '../read-text-changes.js';

/** The sentence that a plan begins with which was started after its change (`findPlanStart`); one that goes on is the author's. */
const started =
  /^(?:“(?<before>[^”]*)”(?: \(the words in the code\))? becomes|New:) “(?<after>[^”]*)”(?:, and (?<more>\d{1,6}) more texts? changes?)?(?:\.|(?<=[.!?…]”))(?=\s+(?!\p{Ll})|$)/u;

/**
 * What a plan's TL;DR says of the texts, as the change has them now: it was written when the plan was, and the change has grown since, or main
 * has. What is no longer so gives way to the count; words of the author's own stay, and what is so in a file that is no catalog.
 */
export function restateTexts(
  body: PlanSection['body'],
  changes: readonly TextChange[],
  files: readonly Pick<ChangedFile, 'before' | 'after'>[],
): string {
  const found = started.exec(body.trimStart());
  if (found?.groups === undefined) return body;
  const { before, after, more = '0' } = found.groups;
  const written = changes.flatMap(({ path, differences }) =>
    differences.flatMap((each) => (each.after === undefined ? [] : [{ path, ...each }])),
  );
  const count = new Set(written.map(({ path, key }) => `${locateCatalog(path)?.family ?? path}\0${key}`)).size;
  const isThere = written.some((each) => isSaid(each.before, before) && isSaid(each.after, after));
  if (isThere && count === Number(more) + 1) return body;
  const isInFile = (file: Pick<ChangedFile, 'before' | 'after'>): boolean =>
    holds(file.after?.text, after as string) && (before === undefined || holds(file.before?.text, before));
  if (count === 0 && files.some(isInFile)) return body;
  const now =
    count === 0 ? '' : `${pluralize(count, 'text changes', 'texts change')}, before and after as shown below.`;
  return `${now}${body.trimStart().slice(found[0].length)}`.trimStart();
}

function isSaid(text: string | undefined, said: string | undefined): boolean {
  if (text === undefined || said === undefined) return text === said;
  return isCut(said) ? plain(text).startsWith(unescaped(said)) : plain(text) === unescaped(said);
}

function holds(text: string | undefined, said: string): boolean {
  return text !== undefined && plain(text).includes(unescaped(said));
}

/** As a plan quotes it. */
function plain(text: string): string {
  return text.replaceAll('[', '(').replaceAll(']', ')').replace(/\s+/g, ' ').trim();
}

/** A plan quotes the beginning of a long text. */
function isCut(said: string): boolean {
  return said.length > 160 && said.endsWith('…');
}

function unescaped(said: string): string {
  return plain((isCut(said) ? said.slice(0, -1) : said).replaceAll(/\\([!-/:-@[-`{-~])/g, '$1'));
}
