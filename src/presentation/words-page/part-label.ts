import type { WordsPart } from './words.js';

/** A form in words: what it is for. */
export function partLabel(part: WordsPart): string {
  const { form, kind, argument } = part;
  if (form === '') return '';
  if (kind === 'around') return aroundLabels.get(form) as string;
  const label = caseLabel(part);
  return argument === undefined ? label : `${argument}: ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

const aroundLabels: ReadonlyMap<string, string> = new Map([
  ['before', 'The words before'],
  ['between', 'The words between'],
  ['after', 'The words behind'],
]);

function caseLabel({ form, kind, numbers }: WordsPart): string {
  if (kind === 'select') return `Where it is “${form}”`;
  const [only] = numbers;
  if (only === undefined) return `Form “${form}”`;
  return numbers.length === 1 ? `For ${only}` : `For ${numbers.join(', ')} and the like`;
}
