import { locateCatalog } from '../../catalogs/locate-catalog.js';
import { classifyFile, type FileKind } from '../../change/classify-file.js';
import { saysMadeByMachine } from '../../change/says-made-by-machine.js';
import { isLineTemplate, isTemplate } from '../../change/is-template.js';
import type { FoundText, ProductText } from './product-text.js';
import { extractAskedTexts } from './texts/extract-asked-texts.js';
import { extractCatalogTexts } from './texts/extract-catalog-texts.js';
import { extractCodeTexts } from './texts/extract-code-texts.js';
import { extractFlagTexts, extractJsonTexts, extractYamlTexts } from './texts/extract-data-texts.js';
import { extractGettextTexts, extractPairTexts, extractProseTexts } from './texts/extract-line-texts.js';
import { extractMarkupTexts, extractQuotedTexts } from './texts/extract-markup-texts.js';

/** How the texts of a file are found. */
type Reading = 'json' | 'yaml' | 'prose' | 'pairs' | 'gettext' | 'lines' | 'markup' | 'code' | 'quotes';

const readings: readonly (readonly [Reading, RegExp])[] = [
  ['json', /\.(?:json|jsonc|json5|arb)$/],
  ['yaml', /\.ya?ml$/],
  ['prose', /\.(?:md|mdx|markdown|rst|adoc|txt|prompt)$/],
  ['pairs', /\.(?:properties|strings|ftl|toml)$/],
  ['gettext', /\.pot?$/],
  ['markup', /\.(?:vue|svelte|xlf|xliff|resx|xml|a?xaml|stringsdict)$/],
  ['code', /\.[cm]?[jt]sx?$/],
  ['quotes', /\.(?:py|rb|go|java|kt|swift|php|cs|dart|scala|rs|ex|exs|c|cc|cpp|cxx|hpp|vala)$/],
];

/** Generated files, third-party files and files that say nothing to users, such as what translators are told of each text (`qqq`). */
const unread =
  /(?:^|\/)(?:node_modules|vendor|third_party|dist|build|out|coverage|generated|__generated__|__snapshots__|values-qqq?|qqq|\.[^/]+)\/|(?:[.-]min\.[a-z]+|\.d\.[cm]?ts|\.snap|(?:^|[/-])lock\.(?:ya?ml|json)|(?:^|\/)(?:package|tsconfig[^/]*|composer)\.json|(?:^|\/)(?:(?:claude|agents|gemini)\.md|qqq\.[a-z]+))$/;
const tests =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|fixtures|e2e|spec|stories)\/|[._-](?:test|spec|stories|story|mock)\.[a-z]+$/;

const order: readonly FileKind[] = [
  'copy',
  'prompts',
  'flags',
  'components',
  'events',
  'docs',
  'planning',
  'config',
  'other',
];

/** The order in which a file is read, lowest first; `undefined` where no words of the product are looked for in it. */
export function readingOrder(path: string): number | undefined {
  const name = path.toLowerCase();
  if (unread.test(name) || readingOf(name) === undefined) return undefined;
  const turn = order.indexOf(classifyFile(path)) + (tests.test(name) ? order.length : 0);
  return 3 * turn + languageOrder(locateCatalog(path)?.locale);
}

/** How far a language is from the one that most who search type: English, or what has no language in its name, then English of one country. */
export function languageOrder(locale: string | undefined): 0 | 1 | 2 {
  if (locale === undefined || /^en(?:[-_]US)?$/i.test(locale)) return 0;
  return /^en[-_]/i.test(locale) ? 1 : 2;
}

/** Larger files are not read, in bytes. */
export function maxFileBytes(path: string): number {
  return locateCatalog(path) === undefined ? 256 * 1024 : 2 * 2 ** 20;
}

/** More texts of one file are left out. */
const mostTexts = 20_000;

/** The words that a file has for whoever uses the product. Throws on no input. */
export async function extractTexts(path: string, source: string, isFlagFile: boolean): Promise<readonly ProductText[]> {
  const kind = isFlagFile ? 'flags' : classifyFile(path);
  const locale = locateCatalog(path)?.locale;
  const found =
    (isFlagFile ? undefined : await extractCatalogTexts(path, source)) ?? (await findIn(path, source, isFlagFile));
  const isMade = isProgram(path) && saysMadeByMachine(source);
  const common = { path, kind, ...(locale !== undefined && { locale }), ...(isMade && { isMade }) };
  return found.slice(0, mostTexts).map((text) => ({ ...common, ...text }));
}

function isProgram(path: string): boolean {
  const reading = readingOf(path.toLowerCase());
  return reading === 'code' || reading === 'quotes';
}

function readingOf(name: string): Reading | undefined {
  if (isTemplate(name)) return isLineTemplate(name) ? 'lines' : 'markup';
  return readings.find(([, pattern]) => pattern.test(name))?.[0];
}

async function findIn(path: string, source: string, isFlagFile: boolean): Promise<readonly FoundText[]> {
  const reading = readingOf(path.toLowerCase());
  // As YAML a flag file is read in either form.
  switch (isFlagFile && reading === 'json' ? 'yaml' : reading) {
    case undefined:
      return [];
    case 'json':
      return extractJsonTexts(path, source);
    case 'yaml': {
      const { parseYaml } = await import('../../parsers/parse-yaml.js');
      return (isFlagFile ? extractFlagTexts : extractYamlTexts)(
        source,
        locateCatalog(path) === undefined ? parseYaml(source) : parseYaml(source, maxFileBytes(path)),
      );
    }
    case 'prose':
      return extractProseTexts(source);
    case 'pairs':
      return extractPairTexts(source);
    case 'gettext':
      return extractGettextTexts(source);
    case 'lines':
      return [...extractProseTexts(source), ...extractAskedTexts(source)];
    case 'markup':
      return extractMarkupTexts(source);
    case 'code': {
      const { parseJavaScript } = await import('../../parsers/parse-javascript.js');
      const parsed = parseJavaScript(source, path);
      return 'program' in parsed ? extractCodeTexts(source, parsed.program) : extractQuotedTexts(source);
    }
    case 'quotes':
      return extractQuotedTexts(source);
  }
}
