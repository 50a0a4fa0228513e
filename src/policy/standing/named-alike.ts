import { isLocale } from '../../text/is-locale.js';

/** Where a walk down a path stands: anywhere, in a folder of texts by its name, or in the folder of a language right in one. */
export type TextPlace = 'anywhere' | 'locales' | 'texts' | 'language';

/**
 * Manifests that tools read where a workspace or project begins, and that catalogs are called like (`locales/de/project.json`), folded. Of such a
 * name in the folder of a language only what the file holds tells one from the other, which is for the review.
 */
export const namedAlike: ReadonlySet<string> = new Set(['project.json', 'workspace.json', 'global.json']);

/** Why such a file is locked elsewhere, as the end of a sentence that begins with “It”. */
export const manifestReason =
  'is read by tools: it says what a part of the repository is, and what is built or run there';

/** Where one goes from a place by a folder of this folded name. `i18n` is left out: parts of a workspace are called so too (`libs/i18n/en`). */
export function enterTexts(above: TextPlace, name: string): TextPlace {
  if ((above === 'texts' && isLocale(name)) || (above === 'locales' && (isLocale(name) || twoLetters.test(name))))
    return 'language';
  if (locales.test(name)) return 'locales';
  return texts.test(name) ? 'texts' : 'anywhere';
}

/** Where nothing lies but languages, some go by codes of their own: `locales/ua`. */
const locales = /^_?locales?$/u;
const twoLetters = /^[a-z]{2}$/u;
const texts = /^(?:l10n|translations?|lang|langs|languages?|messages|nls)$/u;

/** Whether a path is called like such a manifest, in any case of its letters. */
export function hasManifestName(path: string): boolean {
  return namedAlike.has(path.slice(path.lastIndexOf('/') + 1).toLowerCase());
}

/** Whether a path is of a catalog by where it lies, though a tool's manifest is called like it. */
export function isNamedAlike(path: string): boolean {
  const folders = path.toLowerCase().split('/').slice(0, -1);
  return hasManifestName(path) && folders.reduce<TextPlace>(enterTexts, 'anywhere') === 'language';
}
