import { findSecretTokens, type FoundToken } from './find-secret-tokens.js';

/** Tokens and private keys behind one layer of base64, as in a Kubernetes secret; each at the place of the whole base64. */
export function findEncoded(text: string): readonly FoundToken[] {
  const found: FoundToken[] = [];
  for (const { 0: encoded, index } of text.matchAll(base64)) {
    // What begins with anything but printable characters is a picture or a hash: nearly all that is met.
    if (!/^[\x20-\x7e\s]{18}/.test(Buffer.from(encoded.slice(0, 24), 'base64').toString('latin1'))) continue;
    const decoded = Buffer.from(encoded, 'base64').toString('latin1');
    const [token] = findSecretTokens(decoded, decoded.toLowerCase());
    if (token) found.push({ kind: token.kind, start: index, end: index + encoded.length });
  }
  return found;
}

/** Not a JWT, whose parts are decoded by nobody but its owner. */
const base64 = /(?<![A-Za-z0-9+/_.-])(?!eyJ)[A-Za-z0-9+/]{40,20000}={0,2}(?![A-Za-z0-9+/_.-])/g;
