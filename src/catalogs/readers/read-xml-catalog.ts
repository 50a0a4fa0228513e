import type { parseXml, XmlElement } from '../../parsers/parse-xml.js';
import { createCatalogBuilder, type CatalogBuilder } from './catalog-builder.js';
import type { Dialect } from '../find-tokens.js';
import type { Catalog } from '../catalog.js';
import { readAndroid } from './read-android.js';
import { readPlist } from './read-plist.js';
import { readQt } from './read-qt.js';
import { readResx } from './read-resx.js';
import { readXaml } from './read-xaml.js';
import { readXliff } from './read-xliff.js';

/** Which reader and way of writing placeholders each root element has. */
const roots: ReadonlyMap<
  string,
  readonly [(root: XmlElement, builder: CatalogBuilder, path: string) => void, Dialect | undefined]
> = new Map([
  ['resources', [readAndroid, 'printf']],
  ['root', [readResx, 'numbered']],
  ['xliff', [readXliff, 'words']],
  ['ResourceDictionary', [readXaml, 'numbered']],
  ['TS', [readQt, 'qt']],
  ['plist', [readPlist, 'printf']],
]);

/** What puts the content of another file, or of an address, in its place. */
const outside = /<!ENTITY\s[^>]{0,500}\s(?:SYSTEM|PUBLIC)\s|<(?:[\w-]{1,40}:)?include\s[^>]{0,500}href/;

/** How the file says that its signs are written; what is read here is UTF-8. */
const declared = /^\s{0,9}<\?xml\s[^?>]{0,200}?\bencoding\s{0,3}=\s{0,3}["']([\w.:-]{1,40})/;

/** Reads a catalog in XML, told by its root element. */
export function readXmlCatalog(path: string, source: string, parse: typeof parseXml): Catalog {
  const builder = createCatalogBuilder(path, source);
  const xml = parse(builder.text);
  if ('problem' in xml) {
    builder.fail(xml.problem.message, xml.problem.offset, xml.problem.undecided);
    return builder.finish();
  }
  const foreign = builder.text.search(outside);
  if (foreign >= 0)
    builder.fail('it takes in another file by an entity or by XInclude; write the text itself', foreign);
  const [, encoding] = declared.exec(builder.text) ?? [];
  if (encoding !== undefined && !/^(?:utf-8|us-ascii)$/i.test(encoding))
    builder.note('encoding', encoding.toLowerCase(), 0);
  const xliff = xml.root.attributes['xmlns:xliff'];
  if (xliff !== undefined && !xliff.startsWith('urn:oasis:names:tc:xliff:'))
    builder.note('xmlns:xliff', xliff, xml.root.offset);
  const reader = roots.get(xml.root.name);
  if (reader === undefined)
    builder.fail(`nobody here knows XML that begins with <${xml.root.name.slice(0, 40)}>`, xml.root.offset, true);
  reader?.[0](xml.root, builder, path);
  return builder.finish(reader?.[1]);
}
