import { originalRank } from '../../catalogs/choose-originals.js';
import { compareCatalogs } from '../../catalogs/compare-catalogs.js';
import { locateChangedCatalogs } from '../../catalogs/locate-changed-catalogs.js';
import { keyPathId, type Catalog, type CatalogEntry } from '../../catalogs/catalog.js';
import { findTokens } from '../../catalogs/find-tokens.js';
import { detectDialect } from '../../catalogs/message-shape.js';
import { shownWords } from '../../catalogs/shown-words.js';
import type { ChangedFile, RepositorySnapshot } from '../../change/change.js';
import { classifyFile } from '../../change/classify-file.js';
import { isProse, listReworded } from '../list-reworded.js';
import type { Position } from '../../text/index-lines.js';
import { parseOnce, type ParsedCatalogs } from '../uses/parse-once.js';

/** What a text said before the change. */
export interface OldWords {
  readonly words: string;
  readonly path: string;
  /** `keyPathId` of a text of a catalog, else its place. */
  readonly id: string;
  readonly at: Position;
  /** Code asks for the text by these words: that it has them shows nothing. */
  readonly isInCode: boolean;
}

/** More are not looked for, nor longer ones. */
const mostTexts = 60;
const longest = 300;

/**
 * What the texts said that the change rewrites or takes out, in catalogs, pages and code: of texts that are told from others by their words, and are written in a
 * test as they stand there, with nothing filled in. Words that a new text has in it are left out.
 */
export async function findOldWords(
  files: readonly ChangedFile[],
  snapshot: RepositorySnapshot,
  parsed: ParsedCatalogs,
): Promise<readonly OldWords[]> {
  const located = await locateChangedCatalogs(files, snapshot);
  const found: OldWords[] = [];
  const written: string[] = [];
  for (const { path, before, after } of files) {
    const location = located.get(path);
    if (location === undefined || before === undefined || after === undefined) continue;
    const [old, now] = await Promise.all([parseOnce(location, before, parsed), parseOnce(location, after, parsed)]);
    if (old?.problem !== undefined || now?.problem !== undefined || old === undefined || now === undefined) continue;
    const dialect = old.dialect ?? detectDialect([...old.entries.values()].map(({ value }) => value));
    const changed = compareCatalogs(old, now);
    written.push(...changed.flatMap((each) => each.after?.toLowerCase() ?? []));
    const places = new Map(changed.map(({ key, at }) => [key, at]));
    for (const entry of rewritten(old, now)) {
      const { words, isInCode } = shownWords(entry);
      // A translation that was empty takes nothing from who reads the words in the code.
      if (isInCode && originalRank(location.locale) > 2) continue;
      if (!isTelling(words) || findTokens(words, dialect).length > 0) continue;
      const isKey = isInCode || entry.path.includes(words);
      const at = places.get(entry.label) ?? { line: 1, column: 1 };
      found.push({ words, path, id: keyPathId(entry.path), at, isInCode: isKey });
    }
  }
  for (const { path, line, before, after } of listReworded(files)) {
    written.push(after.toLowerCase());
    // What docs and prompts say is nothing that the product shows.
    if (isProse(classifyFile(path)) || !isTelling(before)) continue;
    found.push({ words: before, path, id: `${path}:${line}`, at: { line, column: 1 }, isInCode: false });
  }
  const isGone = ({ words }: OldWords): boolean => !written.some((each) => each.includes(words.toLowerCase()));
  return found.filter(isGone).slice(0, mostTexts);
}

function rewritten(old: Catalog, now: Catalog): readonly CatalogEntry[] {
  return [...old.entries].flatMap(([id, entry]) => {
    const next = now.entries.get(id);
    const isSame = next !== undefined && shownWords(next).words === shownWords(entry).words;
    return !entry.isText || isSame ? [] : [entry];
  });
}

/** Two words, or a long one: shorter ones stand in tests for much else. */
function isTelling(words: string): boolean {
  if (words.length > longest || /[\n\r\0\\]/.test(words) || words.trim() !== words) return false;
  return /\p{L}\S*\s+\S*\p{L}/u.test(words) || (words.match(/\p{L}/gu)?.length ?? 0) >= 12;
}
