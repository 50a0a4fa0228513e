import { isDrawn, secretShapes } from './secret-shapes.js';
import { tokenRules } from './token-rules.js';
import { wordsIn } from './words-in.js';

/** Something in a text that looks like a credential. Offsets count UTF-16 units from 0; `end` is exclusive. */
export interface Secret {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** What in `text` shows by itself that it is a credential: tokens, private keys, headers and addresses with a password. */
export function findSecretTokens(text: string, holds = wordsIn(text.toLowerCase())): readonly Secret[] {
  const found: Secret[] = [];
  for (const { kind, keywords, pattern } of tokenRules) {
    if (!keywords.some(holds)) continue;
    for (const each of text.matchAll(pattern)) {
      const value = each.slice(1).find(Boolean) as string;
      if (isDrawn(value)) found.push({ kind, start: each.index, end: each.index + each[0].length });
    }
  }
  for (const { kind, keywords, pattern, isSecret } of secretShapes) {
    if (!keywords.some(holds)) continue;
    for (const each of text.matchAll(pattern)) {
      const start = each.index - (each.groups?.['scheme']?.length ?? 0);
      if (isSecret(each)) found.push({ kind, start, end: each.index + each[0].length });
    }
  }
  return found;
}
