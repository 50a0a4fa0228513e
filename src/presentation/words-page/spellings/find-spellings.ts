import type { CatalogFormat } from '../../../catalogs/catalog-formats.js';
import type { Catalog, CatalogEntry } from '../../../catalogs/catalog.js';
import { offsetAt } from '../../../text/editor-text.js';
import { spellFluent, spellProperties, spellToml } from './spell-lines.js';
import { spellJson, spellPhp, spellPo, spellScript, spellStrings } from './spell-quoted.js';
import { spellXml } from './spell-xml.js';
import { spellYaml } from './spell-yaml.js';
import type { Spelling } from './spelling.js';

/** How the value of an entry may be written where it stands, the one that changes least first. */
export function findSpellings(
  format: CatalogFormat,
  { text }: Catalog,
  { at, value }: CatalogEntry,
): readonly Spelling[] {
  const offset = offsetAt(text, { line: at.line - 1, character: at.column - 1 });
  const isXml = format === 'script' && /^\s*</.test(text);
  return spell[isXml ? 'xml' : format](text, offset, value).filter(({ says }) => says === value);
}

const spell: Readonly<Record<CatalogFormat, (text: string, at: number, value: string) => readonly Spelling[]>> = {
  json: spellJson,
  xcstrings: spellJson,
  json5: spellScript,
  script: spellScript,
  php: spellPhp,
  strings: spellStrings,
  po: spellPo,
  properties: spellProperties,
  fluent: spellFluent,
  toml: spellToml,
  yaml: spellYaml,
  xml: spellXml,
};
