import type { RevisionFile } from '../revision.js';

/** The text of a policy file: UTF-8 with its BOM kept, so that what is written back is the same; `undefined` for anything else and for what was not read. */
export function decodeFile(found: RevisionFile | undefined): string | undefined {
  try {
    return found?.content && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(found.content);
  } catch {
    return undefined;
  }
}
