import type { TemplateAsk } from '../keys/template-asks.js';
import { addressOf } from './leading-tags.js';
import { isAddressOfPage } from './address-of-page.js';
import { followMachineBlocks } from '../machine-blocks.js';
import type { FilledPiece } from '../read-tags.js';
import { followReaders } from '../text-readers.js';

/** What is put in to words that are translated. */
const given = /^\{%[-~+]?\s*trans(?:late)?\s+with\s*\{\s*'\{?[\w%]+\}?'\s*:\s*'(https:[^']+)'\s*\}\s*[-~+]?%\}$/;

/** The addresses that links of a template lead to, in their order; none that stands in a text which is the key of its translations. */
export function templateAddresses(file: string, pieces: readonly FilledPiece[]): readonly TemplateAsk[] {
  const blocks = followMachineBlocks();
  const readers = followReaders(file);
  return pieces.flatMap((each, piece): readonly TemplateAsk[] => {
    const { tag, text, codes } = each;
    const isInside = blocks.isInside() || !readers.areRead();
    if (tag !== undefined) readers.pass(each);
    const found = codes.flatMap((written, code): readonly TemplateAsk[] => {
      const [whole, key = ''] = blocks.isInside() ? [] : (given.exec(written) ?? []);
      blocks.pass(written);
      const at = written.indexOf(key);
      return whole === undefined || !isAddressOfPage(key) ? [] : [{ key, at, end: at + key.length, piece, code }];
    });
    if (tag === undefined) return found;
    const address = isInside ? undefined : addressOf(text);
    return address === undefined ? [] : [{ ...address, piece }];
  });
}
