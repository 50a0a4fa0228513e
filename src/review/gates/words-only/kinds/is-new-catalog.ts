import { catalogFrame } from '../frames/catalog-frame.js';

/**
 * Is a program of PHP that is new a catalog and nothing else: all that is left of it without its texts and comments is the list that holds them? A new module
 * of JavaScript is loaded by other code, and stays a program.
 */
export async function isNewCatalog(path: string, text: string): Promise<boolean> {
  const frame = /\.php$/i.test(path) ? await catalogFrame(path, text) : undefined;
  return frame !== undefined && list.test(frame.replaceAll(comment, ' '));
}

const comment = /\/\*(?:(?!\*\/)[^])*\*\/|(?:\/\/|#)[^\n]*/g;
/** Groups of texts by their names. */
const list =
  /^<\?php\s+(?:declare\(strict_types\s?=\s?1\);\s*)?return\b(?:(?:'[\w .-]*'|"[\w .-]*")\s*=>(?=\s*\[)|[\s[\],])*;\s*$/;
