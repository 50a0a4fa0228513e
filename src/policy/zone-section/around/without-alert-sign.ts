import type { TextToken } from '../../grammar/tokenize.js';

/** Tokens without "[!NOTE]" at their beginning, which is the sign of an alert on GitHub, and no words. */
export function withoutAlertSign(tokens: readonly TextToken[]): readonly TextToken[] {
  const first = tokens.find(({ text }) => text.trim() !== '');
  return tokens.map((token) =>
    token === first && token.kind === 'text' ? { ...token, text: token.text.replace(/^\s*\[!\w+\]/u, '') } : token,
  );
}
