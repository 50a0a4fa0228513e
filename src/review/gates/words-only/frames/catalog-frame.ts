import { loadReader } from '../../../../catalogs/catalog-formats.js';
import { isQtCatalog } from '../../../../catalogs/format-by-content.js';
import { locateCatalogText } from '../../../../catalogs/locate-catalog.js';
import { lineStarts } from '../../../../text/line-starts.js';
import { isProgram } from '../../code-text.js';
import { matchAt } from '../match-at.js';

/** A text in quotes that no language fills in or runs. */
const literal = /'(?:[^'\\\n]|\\[^])*'|"(?:[^"\\\n$]|\\[^])*"|`(?:[^`\\$]|\\[^])*`/y;
const key = /^(?:(?:'[^'\\\n]*'|"[^"\\\n$]*"|[\w$-]+)\s*(?::|=>)|\$lang\[(?:'[^'\\\n]*'|"[^"\\\n$]*")\]\s*=)\s*$/;

/**
 * What is left of a catalog without its texts and their keys: nothing where it is data; of a module in PHP or JavaScript all that stands around them.
 * `undefined` for what is no catalog, or does more than to hold texts.
 */
export async function catalogFrame(path: string, source: string): Promise<string | undefined> {
  const place = locateCatalogText(path, source);
  if (place === undefined) return undefined;
  if (!isProgram(path) || isQtCatalog(path, source)) return '';
  if (place.format !== 'script' && place.format !== 'php') return undefined;
  const { entries, problem, text } = (await loadReader(place.format, source))(path, source);
  if (problem !== undefined) return undefined;
  const lines = lineStarts(text);
  let frame = '';
  let at = 0;
  for (const { isText, offset, keyAt } of entries.values()) {
    const [written] = matchAt(literal, text, offset) ?? [];
    if (!isText || written === undefined) continue;
    const from = (lines[keyAt.line - 1] as number) + keyAt.column - 1;
    const start = from >= at && key.test(text.slice(from, offset)) ? from : offset;
    const gap = text.slice(at, start);
    const around = gap.trimEnd();
    // What stands behind a comment on its line is one, and what stands on the next line is none.
    const ends = /(?:\/\/|#)[^\n]*$/.test(around) && gap.slice(around.length).includes('\n');
    frame += ends ? `${around}\n` : around;
    at = offset + written.length;
    const ending = text.charAt(from) === '$' ? /^\s*;/ : /^\s*,/;
    if (start !== offset) at += ending.exec(text.slice(at, at + 200))?.[0].length ?? 0;
  }
  return frame + text.slice(at);
}
