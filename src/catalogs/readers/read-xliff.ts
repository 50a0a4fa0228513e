import type { CatalogBuilder } from './catalog-builder.js';
import type { XmlElement } from '../../parsers/parse-xml.js';
import { contentOf, descendantsOf, elementsOf } from './xml-content.js';

/** XLIFF 1.2 and 2: the target of each unit beside its source; the source where the file translates nothing, or next to nothing by mistake. */
export function readXliff(root: XmlElement, { add, note }: CatalogBuilder, filePath: string): void {
  const targets = [...descendantsOf(root, new Set(['target']))].length;
  const sources = [...descendantsOf(root, new Set(['source']))].length;
  const isFor = root.attributes['trgLang'] ?? elementsOf(root, 'file')[0]?.attributes['target-language'];
  const translates = targets > 0 && (isFor !== undefined || targets * 10 > sources);
  for (const [index, element] of [root, ...elementsOf(root, 'file')].entries())
    for (const name of ['source-language', 'target-language', 'srcLang', 'trgLang']) {
      const value = element.attributes[name];
      if (value !== undefined) note(index < 2 ? name : `${name} ${index}`, value, element.offset);
    }
  for (const file of elementsOf(root, 'file')) {
    const isOwn = isFor !== undefined && isFor === (root.attributes['srcLang'] ?? file.attributes['source-language']);
    const original =
      elementsOf(root, 'file').length > 1 ? [file.attributes['original'] ?? file.attributes['id'] ?? ''] : [];
    for (const unit of descendantsOf(file, new Set(['trans-unit', 'unit']))) {
      const parts = unit.name === 'unit' ? elementsOf(unit, 'segment') : [unit];
      for (const [index, part] of parts.entries()) {
        const [source] = elementsOf(part, 'source');
        const [target] = elementsOf(part, 'target');
        const shown = translates ? target : (target ?? source);
        if (source === undefined || shown === undefined) continue;
        // Texts that are known by their words have numbers and digests for ids, but in TYPO3.
        const { id: digest, resname = unit.attributes['name'] } = unit.attributes;
        const isKey = resname === undefined || byId.test(filePath);
        const id = (byId.test(filePath) ? digest : undefined) ?? resname ?? digest ?? contentOf(source, inline);
        const path = [...original, id, ...(parts.length > 1 ? [index] : [])];
        const words = contentOf(source, inline);
        // The app may go by the source where nothing else names the text, and in its own language it is the text once more.
        if (target !== undefined && isKey && !isOwn)
          note(`source of ${path.join('.')}`, words, source.contentOffset, path);
        const { translate } = unit.attributes;
        if (translate === 'no') note(`${path.join('.')} translate`, translate, unit.offset, path);
        const state = target === undefined ? undefined : (target.attributes['state'] ?? part.attributes['state']);
        const mark = state !== undefined && notDone.test(state) ? state : undefined;
        const said = translates && /\s/.test(words) ? words : undefined;
        // The standard wants ids unique, and texts of one name may come from several places.
        const own = unit.attributes['id'];
        const unique = own && [...original, own, ...(parts.length > 1 ? [index] : [])].join(' ');
        const place = { key: unit.offset, at: shown.contentOffset };
        add({ path, value: contentOf(shown, inline), ...place, source: said, id: unique, mark });
      }
    }
  }
}

const notDone = /^(?:new|initial|needs-(?!review).*)$/;

/** Where TYPO3's texts lie, and what they are called. */
const byId = /(?:^|\/)(?:Resources\/Private\/Language\/|(?:[a-z]{2,3}(?:_[A-Z]{2})?\.)?locallang[^/]*$)/;

const standing = new Set(['x', 'ph', 'bx', 'ex', 'sc', 'ec', 'it']);

/** What stands for a placeholder is written as one. */
function inline(element: XmlElement): string | undefined {
  const { id = '' } = element.attributes;
  if (standing.has(element.name)) return `{${id}}`;
  if (element.name === 'g' || element.name === 'pc') return `{${id}}${contentOf(element, inline)}{/${id}}`;
  return element.name === 'mrk' ? contentOf(element, inline) : undefined;
}
