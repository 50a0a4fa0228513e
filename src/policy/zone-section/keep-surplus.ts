import { mayDemand } from '../grammar/remarks/word-against-remark.js';
import { toPhrase } from '../grammar/phrase.js';
import { forbids } from '../grammar/refusals/forbidding-words.js';
import { toSourceText, type TextToken } from '../grammar/tokenize.js';
import { closePaths } from '../list-items/close-paths.js';
import { parseSettingLines } from '../settings/parse-setting-line.js';
import { isKindOfFiles, type SettingLabel } from '../settings/setting-labels.js';
import { readSizeLimit } from '../settings/setting-values.js';
import { addProse, addRules, type SectionWalk } from './section-walk.js';

/**
 * Keeps what a line of settings says besides: "**Size limit:** 15 files, 400 lines; not in `docs/legal/**`". A setting reads its own value, and leaves
 * the paths and the words that are none of it.
 */
export function keepSurplus(walk: SectionWalk, line: readonly TextToken[]): void {
  for (const { setting, value } of parseSettingLines(line)) {
    if (setting === undefined) continue;
    const words = value.filter(({ kind }) => kind === 'text');
    const isForbidden = forbids(toSourceText(words));
    if (!isForbidden && takesPaths(setting)) continue;
    const named = value.filter(({ text }) => !text.trimStart().startsWith('@'));
    addRules(walk, closePaths(toPhrase(named), undefined, isForbidden));
    const surplus = surplusOf(setting, toSourceText(value));
    if (mayDemand(surplus) ? takesWords(setting) : takesNoWords.has(setting) && word.test(surplus))
      addProse(walk, line);
  }
}

/** What stands there beside handles or numbers. */
function surplusOf(setting: SettingLabel, value: string): string {
  return setting === 'size limit'
    ? readSizeLimit(value).unread
    : value.replace(/@[\w./-]+|(?<!\p{L})(?:and|or|the|team)(?!\p{L})/gu, '');
}

/** A word that is no name. */
const word = /(?<!\p{L})\p{Ll}{2}/u;

/** Settings that nothing but numbers, or handles and teams, is read of. */
const takesNoWords: ReadonlySet<SettingLabel> = new Set<SettingLabel>([
  'size limit',
  'engineers',
  'compliance sign-off',
]);

/** Whether the value of a setting is paths, or may look like one. */
function takesPaths(setting: SettingLabel): boolean {
  return setting === 'base branch' || isKindOfFiles(setting);
}

/** Whether a setting says of any other words no more than that they are not read. */
function takesWords(setting: SettingLabel): boolean {
  return setting === 'incident contacts' || takesNoWords.has(setting);
}
