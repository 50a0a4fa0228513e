import { toPlainText, type TextToken } from '../grammar/tokenize.js';
import type { LabelName } from '../policy.js';
import { ownLabels } from './own-labels.js';

/** The names that a value gives to labels, and why each piece of it that gives none is refused. */
export interface LabelNames {
  readonly names: readonly LabelName[];
  readonly refused: readonly string[];
}

/** Code stands for itself in the shape of a value. */
const pair = '` ?(?:as|is|=|→|->|=>) ?`';
const shape = new RegExp(`^ ?${pair}(?: ?(?:[,;]|[,;]? ?and ) ?${pair}){0,30}[.,;]? ?$`, 'iu');

/**
 * Reads "`size:S` as `size/S`, `zone:copy` as `type::copy`": a label of PM Zone, and the one name that the repository has for it. `isDressed`:
 * emphasis or a link has taken signs out of the words. `undefined` for a value of any other shape.
 */
export function readLabelNames(value: readonly TextToken[], isDressed: boolean): LabelNames | undefined {
  if (/^\s*none\.?\s*$/iu.test(toPlainText(value))) return { names: [], refused: [] };
  const written = value
    .map(({ kind, text }) => (kind === 'code' ? '`' : text.replaceAll('`', "'")))
    .join('')
    .replace(/\s+/gu, ' ');
  if (isDressed || value.some(({ odd, struck }) => odd || struck) || written.length > 2000 || !shape.test(written))
    return undefined;
  const codes = value.filter(({ kind }) => kind === 'code').map(({ text }) => text.trim());
  const names: LabelName[] = [];
  const refused: string[] = [];
  for (let at = 0; at < codes.length; at += 2) {
    const [label, name] = codes.slice(at, at + 2) as [string, string];
    const own = ownLabels.find((each) => isSame(each, label));
    if (own === undefined) {
      refused.push(unknownLabel(label));
      continue;
    }
    const why = whyNoName(own, name, names);
    if (why !== undefined) refused.push(why);
    else if (!names.some((each) => each.own === own)) names.push({ own, name });
  }
  return { names, refused };
}

function unknownLabel(label: string): string {
  return `PM Zone sets no label “${label.slice(0, 60)}”. It sets ${ownLabels.join(', ')}`;
}

/** Hosts take 50 signs (GitHub) without a comma (GitLab); what nobody sees, or what turns words round, is in no name. */
function whyNoName(own: LabelName['own'], name: string, names: readonly LabelName[]): string | undefined {
  if (!/^(?=.{1,50}$)[^\p{C}\p{Z}\p{DI},]+(?: [^\p{C}\p{Z}\p{DI},]+)*$/u.test(name.replaceAll('\uFE0F', '')))
    return `“${own}” cannot be called so: a label has at most 50 signs, all of them to be seen, and no comma`;
  if (ownLabels.some((each) => each !== own && isSame(each, name)))
    return `“${own}” cannot be called “${name}”, which is another label of PM Zone`;
  return names.some((each) => each.own === own && each.name !== name)
    ? `“${own}” has two names, and one label is set for it; the first holds`
    : undefined;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
