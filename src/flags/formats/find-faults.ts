import type { DataNode, DataScalar } from '../../parsers/data-tree.js';
import type { FlagFault } from '../flag-change.js';
import { findScalar } from '../find-entry.js';

/** Is a value worked out by a program that fills the file in (`<%= … %>`, `${…}`, `{{ … }}`)? Nobody reads such a program here. */
export function isWorkedOut({ text }: DataScalar): boolean {
  return /<%|\$\{|\{\{/.test(text);
}

/** Keys that are nearly those of the format (`enable` for `enabled`): a program passes over them without a word. */
export function findNearMisses(node: DataNode, known: readonly string[]): readonly FlagFault[] {
  if (node.kind !== 'map') return [];
  const own = new Set(node.entries.map(({ key }) => key));
  return node.entries.flatMap(({ key, at }) => {
    if (known.includes(key)) return [];
    const meant = known.find((name) => !own.has(name) && isNear(key, name));
    return meant === undefined
      ? []
      : [
          {
            at,
            message: `“${key}” means nothing to the program that reads this file. Write “${meant}” if that is meant.`,
          },
        ];
  });
}

/** What is not true or false though it has to be: `"false"` is a text, and programs take a text for true. */
export function findNoTruth(node: DataNode, ...names: readonly string[]): readonly FlagFault[] {
  return names.flatMap((name) => {
    const scalar = findScalar(node, name);
    if (scalar === undefined || scalar.value === null || isWorkedOut(scalar)) return [];
    if (typeof scalar.value === 'boolean' || typeof scalar.older === 'boolean') return [];
    return [
      {
        at: scalar.at,
        message: `“${name}” has to be true or false, without quotation marks, and programs may take “${scalar.text.slice(0, 40)}” for true.`,
      },
    ];
  });
}

/** Names of variants that the flag does not have. */
export function findUnknownVariants(named: readonly DataScalar[], variants: ReadonlySet<string>): readonly FlagFault[] {
  return named
    .filter((name) => name.value !== null && !isWorkedOut(name) && !variants.has(name.text))
    .map(({ at, text }) => ({
      at,
      message: `“${text.slice(0, 40)}” is none of this flag’s variants, so nobody knows what people would get.`,
      ...(variants.size > 0 && { hint: `It has ${[...variants].slice(0, 6).join(', ')}.` }),
    }));
}

/** Values that are not all of one kind, which these programs refuse. What only one reading of the file takes for another kind is none. */
export function findMixedKinds(values: readonly DataNode[]): readonly FlagFault[] {
  const given = values.filter((value) => value.kind !== 'scalar' || (value.value !== null && !isWorkedOut(value)));
  const other = given.find((value) =>
    kindsOf(value).every((kind) => !given.slice(0, 1).flatMap(kindsOf).includes(kind)),
  );
  if (other === undefined) return [];
  const message =
    'Its variants are not all of one kind, such as true or false, numbers or texts in quotation marks, and programs expect one. Write them alike.';
  return [{ at: other.at, message }];
}

/** What values of one kind are, in words. */
export function nameKind(values: readonly DataNode[]): string | undefined {
  const names = new Set(values.map((value) => (value.kind === 'scalar' ? kinds[typeof value.value] : 'objects')));
  const [name, ...others] = names;
  return others.length === 0 ? name : undefined;
}

const kinds: Readonly<Record<string, string>> = { boolean: 'true or false', number: 'numbers', string: 'texts' };

function kindsOf(value: DataNode): readonly string[] {
  return value.kind === 'scalar' ? [typeof value.value, typeof value.older] : [value.kind];
}

/** One letter too many, too few, other or exchanged, or the same letters written otherwise. */
export function isNear(one: string, other: string): boolean {
  const [a, b] = [one, other].map((word) => word.toLowerCase().replaceAll(/[-_ ]/g, '')) as [string, string];
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (a[from] === b[from]) from++;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  return (
    restA.slice(1) === restB ||
    restB.slice(1) === restA ||
    restA.slice(1) === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  );
}
