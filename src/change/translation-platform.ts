/** Whether a file is called as the settings of a translation platform are. */
export function isPlatformSettings(path: string): boolean {
  return settings.test(path);
}

/** The platform that such a file is for; `undefined` where it is called after none. */
export function platformOfSettings(path: string): string | undefined {
  return named.find(([, pattern]) => pattern.test(path))?.[0];
}

/** The platform that made some commits, by their authors and words. */
export function platformOfCommits(messages: string): string | undefined {
  return writers.exec(messages)?.[1];
}

/** What every path of such settings holds one of, in lower case. */
export const settingsFragments = [
  'crowdin',
  '.tx/config',
  'lokalise',
  'localazy',
  'weblate',
  '.phrase',
  'transifex',
  'tolgee',
  'l10n.toml',
  'i18n.lock',
  '.translation_io',
];

const settings =
  /(?:^|\/)(?:\.?crowdin[\w.-]*\.ya?ml|\.tx\/config|\.?lokalise[\w.-]*\.(?:ya?ml|json)|localazy\.json|\.?weblate(?:\.ini|\.ya?ml)?|\.phrase(?:app)?\.ya?ml|\.?transifex\.ya?ml|\.?tolgeerc(?:\.json)?|l10n\.toml|i18n\.lock|\.translation_io)$/iu;

const named = [
  ['Crowdin', /crowdin/iu],
  ['Transifex', /\.tx\/config$|transifex/iu],
  ['Lokalise', /lokalise/iu],
  ['Localazy', /localazy/iu],
  ['Weblate', /weblate/iu],
  ['Phrase', /\.phrase/iu],
  ['Tolgee', /tolgee/iu],
  ['Pontoon', /l10n\.toml$/iu],
  ['Translation.io', /\.translation_io$/iu],
] as const;

const writers =
  /\b(Weblate|translatewiki|Crowdin|Transifex|Lokalise|Localazy|Tolgee|POEditor|Pontoon|Phrase TMS|Smartling)\b/iu;
