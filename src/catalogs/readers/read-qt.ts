import type { CatalogBuilder } from './catalog-builder.js';
import type { XmlElement } from '../../parsers/parse-xml.js';
import { contentOf, elementsOf } from './xml-content.js';

/** Qt Linguist's `.ts`: the translation of each message by its context, with the forms of a number apart. */
export function readQt(root: XmlElement, { add, note }: CatalogBuilder): void {
  // It says which forms of a number there are.
  const { language } = root.attributes;
  if (language !== undefined) note('language', language, root.offset);
  for (const context of elementsOf(root, 'context')) {
    const name = elementsOf(context, 'name')
      .map((each) => contentOf(each))
      .join('');
    for (const message of elementsOf(context, 'message')) {
      const [source] = elementsOf(message, 'source');
      const [translation] = elementsOf(message, 'translation');
      const state = translation?.attributes['type'];
      if (source === undefined || translation === undefined || state === 'obsolete' || state === 'vanished') continue;
      const words = contentOf(source);
      const comment = elementsOf(message, 'comment').map((each) => contentOf(each));
      const path = [name, message.attributes['id'] ?? words, ...comment];
      const forms = elementsOf(translation, 'numerusform');
      const texts = forms.length === 0 ? [translation] : forms;
      for (const [index, text] of texts.entries()) {
        const keys = forms.length === 0 ? path : [...path, index];
        const value = contentOf(text);
        const mark = state === 'unfinished' ? state : undefined;
        add({ path: keys, value, key: message.offset, at: text.contentOffset, source: words, inCode: words, mark });
      }
    }
  }
}
