/** Does a folder's name end in what folders of texts are called (`default-languages`, `app_locales`)? A language below it says whether it is one. */
export function isCalledForTexts(folder: string): boolean {
  return calledForTexts.test(folder);
}

const calledForTexts = /[a-z0-9][-_](?:i18n|l10n|locales?|lang|langs|languages|translations?|locali[sz]ations?)$/i;
