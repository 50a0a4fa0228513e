import { stemsOf } from './stems.js';
import type { TextToken } from '../grammar/tokenize.js';

/** What an item says behind its paths, and the globs that what it leaves out by words stands for. */
export interface NamedExclusions {
  readonly tail: readonly TextToken[];
  readonly excepted: readonly TextToken[];
}

/**
 * Takes "disclosures excluded" behind `i18n/*.json` for an exception of `i18n/disclosures*.json`, where the section names that path somewhere
 * (`named`) and it has just these words for its name, right in the item's own folder. Whatever is said of that path there, this item
 * locks it, and what is called so deeper down where its glob goes there, so that no words beside it open anything. `undefined` where the item
 * leaves nothing out that is named.
 */
export function readNamedExclusions(
  tail: readonly TextToken[],
  globs: readonly TextToken[],
  named: readonly string[],
): NamedExclusions | undefined {
  const excepted: TextToken[] = [];
  const rest = tail.map((token): TextToken => {
    if (token.kind !== 'text') return token;
    const text = token.text.replace(exclusion, (all, before: string, first?: string, second?: string) => {
      const found = globs.map(({ text: glob }) =>
        named.filter((path) => isNamed([first, second].join(''), glob, path)).map((path) => atAnyDepth(glob, path)),
      );
      if (found.some((paths) => paths.length === 0)) return all;
      excepted.push(...found.flat().map((path): TextToken => ({ ...token, kind: 'code', text: path })));
      return before;
    });
    return { ...token, text };
  });
  return excepted.length === 0 ? undefined : { tail: rest, excepted };
}

const names = '[\\p{L}-]+(?: [\\p{L}-]+){0,2}';
/** Behind two things and more nobody can say how many of them it leaves out. */
const before = '(^\\s*|[;(:–]\\s*|\\.\\s+|(?<=(?:^|[;(:–])[^,;(:–]{0,200}),\\s*)';
const exclusion = new RegExp(
  `${before}(?:(?:but )?(?:not|except|excluding) (?:the )?(${names})|(?:the )?(${names}) (?:is |are )?(?:excluded|not included))(?:,? see below| \\(see below\\))?(?=\\s*[,;.)]|\\s*$)`,
  'giu',
);

/** "Legal excluded" behind `i18n/**` is also meant of `i18n/de/legal`. */
function atAnyDepth(glob: string, path: string): string {
  const folder = folderOf(glob);
  return glob.startsWith(`${folder}/**`) ? `${folder}/**${path.slice(folder.length)}` : path;
}

function folderOf(glob: string): string {
  return glob.replace(/\/(?:\*\*\/)?[^/]*$/u, '');
}

/** "Legal texts" are called legal. */
function withoutKind(words: string): string {
  return words
    .replace(/ (?:is|are)$/iu, '')
    .replace(/(?<=\p{L}) (?:texts?|strings?|messages?|copy|files?|pages?)$/iu, '');
}

/** Whether a path is all that begins with these words in the folder that a glob opens files of. */
function isNamed(words: string, glob: string, path: string): boolean {
  const folder = folderOf(glob);
  if (!path.startsWith(`${folder}/`)) return false;
  const [, name = ''] = /^([^/*]+)(?:\*[^/]*|\/(?:\*\*)?)$/u.exec(path.slice(folder.length + 1)) ?? [];
  const [said, own] = [stemsOf(withoutKind(words)), stemsOf(name)].map((stems) => stems.toSorted().join(' '));
  return said !== '' && said === own;
}
