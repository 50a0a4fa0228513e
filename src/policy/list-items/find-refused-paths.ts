import type { TextToken } from '../grammar/tokenize.js';
import { pathsOutsideCode } from './paths-outside-code.js';

/**
 * The paths without backticks in a text that keeps people from changing something, wherever it stands: "Do not edit docs/legal/**." One of two parts
 * is none but where it stands as a place or as what is changed ("files in docs/legal", not "add/remove"), and what a text only refers to is none.
 */
export function findRefusedPaths(tokens: readonly TextToken[]): readonly TextToken[] {
  return tokens
    .filter(({ kind }) => kind === 'text')
    .flatMap((token) => {
      const said = { ...token, text: token.text.replace(referred, ' ') };
      const [first] = tokens;
      const places = Array.from(said.text.matchAll(token === first ? placeAtStart : place), ([, text = '']) => text);
      const paths = pathsOutsideCode([said]).map(({ text }) => text.replace(/(?<=[\p{L}\p{N}*/])[.:!?]+$/u, ''));
      return [...new Set([...paths, ...places])].filter(isPath).map((text) => ({ ...token, text }));
    });
}

/** No address, and no command: "/compact". */
function isPath(text: string): boolean {
  return !/^\w+:\/\/|^\/[\p{L}\p{N}-]+$|^[\d/.]+$|^(?:and\/or|or\/and)$/iu.test(text);
}

const referred =
  /(?<![\p{L}])(?:see|per|read|follow|use|import|run|described in|documented in|explained in|listed in|as in|like) [^\s,;]{1,200}/giu;

const before =
  '(?:in|under|inside|within|below|of|folders?|director(?:y|ies)|files?|edit|touch|change|modify|alter|update|delete|remove|move|rename)';
const two = '([\\p{L}\\p{N}_@.-]{1,100}\\/[\\p{L}\\p{N}_@.-]{0,99}[\\p{L}\\p{N}_-])(?![\\p{L}\\p{N}/*])';
const place = new RegExp(`(?<=(?<![\\p{L}])${before} )${two}`, 'giu');
const placeAtStart = new RegExp(`(?:(?<=(?<![\\p{L}])${before} )|^)${two}`, 'giu');
