import fc from 'fast-check';
import type { Fault } from './faults.js';

const paths = ['a.txt', 'dir/b.txt', 'dir', 'i18n/en.json', 'src/home/a.txt', 'PLANNING.md'] as const;

type Path = (typeof paths)[number];

/** A step of ours. Branches are numbers in the list of those that are there. */
export type Operated =
  | { readonly kind: 'put-back'; readonly path: Path }
  | { readonly kind: 'switch' | 'bring-back'; readonly number: number }
  | {
      readonly kind: 'commit-reviewed' | 'start' | 'undo' | 'start-over' | 'latest' | 'finish' | 'cancel' | 'rebuild';
    };

/** What the PM, others or another git do. */
export type Outside =
  | { readonly kind: 'write' | 'delete' | 'add' | 'rm-cached'; readonly path: Path }
  | { readonly kind: 'checkout' | 'rename' | 'delete-branch'; readonly number: number }
  | { readonly kind: 'commit' | 'main-moves' | 'stash' };

export interface Played {
  readonly step: Operated | Outside | { readonly kind: 'two-windows'; readonly steps: readonly [Operated, Operated] };
  readonly fault: { readonly fault: Fault; readonly at: number } | undefined;
}

const path = fc.constantFrom(...paths);
const number = fc.nat(5);
const operated: fc.Arbitrary<Operated> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('put-back' as const), path }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('switch', 'switch', 'bring-back'), number }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('commit-reviewed', 'start', 'undo', 'start-over', 'latest', 'finish', 'cancel', 'rebuild'),
    }),
  },
);
const written: fc.Arbitrary<Outside> = fc.record({ kind: fc.constant('write' as const), path });
const outside: fc.Arbitrary<Outside> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('delete', 'add', 'rm-cached'), path }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('checkout' as const), number }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('commit', 'main-moves') }) },
);
const branchesChange: fc.Arbitrary<Outside> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('rename', 'delete-branch'), number }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('stash' as const) }) },
);
const fault = fc.option(
  fc.record({
    fault: fc.constantFrom<Fault>('killed-before', 'killed-after', 'disk-full', 'stays-full', 'git-fails'),
    at: fc.integer({ min: 1, max: 150 }),
  }),
  { freq: 2, nil: undefined },
);

/** Steps in turn, half of them with a fault on the way. */
export const aloneSteps: fc.Arbitrary<readonly Played[]> = fc.array(
  fc.record({
    step: fc.oneof(
      { weight: 3, arbitrary: written },
      { weight: 4, arbitrary: outside },
      { weight: 5, arbitrary: operated },
    ),
    fault,
  }),
  { minLength: 4, maxLength: 12 },
);

/** As `aloneSteps`, with branches that are renamed and deleted and two windows at once, and fewer faults. */
export const crowdedSteps: fc.Arbitrary<readonly Played[]> = fc.array(
  fc.record({
    step: fc.oneof(
      { weight: 4, arbitrary: written },
      { weight: 2, arbitrary: outside },
      { weight: 2, arbitrary: branchesChange },
      { weight: 6, arbitrary: operated },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('two-windows' as const), steps: fc.tuple(operated, operated) }),
      },
    ),
    fault: fc.option(fault, { freq: 2, nil: undefined }),
  }),
  { minLength: 4, maxLength: 9 },
);
