import type { TextToken } from '../grammar/tokenize.js';

/**
 * The tokens with words as inline code that lie in a folder which inline code of the section names (`codes`): "PMs cannot touch src/auth or docs/legal",
 * beside `src/**`. Elsewhere two words with a slash between may be anything ("copy/paste").
 */
export function markBarePaths(tokens: readonly TextToken[], codes: readonly string[]): readonly TextToken[] {
  const roots = new Set(codes.flatMap((code) => firstName.exec(code)?.[1] ?? []));
  const isPath = (word: string): boolean => roots.has(barePath.exec(word)?.[1] ?? '');
  return tokens.flatMap((token) =>
    token.kind === 'code'
      ? [token]
      : token.text
          .split(parts)
          .filter((text) => text !== '')
          .map((text): TextToken => (isPath(text) ? { ...token, kind: 'code', text } : { ...token, text })),
  );
}

const firstName = /^(?:\.?\/)?([\w@.-]+)\/./u;
const barePath = /^(?:\.?\/)?([\w@.-]+)\/[\w@.*-]/u;

/** Words, what parts them, and the signs that end them. */
const parts = /(\s+|[,;:()[\]"“”]+|\.(?=\s|$))/u;
