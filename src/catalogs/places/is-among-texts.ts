/** Does a file lie in a folder that is called after texts and nothing else (`i18n/`, `locales/`)? */
export function isAmongTexts(path: string): boolean {
  return path.split('/').slice(0, -1).some(isFolderOfTexts);
}

/** Is a folder of this name for texts alone? */
export function isFolderOfTexts(name: string): boolean {
  return /^(?:i18n|l10n|_?locales?|translations?|intl)$/i.test(name);
}
