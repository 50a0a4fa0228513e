import type { Catalog } from './read-catalog.js';

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

const readers = {
  json: async () => (await import('./read-catalog.js')).readCatalog,
  json5: async () => (await import('./readers/read-script.js')).readJson5,
  script: async () => (await import('./readers/read-script.js')).readScript,
  yaml: async () => (await import('./readers/read-yaml.js')).readYaml,
  toml: async () => (await import('./readers/read-toml.js')).readToml,
  xml: async () => (await import('./readers/read-xml-catalog.js')).readXmlCatalog,
  po: async () => (await import('./readers/read-po.js')).readPo,
  properties: async () => (await import('./readers/read-properties.js')).readProperties,
  strings: async () => (await import('./readers/read-strings.js')).readStrings,
  xcstrings: async () => (await import('./readers/read-xcstrings.js')).readXcstrings,
  fluent: async () => (await import('./readers/read-fluent.js')).readFluent,
  php: async () => (await import('./readers/read-php.js')).readPhp,
} satisfies Readonly<Record<string, () => Promise<ReadCatalog>>>;

const endings: Readonly<Record<CatalogFormat, string>> = {
  json: 'json arb',
  json5: 'json5 jsonc',
  script: 'ts js mjs cjs mts cts',
  yaml: 'yml yaml',
  toml: 'toml',
  xml: 'xml xlf xliff resx resw stringsdict',
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
