import { isLocale } from '../text/is-locale.js';
import { locateCatalogText, locateWordless } from './locate-catalog.js';

/** The family of the files beside it that have its name with a language behind: of `messages.json` where there is `messages.de.json`. */
export function findFamily(path: string, beside: readonly string[]): string | undefined {
  const dot = path.lastIndexOf('.');
  const [stem, ending] = [path.slice(0, dot), path.slice(dot)];
  for (const other of beside) {
    const language = other.endsWith(ending) && other.startsWith(stem) ? other.slice(stem.length, -ending.length) : '';
    if (/^[._-]/.test(language) && isLocale(language.slice(1)))
      return locateCatalogText(other)?.family ?? locateWordless(other)?.family;
  }
  return undefined;
}
