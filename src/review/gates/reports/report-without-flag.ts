import type { ChangedFile } from '../../../change/change.js';
import { isUnreadPicture } from '../../../change/is-unread-picture.js';
import { isRegulated } from '../../../policy/is-regulated.js';
import type { Report, ReviewContext } from '../../check.js';
import { placeOfFile } from '../../engine/place-of-file.js';
import { describeMoreThanWords } from '../likely-words/describe-more-than-words.js';
import type { MoreThanWords, UnsureWords } from '../likely-words/file-words.js';
import { findCompiledCatalogs } from '../../find-compiled-catalogs.js';
import { whoToAsk } from '../../who-to-ask.js';
import { isCopy } from './own-gate.js';
import { suchAs } from './report-copy-gates.js';

/** Seed 002, week one: one word on a page that everyone sees. Seed 000: nothing ships without a flag. Not all words have a key: some stand in the code itself. */
export async function reportLiveCopy(
  reason: string,
  files: readonly ChangedFile[],
  context: ReviewContext,
): Promise<Report> {
  const haveKeys = files.every(({ path }) => isCopy(path));
  if (isRegulated(context.policy) && !haveKeys) {
    const message = `The plan has no flag, because ${reason}. Under regulated controls everything needs one. Have ${whoToAsk(context)} show the new words behind a flag that the plan names, and the old ones without it.`;
    return { message, severity: 'blocker' };
  }
  if (isRegulated(context.policy)) {
    const changed = (await context.texts()).texts.find(({ kind }) => kind === 'changed');
    const such = changed === undefined ? '' : `${await suchAs(changed, context)} for “${changed.entry.label}”`;
    const message = `The plan has no flag, because ${reason}. Under regulated controls everything needs one. Leave the old text as it was, write the new one under a new key beside it${such}, and have ${whoToAsk(context)} show that one behind a flag that the plan names.`;
    return { message, severity: 'blocker' };
  }
  const shown = files.every(isUnreadPicture) ? 'picture' : 'words';
  const message = `The plan has no flag, because ${reason}. Everyone would see the new ${shown} ${(await findCompiledCatalogs(context)).length > 0 ? 'once their compiled catalogs are built' : 'at once'}; ${whoToAsk(context)} approves that in the pull request.`;
  return { message, undecided: true };
}

/** The code of a file is as it was, and what changed reads like words; nobody but a person can tell that it is nothing else, or that people read it at all. */
export function reportUnsureWords(
  { file, words }: { readonly file: ChangedFile; readonly words: UnsureWords | 'orders' },
  context: ReviewContext,
): Report {
  const { path, added } = file;
  const lines = added.map(({ start, end }) => (start === end ? `${start}` : `${start} to ${end}`));
  const isOne = added.length === 1 && added[0]?.start === added[0]?.end;
  const where = lines.length === 0 ? '' : ` (${isOne ? 'line' : 'lines'} ${lines.join(', ')})`;
  const { is, doubt, confirms } = unsure[words];
  const message = `What changed in ${path}${where} ${is}, and all else in it is as it was; ${doubt}. ${whoToAsk(context)} reads ${lines.length === 0 ? 'what was taken out' : 'these lines'} in the pull request and confirms ${confirms}.`;
  return { ...placeOfFile(file), message, undecided: true };
}

const confirmsWords = 'that people see other words and nothing else';

const unsure: Readonly<
  Record<UnsureWords | 'orders', { readonly is: string; readonly doubt: string; readonly confirms: string }>
> = {
  likely: { is: 'reads like words alone', doubt: 'only a person can be sure', confirms: confirmsWords },
  possible: {
    is: 'reads like words alone',
    doubt: 'it stands in code, and whether people read it, and no program goes by it, only an engineer can tell',
    confirms: confirmsWords,
  },
  comments: {
    is: 'reads like comments, which no program runs',
    doubt: 'only an engineer can be sure',
    confirms: 'that nothing does something else',
  },
  untranslated: {
    is: 'reads like words alone',
    doubt:
      'translations are found by the old words, so all other languages show the new ones as they are written, until they are translated anew',
    confirms: 'that this is meant, and that people see other words and nothing else',
  },
  orders: {
    is: 'is what tools read in comments',
    doubt: 'people see nothing of it, and what the tools do then only an engineer can tell',
    confirms: 'that nothing does something else',
  },
};

/** Seed 002, week one: words alone go without a flag. What is more is named, so that it can be taken back. */
export function reportMoreThanWords(reason: string, other: MoreThanWords, context: ReviewContext): Report {
  return {
    ...placeOfFile(other.file),
    ...(other.lines && { line: other.lines.start }),
    message: `The plan has no flag, because ${reason}. That is for words alone, and ${describeMoreThanWords(other)}. Take that back, or name a flag in the plan that it stands behind. If people see other words and nothing else all the same, ${whoToAsk(context)} can say so in the pull request.`,
  };
}

/** Nothing that a flag file has stands before the change. */
export function reportNoFlag(
  files: readonly [ChangedFile, ...ChangedFile[]],
  areWords: boolean,
  context: ReviewContext,
): Report {
  const way = areWords
    ? ' Words alone may go without one where the plan, of level copy, says why: “Flag: none, because …”; then that is approved in the pull request.'
    : '';
  return {
    ...placeOfFile(files[0]),
    message: `No flag stands before this change, so everyone would see it at once: neither the plan nor your row of the list of PMs names a flag that a flag file has. Name the flag in the plan, and ask ${whoToAsk(context)} if it does not exist yet.${way}`,
  };
}
