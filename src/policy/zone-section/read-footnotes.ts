import { findNamedPaths } from '../list-items/close-paths.js';
import { tokenize, type TextToken } from '../grammar/tokenize.js';
import type { SectionWalk } from './section-walk.js';

/**
 * Puts the text of a footnote where it is referred to, in brackets; a footnote that names a path stays a reference, which makes the text
 * around it no known form.
 */
export function readFootnotes(
  { footnotes }: Pick<SectionWalk, 'footnotes'>,
  tokens: readonly TextToken[],
): readonly TextToken[] {
  return tokens.flatMap((token): readonly TextToken[] => {
    const [, name = ''] = token.odd ? (/^\[\^([^\]]+)\]$/u.exec(token.text) ?? []) : [];
    const note = footnotes.get(name);
    const text = note === undefined ? [] : tokenize(note);
    if (note === undefined || findNamedPaths(text).length > 0) return [token];
    const sign = { ...token, odd: false };
    return [
      { ...sign, text: ' (' },
      ...text.map((each) => ({ ...each, text: each.text.replaceAll('\n', ' '), line: token.line })),
      { ...sign, text: ')' },
    ];
  });
}
