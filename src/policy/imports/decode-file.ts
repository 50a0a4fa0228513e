import type { RevisionFile } from '../revision.js';

/** UTF-8 with its BOM kept; `undefined` for anything else and for what was not read. */
export function decodeFile(found: RevisionFile | undefined): string | undefined {
  try {
    return found?.content && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(found.content);
  } catch {
    return undefined;
  }
}
