import type { ChangedFile } from '../../change/change.js';
import { isPicture } from '../../change/is-picture.js';
import { indexLines } from '../../text/index-lines.js';
import type { Report } from '../check.js';
import { decodeText } from './decode-text.js';

/** What runs, or brings in a page or other styles, in a picture that is written as text. */
const active =
  /<(?:\w{1,20}:)?(?:script|foreignObject|iframe|object|embed|handler)(?=[\s/>])|[\s"'/]on[a-z]{3,20}\s{0,9}=|javascript\s{0,9}:|@import\b/gi;

/**
 * A picture that does something, and a text that is called one: who opens its address opens a page of the product. The engineering DRI is asked about each
 * picture that is a program; what is in it that no drawing needs is named.
 */
export function reportActivePicture({ path, before, after }: ChangedFile, who: string): readonly Report[] {
  const text = isPicture(path) ? after?.text : undefined;
  if (text === undefined) return [];
  const confirms = `That it is safe here ${who} confirms in the pull request.`;
  if (!/\.svg$/i.test(path) && before?.text === undefined) {
    const message = `${path} is called a picture and holds text, such as a page or a program. ${confirms}`;
    return [{ path, line: 1, column: 1, message, severity: 'note', undecided: true }];
  }
  const read = decodeText(text);
  const known = new Set(decodeText(before?.text ?? '').match(active));
  const found = [...read.matchAll(active)].find(([code]) => !known.has(code));
  if (found === undefined) return [];
  const message = `This picture has “${found[0].trim()}” in it now, which does something on a page that shows it. ${confirms}`;
  return [{ path, ...indexLines(read)(found.index), message, severity: 'note', undecided: true }];
}
