import type { FootnoteDefinition } from 'mdast';
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
    const note = noteOf(footnotes, token);
    if (note === undefined) return [token];
    const sign = { ...token, odd: false };
    return [
      { ...sign, text: ' (' },
      ...tokenize(note).map((each) => ({ ...each, text: each.text.replaceAll('\n', ' '), line: token.line })),
      { ...sign, text: ')' },
    ];
  });
}

/** The footnotes whose text stands in what these tokens become. */
export function findNotes(
  { footnotes }: Pick<SectionWalk, 'footnotes'>,
  tokens: readonly TextToken[],
): readonly FootnoteDefinition[] {
  return tokens.flatMap((token) => noteOf(footnotes, token) ?? []);
}

function noteOf(footnotes: SectionWalk['footnotes'], { odd, text }: TextToken): FootnoteDefinition | undefined {
  const [, name = ''] = odd ? (/^\[\^([^\]]+)\]$/u.exec(text) ?? []) : [];
  const note = footnotes.get(name);
  return note === undefined || findNamedPaths(tokenize(note)).length > 0 ? undefined : note;
}
