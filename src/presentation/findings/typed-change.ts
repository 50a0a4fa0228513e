import { locateCatalogText } from '../../catalogs/locate-catalog.js';
import type { Change, ChangedFile, FileVersion } from '../../change/change.js';
import { compareLines } from '../../change/compare-lines.js';

/** A file that is being typed in. */
export interface TypedFile {
  readonly path: string;
  /** What the change is compared with; `undefined` where the file is new. */
  readonly before: FileVersion | undefined;
  readonly mode: string;
}

/** The change with a file as it is typed now, saved or not, and without what says nothing of that file: other catalogs. */
export function withTypedText(change: Change, { path, before, mode }: TypedFile, text: string): Change {
  const family = familyOf(path, text);
  const others = change.files.filter((file) => {
    const other = familyOf(file.path, (file.after ?? file.before)?.text);
    return file.path !== path && (other === undefined || other === family);
  });
  const known = change.files.find((file) => file.path === path);
  const typed: ChangedFile = {
    ...known,
    path,
    ...(before && { before }),
    after: { mode, oid: undefined, bytes: Buffer.byteLength(text), text },
    ...compareLines(before?.text ?? '', text),
  };
  return { ...change, files: [...others, typed] };
}

function familyOf(path: string, text: string | undefined): string | undefined {
  return locateCatalogText(path, text)?.family;
}
