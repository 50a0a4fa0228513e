import { findSecrets, maxScannedLength } from './find-secrets.js';

/** Takes out of a text what looks like a credential. */
export type HideSecrets = (text: string) => string;

/** Shorter ones are no names for themselves: they would take letters out of other words. */
const shortest = 6;

/**
 * Takes out what looks like a credential by itself, and what does so in one of these files: what a quoted value is may be told by the name before it
 * alone.
 */
export function createSecretHider(files: readonly { readonly path: string; readonly text: string }[]): HideSecrets {
  const known = new Set<string>();
  for (const { path, text } of files) {
    if (text.length > maxScannedLength) continue;
    for (const { start, end } of findSecrets(path, text)) {
      const secret = text.slice(start, end).replace(/^["'`]|["'`]$/g, '');
      if (secret.length >= shortest) known.add(secret);
    }
  }
  return (text) => {
    let shown = text;
    for (const secret of known) shown = shown.replaceAll(secret, hidden);
    if (shown.length > maxScannedLength) return hidden;
    return findSecrets('', shown).reduceRight(
      (rest, { start, end }) => rest.slice(0, start) + hidden + rest.slice(end),
      shown,
    );
  };
}

const hidden = '(not shown: it looks like a password, key or token)';
