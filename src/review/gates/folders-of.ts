import type { ChangedFile } from '../../change/change.js';
import { isInFolder } from './feature-code.js';
import { needsOwnGate } from './reports/own-gate.js';

/**
 * The folders that a file may belong to, any of which may ask for the flag: the feature folder it lies in; else, where it is no program
 * and stands above them (`i18n/en.json`), the feature folders; else its own, without the one that says its kind.
 */
export function foldersOf({ path }: ChangedFile, features: readonly string[]): readonly string[] {
  const own = features.find((folder) => isInFolder(path, folder));
  if (own !== undefined) return [own];
  const segments = path.split('/').slice(0, -1);
  const kind = segments.findLastIndex((name) =>
    /^(?:i18n|l10n|locales?|lang|translations?|messages|copy|strings|prompts?|analytics|telemetry|events|tracking|components?)$/i.test(
      name,
    ),
  );
  const folder = segments.slice(0, kind === -1 ? segments.length : kind).join('/');
  const below = features.filter((feature) => isInFolder(feature, folder));
  return needsOwnGate(path) || below.length === 0 ? [folder] : below;
}
