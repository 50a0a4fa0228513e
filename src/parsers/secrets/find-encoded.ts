import { findAssigned } from './find-assigned.js';
import { findSecretTokens, type Secret } from './find-secret-tokens.js';
import { wordsIn } from './words-in.js';

/**
 * Tokens, private keys and what is assigned to a name of one, behind base64, as in a Kubernetes secret, its form for addresses, or hexadecimal digits, up to two layers deep; each
 * at the place of the whole.
 */
export function findEncoded(text: string, layers = 2): readonly Secret[] {
  const found: Secret[] = [];
  for (const { encoding, pattern, head } of encodings) {
    for (const { 0: encoded, index } of text.matchAll(pattern)) {
      // What begins with anything but printable characters is a picture or a hash: nearly all that is met.
      if (!/^[\x20-\x7e\s]{18}/.test(Buffer.from(encoded.slice(0, head), encoding).toString('latin1'))) continue;
      const decoded = Buffer.from(encoded, encoding).toString('latin1');
      const [token] = [
        ...findSecretTokens(decoded),
        ...(decoded.length < longestRecord ? findAssigned('.json', decoded, wordsIn(decoded.toLowerCase())) : []),
        ...(layers > 1 ? findEncoded(decoded, layers - 1) : []),
      ];
      if (token) found.push({ kind: token.kind, start: index, end: index + encoded.length });
    }
  }
  return found;
}

/** What is longer holds programs, as a source map does. */
const longestRecord = 4000;

const encodings: readonly {
  readonly encoding: 'base64' | 'base64url' | 'hex';
  readonly pattern: RegExp;
  /** As much as shows whether it is text. */
  readonly head: number;
}[] = [
  // A part of a JWT has a full stop beside it. A line of 64 or 76 goes on in the next, as `base64 FILE`, MIME and YAML's `!!binary` write it.
  {
    encoding: 'base64',
    pattern:
      /(?<![A-Za-z0-9+/_.-])[A-Za-z0-9+/]{40,20000}(?:(?<=(?<![A-Za-z0-9+/])(?:[A-Za-z0-9+/]{64}|[A-Za-z0-9+/]{76}))\r?\n[ \t]{0,40}[A-Za-z0-9+/]{2,76}){0,300}={0,2}(?![A-Za-z0-9+/_.-])/g,
    head: 24,
  },
  {
    encoding: 'base64url',
    pattern: /(?<![A-Za-z0-9+/_.-])(?=[A-Za-z0-9]*[_-])[A-Za-z0-9_-]{40,20000}(?![A-Za-z0-9+/_.-])/g,
    head: 24,
  },
  { encoding: 'hex', pattern: /(?<![A-Za-z0-9])(?:[2-7][0-9a-f]){20,10000}(?![A-Za-z0-9])/gi, head: 36 },
];
