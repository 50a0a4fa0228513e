import { loadReader } from '../../../catalogs/catalog-formats.js';
import type { Catalog, CatalogEntry } from '../../../catalogs/catalog.js';
import { compareShapes } from '../../../catalogs/compare-shapes.js';
import { findRunningCode } from '../../../catalogs/find-running-code.js';
import { findNewUnseenSigns } from '../../unseen/find-new-unseen-signs.js';
import { isRightToLeft } from '../../unseen/is-right-to-left.js';
import { readMessageShape, type MessageShape } from '../../../catalogs/message-shape.js';

/** A block of texts of vue-i18n, which stands beside the template and the program of a component. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
  readonly content: string;
}

/**
 * The new side of a component of Vue with each block of texts as it was in which words alone are other ones: each text is still there, fills in what it
 * did, has its tags, and nothing that runs. Texts may be added, since nothing asks for them yet.
 */
export async function withOldBlocks(was: string, now: string): Promise<string> {
  const [old, blocks] = [findBlocks(was), findBlocks(now)];
  if (old.length !== blocks.length) return now;
  let text = '';
  let at = 0;
  for (const [index, { start, end, tag, content }] of blocks.entries()) {
    const before = old[index] as Block;
    const isWords = tag === before.tag && (await saysElse(tag, before.content, content));
    text += now.slice(at, start) + (isWords ? was.slice(before.start, before.end) : now.slice(start, end));
    at = end;
  }
  return text + now.slice(at);
}

/** Each begins and ends a line, as the parts of a component do. */
function findBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  const opens = /^<i18n\b[^<>]{0,300}>/gm;
  for (let found = opens.exec(text); found !== null; found = opens.exec(text)) {
    const from = found.index + found[0].length;
    const close = text.indexOf('\n</i18n>', from);
    if (close === -1) break;
    blocks.push({ start: found.index, end: close, tag: found[0], content: text.slice(from, close + 1) });
    opens.lastIndex = close;
  }
  return blocks;
}

const formats = new Map([
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['json', 'json'],
  ['json5', 'json5'],
] as const);

async function saysElse(tag: string, was: string, now: string): Promise<boolean> {
  const [, lang = 'json'] = /\slang=["']?(\w{1,10})/.exec(tag) ?? [];
  const format = formats.get(lang as 'yaml');
  if (format === undefined) return false;
  const read = await loadReader(format, now);
  const [old, next] = [read(`block.${format}`, was), read(`block.${format}`, now)];
  if (!isWhole(old) || !isWhole(next)) return false;
  return (
    [...next.entries].every(([id, entry]) => entry.isText && isPlain(entry, old.entries.get(id))) &&
    [...old.entries].every(([id, entry]) => isReworded(entry, next.entries.get(id)))
  );
}

function isWhole({ problem, duplicates }: Catalog): boolean {
  return problem === undefined && duplicates.length === 0;
}

/** Readers see what stands there, and nothing runs. The language stands before the key. */
function isPlain({ path, value }: CatalogEntry, was: CatalogEntry | undefined): boolean {
  const mayTurn = isRightToLeft(String(path[0]));
  return findRunningCode(value) === undefined && findNewUnseenSigns(value, was?.value, mayTurn).length === 0;
}

/** Fills in what it did. */
function isReworded(was: CatalogEntry, now: CatalogEntry | undefined): boolean {
  if (now === undefined || now.value.trim() === '') return false;
  const shapeOf = ({ value }: CatalogEntry): MessageShape => readMessageShape(value, 'vue', undefined);
  const shape = shapeOf(now);
  return shape.problem === undefined && compareShapes(now, shape, shapeOf(was), undefined, true) === undefined;
}
