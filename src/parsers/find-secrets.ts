import { findAssigned } from './secrets/find-assigned.js';
import { findEncoded } from './secrets/find-encoded.js';
import { findSecretTokens, type Secret } from './secrets/find-secret-tokens.js';
import { runPreset, wholeFile } from './secrets/run-preset.js';
import { undoDisguise } from './secrets/undo-disguise.js';
import { wordsIn } from './secrets/words-in.js';

export type { Secret } from './secrets/find-secret-tokens.js';

/** In UTF-16 units; longer texts are not searched. 4 MB take a second or two at worst, and no PM file comes close. */
export const maxScannedLength = 4_000_000;

/** More findings than these say nothing new. */
const maxFindings = 200;

/**
 * Every place of `text` that looks like a credential, in order, at most 200: by secretlint's recommended rules, by rules of our own
 * for tokens, headers, addresses and private keys, and by the name a value is given; all less what is a sample. Escapes, joined and turned
 * strings and two layers of base64 or of hexadecimal digits hide nothing. Throws on no input, reads no file.
 */
export function findSecrets(path: string, text: string): readonly Secret[] {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const plain = text.slice(bom);
  const found = search(path, plain);
  const disguised = undoDisguise(plain);
  if (disguised !== undefined) {
    for (const { kind, start, end } of search(path, disguised.text)) {
      found.push({ kind, start: disguised.origin(start), end: disguised.origin(end) });
    }
  }
  if (turning.test(plain)) {
    const turned = turnRound(plain);
    for (const { kind, start, end } of findSecretTokens(turned))
      found.push({ kind, start: plain.length - end, end: plain.length - start });
  }
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  const apart: Secret[] = [];
  let covered = 0;
  for (const { kind, start, end } of found) {
    if (start < covered) continue;
    // A credentials file is found as a whole, which must not hide what else is in it.
    if (kind !== wholeFile) covered = end;
    apart.push({ kind, start: start + bom, end: end + bom });
    if (apart.length === maxFindings) break;
  }
  return apart;
}

/** Code that reads a text from its end. */
const turning = /\.reverse\(\)|\[::-1\]|\bstrrev\(|\.reversed\(\)/;

function turnRound(text: string): string {
  const signs: string[] = [];
  for (let at = text.length - 1; at >= 0; at -= 1) signs.push(text.charAt(at));
  return signs.join('');
}

function search(path: string, text: string): Secret[] {
  const holds = wordsIn(text.toLowerCase());
  // What shows by itself what it is comes first: of two at one place it is the kind that is said.
  return [
    ...findSecretTokens(text, holds),
    ...runPreset(path, text),
    ...findEncoded(text),
    ...findAssigned(path, text, holds),
  ];
}
