import type { ChangedFile, FileVersion } from '../../../change/change.js';
import { changesWordsOnly, rememberSides, type SideMemories } from '../words-only/changes-words-only.js';
import type { KeyTexts } from '../words-only/keys/key-texts.js';
import { saysElseBetweenTags } from './says-else-between-tags.js';

/** By which Angular finds the translation of an element's words, or of an attribute's; one with a name of its own (`@@home`) is found by that. */
const mark = /\si18n(?:-[\w-]{1,60})?(?:=(?:"[^"@]{0,300}"|'[^'@]{0,300}'))?(?=[\s>/])/g;

/**
 * Does a page say other words and nothing else, if the words by which translations are found (gettext, Angular's `i18n`) may be any? All other languages then show
 * the new ones as they are written, until somebody translates them.
 */
export async function changesKeysByWordsOnly(
  file: ChangedFile,
  texts: KeyTexts,
  memory: SideMemories,
): Promise<boolean> {
  const plain = /\.html$/i.test(file.path) ? withoutMarks(file) : file;
  if (plain === undefined) return false;
  // Without its marks it is another text.
  const own = plain === file ? memory : rememberSides();
  const mayLose: KeyTexts = { ...texts, missing: new Set(), mayLoseTranslations: true };
  return (await changesWordsOnly(plain, mayLose, own)) || saysElseBetweenTags(plain, own);
}

/** The same with no such mark; `undefined` where the marks of its sides differ. */
function withoutMarks({ before, after, ...file }: ChangedFile): ChangedFile | undefined {
  if (before?.text === undefined || after?.text === undefined) return undefined;
  const [was, now] = [marksOf(before.text), marksOf(after.text)];
  return was === now ? { ...file, before: unmark(before), after: unmark(after) } : undefined;
}

function marksOf(text: string): string {
  return (text.match(mark) ?? []).join('\n');
}

function unmark(version: FileVersion): FileVersion {
  return { ...version, text: String(version.text).replace(mark, '') };
}
