import { readCatalog } from './read-catalog.js';
import type { Catalog } from './catalog.js';

/** Reads one text as a catalog. Throws on no input; what is wrong with it is a problem with a place. */
export type ReadCatalog = (path: string, text: string) => Catalog;

export type CatalogFormat = keyof typeof readers;

/** The format of a catalog by the ending of its path. */
export function formatOf(path: string): CatalogFormat | undefined {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return byEnding.get(ending);
}

/** The reader of a format, loaded when first asked for. Qt's files end as TypeScript's do, and only their content tells. */
export function loadReader(format: CatalogFormat, text: string): Promise<ReadCatalog> {
  return readers[format === 'script' && /^\s*</.test(text) ? 'xml' : format]();
}

/** Large libraries are loaded apart, and only here. */
const readers = {
  json: () => Promise.resolve(readCatalog),
  json5: async () => {
    const { parseJavaScript } = await import('../parsers/parse-javascript.js');
    const { readJson5 } = await import('./readers/read-script.js');
    return (path, text) => readJson5(path, text, parseJavaScript);
  },
  script: async () => {
    const { parseJavaScript } = await import('../parsers/parse-javascript.js');
    const { readScript } = await import('./readers/read-script.js');
    return (path, text) => readScript(path, text, parseJavaScript);
  },
  yaml: async () => {
    const { parseYaml } = await import('../parsers/parse-yaml.js');
    const { readYaml } = await import('./readers/read-yaml.js');
    return (path, text) => readYaml(path, text, parseYaml);
  },
  toml: async () => {
    const { parseToml } = await import('../parsers/parse-toml.js');
    const { readToml } = await import('./readers/read-toml.js');
    return (path, text) => readToml(path, text, parseToml);
  },
  xml: async () => {
    const { parseXml } = await import('../parsers/parse-xml.js');
    const { readXmlCatalog } = await import('./readers/read-xml-catalog.js');
    return (path, text) => readXmlCatalog(path, text, parseXml);
  },
  fluent: async () => {
    const { parseFluent } = await import('../parsers/parse-fluent.js');
    const { readFluent } = await import('./readers/read-fluent.js');
    return (path, text) => readFluent(path, text, parseFluent);
  },
  po: async () => (await import('./readers/read-po.js')).readPo,
  properties: async () => (await import('./readers/read-properties.js')).readProperties,
  strings: async () => (await import('./readers/read-strings.js')).readStrings,
  xcstrings: async () => (await import('./readers/read-xcstrings.js')).readXcstrings,
  php: async () => (await import('./readers/read-php.js')).readPhp,
} satisfies Readonly<Record<string, () => Promise<ReadCatalog>>>;

const endings: Readonly<Record<CatalogFormat, string>> = {
  json: 'json arb',
  json5: 'json5 jsonc',
  script: 'ts js mjs cjs mts cts',
  yaml: 'yml yaml',
  toml: 'toml',
  xml: 'xml xlf xliff resx resw stringsdict xaml axaml',
  po: 'po pot',
  properties: 'properties',
  strings: 'strings',
  xcstrings: 'xcstrings',
  fluent: 'ftl',
  php: 'php',
};

const byEnding: ReadonlyMap<string, CatalogFormat> = new Map(
  (Object.entries(endings) as [CatalogFormat, string][]).flatMap(([format, names]) =>
    names.split(' ').map((name) => [name, format] as const),
  ),
);
