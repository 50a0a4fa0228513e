import { findSecretTokens, type FoundToken } from './find-secret-tokens.js';

/**
 * Tokens and private keys behind base64, as in a Kubernetes secret, its form for addresses, or hexadecimal digits, up to two layers deep; each
 * at the place of the whole.
 */
export function findEncoded(text: string, layers = 2): readonly FoundToken[] {
  const found: FoundToken[] = [];
  for (const { encoding, pattern, head } of encodings) {
    for (const { 0: encoded, index } of text.matchAll(pattern)) {
      // What begins with anything but printable characters is a picture or a hash: nearly all that is met.
      if (!/^[\x20-\x7e\s]{18}/.test(Buffer.from(encoded.slice(0, head), encoding).toString('latin1'))) continue;
      const decoded = Buffer.from(encoded, encoding).toString('latin1');
      const [token] = [...findSecretTokens(decoded), ...(layers > 1 ? findEncoded(decoded, layers - 1) : [])];
      if (token) found.push({ kind: token.kind, start: index, end: index + encoded.length });
    }
  }
  return found;
}

const encodings: readonly {
  readonly encoding: 'base64' | 'base64url' | 'hex';
  readonly pattern: RegExp;
  /** As much as shows whether it is text. */
  readonly head: number;
}[] = [
  // Not a JWT, whose parts are decoded by nobody but its owner.
  {
    encoding: 'base64',
    pattern: /(?<![A-Za-z0-9+/_.-])(?!eyJ)[A-Za-z0-9+/]{40,20000}={0,2}(?![A-Za-z0-9+/_.-])/g,
    head: 24,
  },
  {
    encoding: 'base64url',
    pattern: /(?<![A-Za-z0-9+/_.-])(?!eyJ)(?=[A-Za-z0-9]*[_-])[A-Za-z0-9_-]{40,20000}(?![A-Za-z0-9+/_.-])/g,
    head: 24,
  },
  { encoding: 'hex', pattern: /(?<![A-Za-z0-9])(?:[2-7][0-9a-f]){20,10000}(?![A-Za-z0-9])/gi, head: 36 },
];
