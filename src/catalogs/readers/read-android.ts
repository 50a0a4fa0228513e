import type { CatalogBuilder } from './catalog-builder.js';
import type { XmlElement } from '../../parsers/parse-xml.js';
import { contentOf, elementsOf } from './xml-content.js';

/** Android's `<resources>`: strings, plurals by quantity, lists by place. What is not to be translated, and other resources, are none: the app reads them. */
export function readAndroid(root: XmlElement, { add, note }: CatalogBuilder, catalog: string): void {
  const isCompiled = compiled.test(catalog);
  const text = (path: readonly (string | number)[], element: XmlElement): void =>
    add({
      path,
      value: contentOf(element, inline),
      key: element.offset,
      at: element.contentOffset,
      fault:
        isCompiled && bareApostrophe.test(contentOf(element))
          ? "an apostrophe is written “\\'” in such a file"
          : undefined,
    });
  for (const element of root.children) {
    if (typeof element === 'string') continue;
    const { name, translatable, ...others } = element.attributes;
    if (name === undefined || (kinds.has(element.name) && translatable !== 'false')) continue;
    note(`${element.name} ${name}`, `${contentOf(element)} ${others['type'] ?? ''}`, element.offset);
  }
  for (const element of elementsOf(root, 'string', 'plurals', 'string-array')) {
    const { name, translatable, product, formatted } = element.attributes;
    if (name === undefined || translatable === 'false') continue;
    // Devices may have texts of their own.
    const key = product === undefined ? name : `${name} (${product})`;
    if (element.name === 'string') text([key], element);
    if (formatted !== undefined) note(`${key} formatted`, formatted, element.offset, [key]);
    const items = elementsOf(element, 'item');
    for (const [index, item] of items.entries())
      text([key, element.name === 'plurals' ? (item.attributes['quantity'] ?? index) : index], item);
  }
}

const kinds = new Set(['string', 'plurals', 'string-array']);

/** Where Android's own compiler reads it: Compose Multiplatform, and others who only take the form, show a backslash. */
const compiled = /^(?!.*\bcomposeResources\/).*(?:^|\/)values(?:-[^/]*)?\/[^/]*$/;
/** Neither behind a backslash nor between quotation marks. */
const bareApostrophe = /^(?:[^'"\\]|\\[^]|"(?:[^"\\]|\\[^])*")*'/;

function inline(element: XmlElement): string | undefined {
  return element.name === 'xliff:g' ? contentOf(element) : undefined;
}
