import type { ChangedFile } from '../../change/change.js';
import { classifyFile } from '../../change/classify-file.js';
import type { CatalogLocation } from '../../catalogs/locate-catalog.js';
import { locateChangedCatalogs } from '../../catalogs/locate-changed-catalogs.js';
import { matchFlagFiles } from '../../flags/match-flag-files.js';
import type { ReviewContext } from '../check.js';
import { isLater } from '../engine/is-later.js';

/** The files of a change, by whether reading their words is reading all that they do. */
export interface TextsAndCode {
  /** Where each catalog of the change lies, also those that are programs, by their paths. */
  readonly places: ReadonlyMap<string, CatalogLocation>;
  /** Prose, flags, and programs in which words alone changed. */
  readonly prose: readonly ChangedFile[];
  /** All else: it may do anything, and what has no text may be anything. */
  readonly code: readonly ChangedFile[];
}

/**
 * Parts a change so that only an engineer has to say what its code does. Whether a program changed in its words alone is not asked before a commit,
 * which waits for no parser: until then it is code.
 */
export async function partTextsAndCode(
  context: Pick<ReviewContext, 'change' | 'snapshot' | 'policy' | 'moment' | 'words'>,
): Promise<TextsAndCode> {
  const { change, snapshot, policy, moment, words } = context;
  const places = await locateChangedCatalogs(change.files, snapshot);
  const { matches: isFlagFile } = matchFlagFiles(policy);
  const [prose, code]: [ChangedFile[], ChangedFile[]] = [[], []];
  for (const file of change.files) {
    const place = places.get(file.path);
    const isPlain = isRead(file);
    if (place !== undefined && !programs.has(place.format)) {
      if (!isPlain || isOfSettings(place)) code.push(file);
    } else if (isPlain && (isProse(file.path) || (isFlagFile(file.path) && data.test(file.path)))) prose.push(file);
    else if (!isLater('push', moment)) (isPlain && (await words(file)) === 'words' ? prose : code).push(file);
    else code.push(file);
  }
  return { places, prose, code };
}

/** Catalogs that are programs, and those that nobody reads. */
const programs: ReadonlySet<string> = new Set(['script', 'php', 'unsupported']);

/** Settings of tools lie beside the texts, called after no language. */
function isOfSettings({ path, locale, byWords }: CatalogLocation): boolean {
  return locale === undefined && byWords !== true && ofSettings.test(path);
}

const ofSettings =
  /(?:^|\/)(?:config|settings?|options|manifest|plugins?|index|meta(?:data)?|schema|project|workspace|build|deploy|i18n|l10n|locales?|languages?)\.(?:jsonc?|json5|ya?ml|toml|properties)$/i;

const data = /\.(?:ya?ml|jsonc?|json5|toml|properties)$/i;

/** What has no text that was read, is no plain file, says that it is run or can be run from now on, may be anything. */
function isRead({ before, after }: ChangedFile): boolean {
  const isRunNow = after?.mode === '100755' && before?.mode !== '100755';
  return (
    !isRunNow &&
    [before, after].every(
      (side) =>
        side === undefined ||
        (side.text !== undefined && side.mode.startsWith('100') && !/^\uFEFF?#!/u.test(side.text)),
    )
  );
}

function isProse(path: string): boolean {
  const kind = classifyFile(path);
  if (kind !== 'docs' && kind !== 'planning' && kind !== 'prompts' && kind !== 'copy') return false;
  if (ofBuilders.test(path)) return false;
  if (/\.(?:md|markdown|rst|adoc|prompt)$/i.test(path)) return true;
  // All kinds of tools read their lists and orders from files of this ending.
  return /\.txt$/i.test(path) && !ofTools.test(path) && (kind !== 'docs' || ofReaders.test(path));
}

/** Hidden folders are read by tools (`.changeset`), and these by what builds the pages. */
const ofBuilders = /(?:^|\/)(?:\.[^/]+|_(?:includes|layouts|data))\//;

const ofReaders =
  /(?:^|\/)(?:docs?|documentation|help|guides?|manuals?|metadata|changelogs?|release[-_]?notes)\/|(?:^|\/)(?:read[-_]?me|changelog|changes|history|news|licen[cs]e|notice|authors|contributing|copying|credits|faq|help)[^/]*\.txt$/i;

const ofTools =
  /(?:requirements|constraints|packages|deps|dependencies|plugins|extensions)[^/]*\/|(?:^|\/)(?:cmake\w+|[^/]*(?:requirements|requires|constraints|packages|deps|dependencies|plugins|extensions|options|modules|doxyfile|config)[^/]*|robots|ads|app-ads|security|runtime|apt|pip|dev|test|prod|docs|build|base|version)\.txt$/i;
