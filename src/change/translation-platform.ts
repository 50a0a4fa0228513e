/** Whether a file is called as the settings of a translation platform are. */
export function isPlatformSettings(path: string): boolean {
  return settings.test(path);
}

/** The platform that such a file is for; `undefined` where it is called after none. */
export function platformOfSettings(path: string): string | undefined {
  return named.find(([, pattern]) => pattern.test(path))?.[0];
}

/**
 * What the settings of a platform name as what it translates from and as the translations that it writes, as globs: as Crowdin names them in YAML, and Transifex in its own
 * form. Each wherever its base lies: `/dest/%locale%/x.xml` as `dest/*` + `/x.xml`, and the same below any folder.
 */
export function globsOfSettings(text: string): {
  readonly sources: readonly string[];
  readonly written: readonly string[];
} {
  const [sources = [], written = []] = [source, translation].map((pattern) =>
    [...text.matchAll(pattern)].flatMap(([, path = '']) => toGlobs(path)),
  );
  return { sources, written };
}

const source = /^[ \t-]*["']?(?:source|source_file)["']?[ \t]*[:=][ \t]*["']?([^\s"'#,]+)/gmu;
const translation = /^[ \t-]*["']?(?:translation|file_filter)["']?[ \t]*[:=][ \t]*["']?([^\s"'#,]+)/gmu;

function toGlobs(named: string): readonly string[] {
  const path = named.replace(/^\.?\//u, '').replace(/%[a-z_]+%|<lang>/gu, '*');
  return /^[\w./*@+-]+$/u.test(path) && !path.includes('..') ? [path, `**/${path}`] : [];
}

/** The platform that made some commits, by their authors and words. */
export function platformOfCommits(messages: string): string | undefined {
  const found = writers.exec(messages)?.[1]?.toLowerCase();
  return platforms.find((name) => name.toLowerCase() === found);
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

const platforms = [
  'Weblate',
  'translatewiki',
  'Crowdin',
  'Transifex',
  'Lokalise',
  'Localazy',
  'Tolgee',
  'POEditor',
  'Pontoon',
  'Phrase TMS',
  'Smartling',
];
const writers = new RegExp(`\\b(${platforms.join('|')})\\b`, 'iu');
