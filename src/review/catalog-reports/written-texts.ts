import type { CatalogMember } from '../../catalogs/collect-catalog-families.js';
import { entriesEqual } from '../../catalogs/compare-catalogs.js';
import { isMisread } from './differences/is-misread.js';
import { findText, type Catalog, type CatalogEntry } from '../../catalogs/catalog.js';

/** A text that is new or changed, with what it was. */
export interface ChangedText {
  readonly member: CatalogMember;
  readonly after: Catalog;
  readonly id: string;
  readonly entry: CatalogEntry;
  readonly before: CatalogEntry | undefined;
}

/** The texts of one language that the change writes; none of a catalog that cannot be read. */
export function* writtenTexts(member: CatalogMember): Generator<ChangedText> {
  const { file, before, after } = member;
  if (file === undefined || after === undefined || (isMisread(after) && after.problem?.undecided !== true)) return;
  for (const [id, entry] of after.entries) {
    const old = before?.entries.get(id);
    // What is behind a sign of comments now was meant to be read, and the text is as it was.
    const isCut = old?.cut === undefined && entry.cut !== undefined;
    if (entry.isText && (old === undefined || isCut || !entriesEqual(old, entry)))
      yield { member, after, id, entry, before: findText(before, id) };
  }
}
