import type { NameSet } from './index-state.js';
import { codeAt, signOf } from './scan-name.js';

/** What names have that a few positions know: a `signOf` each. Costs next to nothing to make, unlike a filter. */
export interface NameSigns {
  /** Whether the signs tell names apart: else too much is known, or names are by something else. */
  readonly tell: boolean;
  /** How whole names begin, and how long they are. */
  readonly names: number;
  readonly lengths: number;
  /** How other names begin that are known by their beginnings, and end that are known by their ends. */
  readonly beginnings: number;
  readonly endings: number;
}

/** The signs of what these positions know. */
export function signsOf(sets: readonly NameSet[]): NameSigns {
  let names = 0;
  let lengths = 0;
  let beginnings = 0;
  let endings = 0;
  let count = 0;
  for (const { nodes } of sets) {
    for (const { literals, suffixes, prefixes, tests } of nodes) {
      count += (literals?.size ?? 0) + (suffixes?.byText.size ?? 0) + (prefixes?.byText.size ?? 0);
      if (tests !== undefined || count > mostKnown) return noSigns;
      if (literals !== undefined)
        for (const name of literals.keys()) {
          names |= signOf(codeAt(name, 0));
          lengths |= signOf(name.length);
        }
      if (prefixes !== undefined) for (const text of prefixes.byText.keys()) beginnings |= signOf(codeAt(text, 0));
      if (suffixes !== undefined)
        for (const text of suffixes.byText.keys()) endings |= signOf(codeAt(text, text.length - 1));
    }
  }
  return { tell: true, names, lengths, beginnings, endings };
}

const noSigns: NameSigns = { tell: false, names: 0, lengths: 0, beginnings: 0, endings: 0 };

/** Whether the plain name that stands in `text` from `from` to `to` may be one that is known. */
export function hasSigns(
  { names, lengths, beginnings, endings }: NameSigns,
  text: string,
  from: number,
  to: number,
): boolean {
  const first = signOf(codeAt(text, from));
  return (
    ((names & first) !== 0 && (lengths & signOf(to - from)) !== 0) ||
    (beginnings & first) !== 0 ||
    (endings !== 0 && (endings & signOf(codeAt(text, to - 1))) !== 0)
  );
}

/** With more, hardly a name would be without their signs. */
const mostKnown = 12;
