import type { CatalogBuilder } from './catalog-builder.js';
import { contentOf, elementsOf } from './xml-content.js';
import type { XmlElement } from '../../parsers/parse-xml.js';

/** .NET's `.resx` and `.resw`: `<data name><value>`. Data with a type are pictures, sizes and the like. */
export function readResx(root: XmlElement, { add }: CatalogBuilder): void {
  for (const element of elementsOf(root, 'data')) {
    const { name, type, mimetype } = element.attributes;
    const [value] = elementsOf(element, 'value');
    if (name === undefined || type !== undefined || mimetype !== undefined || name.startsWith('>>')) continue;
    if (value !== undefined)
      add({ path: [name], value: contentOf(value), key: element.offset, at: value.contentOffset });
  }
}
