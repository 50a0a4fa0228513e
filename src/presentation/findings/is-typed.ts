import { locateCatalogText } from '../../catalogs/locate-catalog.js';
import { matchFlagFiles } from '../../flags/match-flag-files.js';
import type { Policy } from '../../policy/policy.js';

/** Characters above which a file waits for the review. */
export const mostTypedText = 1_000_000;

/** Whether anything is ever told of a file while it is typed in: it is a catalog, or may have flags. */
export function isTyped(path: string, text: string, policy: Policy): boolean {
  return (
    text.length <= mostTypedText &&
    (locateCatalogText(path, text) !== undefined || matchFlagFiles(policy).matches(path))
  );
}
