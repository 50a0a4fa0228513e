import { isLabel } from '../words-only/shown/label-words.js';
import { said } from './without-words.js';

const double = String.raw`"[^"\\\n{}$]*"`;
const either = String.raw`(?:${double}|'[^'\\\n{}$]*')`;

/** Lingui's texts, where nothing is done with them but to show them. */
const tagged = /(?<=[{:(]\s*)(?<![\w.$])t`[^`$\\]*`(?=\s*[,})\]])/g;

/** What shows a text that is written out as its first argument, or by a name, in languages that nobody here reads as code; and what asks for one. */
const ways: readonly (readonly [path: RegExp, shown: RegExp, asked?: RegExp])[] = [
  [
    /\.dart$/i,
    new RegExp(
      String.raw`((?<![\w.$])(?:Text|SelectableText)\(\s*|(?<![\w.$])(?:tooltip|label|labelText|hintText|helperText|errorText|semanticLabel):\s*)(${either})(?=\s*[,)])`,
      'g',
    ),
    /(?<![\w.$])AppLocalizations\.of\(context\)[!?]?\.\w+(?![\w(.])/g,
  ],
  [
    /\.swift$/i,
    new RegExp(String.raw`((?<![\w.])(?:Text|Label|Button|Toggle|NSLocalizedString)\(\s*)(${double})(?=\s*[,)])`, 'g'),
  ],
  [/\.kt$/i, new RegExp(String.raw`((?<![\w.])Text\(\s*(?:text\s*=\s*)?)(${double})(?=\s*[,)])`, 'g')],
  [/\.(?:cpp|cc|h|hpp)$/i, new RegExp(String.raw`((?<![\w.>])(?:tr|i18n)\(\s*)(${double})(?=\s*[,)])`, 'g')],
  [
    /\.py$/i,
    new RegExp(String.raw`((?<![\w.])(?:_|gettext|gettext_lazy|ugettext_lazy)\(\s*)(${double})(?=\s*\))`, 'g'),
  ],
  [/\.elm$/i, new RegExp(String.raw`((?<![\w.])(?:Html\.)?text\s+)(${double})`, 'g')],
];

/** A file without the words that it shows beyond doubt, all else sign by sign; `undefined` for a language in which nothing is known to show words. */
export function withoutShownStrings(path: string, text: string): string | undefined {
  if (/\.[cm]?[jt]sx?$/i.test(path)) return text.replaceAll(tagged, said);
  const [, shown, asked] = ways.find(([name]) => name.test(path)) ?? [];
  if (shown === undefined) return undefined;
  const left = text.replaceAll(shown, (whole, before: string, literal: string) =>
    isLabel(literal.slice(1, -1)) ? before + said : whole,
  );
  return asked === undefined ? left : left.replaceAll(asked, said);
}
