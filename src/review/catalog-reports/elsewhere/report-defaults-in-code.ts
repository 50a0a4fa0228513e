import { originalRank } from '../../../catalogs/choose-originals.js';
import { compareCatalogs } from '../../../catalogs/compare-catalogs.js';
import { locateCatalog, locateCatalogText } from '../../../catalogs/locate-catalog.js';
import { locateChangedCatalogs } from '../../../catalogs/locate-changed-catalogs.js';
import { pluralize } from '../../../text/pluralize.js';
import { escapeExpression } from '../../../text/escape-expression.js';
import type { Report, ReviewContext } from '../../check.js';
import { isForeign, isProgram, isTest } from '../../gates/code-text.js';
import { expressWords } from '../../old-words/find-whole-words.js';
import { whoToAsk } from '../../who-to-ask.js';

/** Texts that are looked for, how long they may be, and files that are read for them. */
const [mostTexts, longest, mostFiles] = [30, 200, 200];

interface Rewritten {
  readonly path: string;
  readonly line: number;
  /** The last name of its key, and the words that it had. */
  readonly name: string;
  readonly words: string;
}

/**
 * Words of a catalog in the language of the original that the code has as well, beside the key (`defineMessages({ title: 'Home' })` of FormatJS, `t('title', 'Home')`): where
 * catalogs are made from the code, whoever makes them anew takes the edit back. Told of the first few lines that still have the old words.
 */
export async function reportDefaultsInCode(context: ReviewContext): Promise<readonly Report[]> {
  const texts = await listRewritten(context);
  if (texts.length === 0) return [];
  const found = await context.snapshot.search(texts.flatMap(probesOf));
  const paths = (found ?? []).filter(mayHoldDefaults).slice(0, mostFiles);
  if (paths.length === 0) return [];
  const read = await context.snapshot.read('head', paths);
  // Some modules are known for catalogs by what they hold.
  const code = [...read].filter(([path, { text }]) => locateCatalogText(path, text) === undefined);
  return texts.flatMap((each): readonly Report[] => {
    const { path, line, words } = each;
    const [place, ...more] = code.flatMap(([file, { text = '' }]) => {
      const at = text.search(besideKey(each));
      return at === -1 ? [] : [`${file}:${text.slice(0, at).split('\n').length}`];
    });
    if (place === undefined) return [];
    const others = more.length === 0 ? '' : ` and ${pluralize(more.length, 'more place', 'more places')}`;
    const message = `The code has the old words “${words}” beside the key of this text: ${place}${others}. Where catalogs are made from the code, they come back the next time; ${whoToAsk(context)} changes them with it, or confirms that they are made otherwise.`;
    return [{ message, path, line, severity: 'note', undecided: true }];
  });
}

/** On one line with its key, or, where no other text reads so, by themselves. */
function probesOf({ name, words }: Rewritten): readonly string[] {
  const quoted = `["'\`]${expressWords(words)}["'\`]`;
  return [`${escapeExpression(name)}.*${quoted}`, ...(/\p{L}\s+\p{L}/u.test(words) ? [quoted] : [])];
}

/** `name: 'words'`, `t('a.name', 'words')`, `id: 'a.name', defaultMessage: 'words'`, `id="a.name" defaultMessage="words"`. */
function besideKey({ name, words }: Rewritten): RegExp {
  const named = String.raw`(?<![\w-])${escapeExpression(name)}["'\x60]?\s{0,200}(?:[:,]\s{0,200})?`;
  const told = String.raw`(?:default\w{0,20}\s{0,20}[:=]\s{0,200}\{?\s{0,20})?`;
  return new RegExp(`${named}${told}["'\`]${expressWords(words)}["'\`]`, 'u');
}

async function listRewritten(context: ReviewContext): Promise<readonly Rewritten[]> {
  const { catalogs } = await context.texts();
  const located = await locateChangedCatalogs(context.change.files, context.snapshot);
  const all = [...catalogs].flatMap(([path, { before, after }]) =>
    originalRank(located.get(path)?.locale) > 2
      ? []
      : compareCatalogs(before, after).flatMap(({ key, before: words, after: now, at }): Rewritten[] => {
          const [name = ''] = /[\w-]+$/.exec(key) ?? [];
          const isOne = words !== undefined && now !== undefined && words !== '' && !/[\r\n]/.test(words);
          return isOne && words.length <= longest && name !== '' ? [{ path, line: at.line, name, words }] : [];
        }),
  );
  return all.length > mostTexts ? [] : all;
}

function mayHoldDefaults(path: string): boolean {
  return isProgram(path) && !isTest(path) && !isForeign(path) && locateCatalog(path) === undefined;
}
