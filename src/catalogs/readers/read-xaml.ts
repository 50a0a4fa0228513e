import type { CatalogBuilder } from './catalog-builder.js';
import type { XmlElement } from '../../parsers/parse-xml.js';
import { contentOf } from './xml-content.js';

/**
 * A dictionary of XAML: `<s:String x:Key="Ok">`, whatever its namespaces are called. Whatever else it holds is made when it is loaded, and what its
 * namespaces stand for says what a text is: of both it is told.
 */
export function readXaml(root: XmlElement, { add, note }: CatalogBuilder): void {
  const seen = new Map<string, number>();
  const tell = (name: string, value: string, at: number): void => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    note(count === 1 ? name : `${name} (${count})`, value, at);
  };
  for (const [name, value] of Object.entries(root.attributes)) tell(name, value, root.offset);
  for (const child of root.children) {
    if (typeof child === 'string') continue;
    const key = keyOf(child);
    const isText = /^(?:\w+:)?String$/.test(child.name) && key !== undefined;
    if (isText) add({ path: [key], value: contentOf(child), key: child.offset, at: child.contentOffset });
    else tell(key === undefined ? child.name : `${child.name} ${key}`, writtenOut(child), child.offset);
  }
}

function keyOf({ attributes }: XmlElement): string | undefined {
  return Object.entries(attributes).find(([name]) => /^(?:\w+:)?Key$/.test(name))?.[1];
}

function writtenOut({ name, attributes, children }: XmlElement): string {
  const inside = children.map((child) => (typeof child === 'string' ? child.trim() : writtenOut(child)));
  return `<${name} ${JSON.stringify(attributes)}>${inside.join('')}</>`;
}
