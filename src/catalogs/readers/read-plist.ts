import type { CatalogBuilder } from './catalog-builder.js';
import type { XmlElement } from '../../parsers/parse-xml.js';
import { contentOf, elementsOf } from './xml-content.js';

/** Apple's property list, as `.stringsdict` is: texts by their keys. Those that begin with `NS` tell the system how to choose. */
export function readPlist(root: XmlElement, builder: CatalogBuilder): void {
  for (const dict of elementsOf(root, 'dict')) readDict(dict, [], builder);
}

function readDict(dict: XmlElement, path: readonly string[], builder: CatalogBuilder): void {
  let key: XmlElement | undefined;
  for (const child of dict.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'key') key = child;
    else if (key !== undefined) {
      const name = contentOf(key);
      const keys = [...path, name];
      if (child.name === 'dict') readDict(child, keys, builder);
      else if (child.name === 'string' && (!name.startsWith('NS') || name === 'NSStringLocalizedFormatKey'))
        builder.add({ path: keys, value: contentOf(child), key: key.offset, at: child.contentOffset });
      else if (child.name === 'string')
        builder.note(keys.join('.'), contentOf(child), child.contentOffset, [...path, 'other']);
      key = undefined;
    }
  }
}
