import { isKeptBesideTexts, locateCatalogText } from '../../../catalogs/locate-catalog.js';
import { locateChangedCatalogs } from '../../../catalogs/locate-changed-catalogs.js';
import type { ChangedFile } from '../../../change/change.js';
import { isUnreadPicture } from '../../../change/is-unread-picture.js';
import { once } from '../../../git/once.js';
import { isRegulated } from '../../../policy/is-regulated.js';
import type { ReviewContext } from '../../check.js';
import { isProgram } from '../code-text.js';
import { changesWordsOnly, rememberSides } from '../words-only/changes-words-only.js';
import { createKeyTexts, type KeyTexts } from '../words-only/keys/key-texts.js';
import { changesKeysByWordsOnly } from './changes-keys-by-words-only.js';
import { withoutCommentLines } from './comments/without-comment-lines.js';
import type { FileWords, UnsureWords } from './file-words.js';
import { findDisguise } from './find-disguise.js';
import { findHeldWords } from './find-held-words.js';
import { findMoreThanWords } from './find-more-than-words.js';
import { saysElseBetweenTags } from './says-else-between-tags.js';
import { swapsSentences } from './swaps/swaps-sentences.js';
import { withoutSpacesAtEnds } from './without-spaces-at-ends.js';

/** Judges the files of a change when they are asked for, each once. */
export function createWordsJudge(
  context: Pick<ReviewContext, 'change' | 'snapshot' | 'policy'>,
): (file: ChangedFile) => Promise<FileWords> {
  const texts = createKeyTexts(context);
  const judged = new Map<string, Promise<FileWords>>();
  const located = once(() => locateChangedCatalogs(context.change.files, context.snapshot));
  /** Some are known by those beside them alone, and a new one by no other way. */
  const isCatalog = async ({ path, after }: ChangedFile): Promise<boolean> =>
    after?.text !== undefined &&
    !isProgram(path) &&
    ((await located()).get(path)?.format ?? 'unsupported') !== 'unsupported';
  const judge = async (file: ChangedFile): Promise<FileWords> =>
    isKeptBesideTexts(file.path) || (await isCatalog(file))
      ? 'words'
      : judgeFile(file, { ...texts, missing: new Set() }, context);
  return (file) => {
    const words = judged.get(file.path) ?? judge(file);
    judged.set(file.path, words);
    return words;
  };
}

async function judgeFile(
  changed: ChangedFile,
  texts: KeyTexts,
  context: Pick<ReviewContext, 'change' | 'snapshot' | 'policy'>,
): Promise<FileWords> {
  // The engineering DRI looks at each (zone), and no more can be told of it than of words: a plan without a flag is enough for both.
  if (isUnreadPicture(changed) && !isRegulated(context.policy)) return 'words';
  const file = withoutSpacesAtEnds(changed);
  if (file.before?.text !== undefined && file.before.text === file.after?.text) return 'words';
  const memory = rememberSides();
  const areAlone = (part: ChangedFile): Promise<boolean> => changesWordsOnly(part, texts, memory);
  const guess = async (part: ChangedFile): Promise<UnsureWords | undefined> => {
    if (isRegulated(context.policy)) return undefined;
    const words = (await saysElseBetweenTags(part, memory)) ? 'likely' : await swapsSentences(part, context);
    const code = words === undefined ? await withoutCommentLines(part) : undefined;
    if (code === undefined) return words;
    const isSame = code.before?.text === code.after?.text;
    return isSame || (await changesWordsOnly(code, texts)) ? 'comments' : undefined;
  };
  const loseTranslations = async (part: ChangedFile): Promise<boolean> =>
    !isRegulated(context.policy) && changesKeysByWordsOnly(part, texts, memory);
  const isAlone = await areAlone(file);
  const [missing] = texts.missing;
  const guessed = isAlone || missing !== undefined ? undefined : await guess(file);
  const said = isAlone ? 'words' : (guessed ?? ((await loseTranslations(file)) ? 'untranslated' : undefined));
  if (said !== undefined) return unlessMore(said, changed);
  const areWords = async (part: ChangedFile): Promise<boolean> =>
    (await areAlone(part)) || (await guess(part)) !== undefined || loseTranslations(part);
  return { file: changed, missing, lines: await findMoreThanWords(file, areWords) };
}

/** What reads like words may hide something, or a program may go by the old ones. */
function unlessMore(said: FileWords, file: ChangedFile): FileWords {
  // In a catalog that has its words for keys nothing is held against them.
  const isCatalog = locateCatalogText(file.path, file.after?.text) !== undefined;
  const found = findDisguise(file) ?? (isCatalog ? undefined : findHeldWords(file));
  if (found === undefined) return said;
  const { line, what } = found;
  return { file, missing: undefined, lines: { start: line, end: line }, why: what };
}
