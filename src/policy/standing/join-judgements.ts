import type { Condition, Judgement, Reason, Standing } from '../policy.js';

/**
 * The strictest of one or more judgements on one path, each by one commit's policy for one person. Where all are editable, all
 * their conditions hold. With several commits each reason names its commit; owners are the first's.
 */
export function joinJudgements(judged: readonly { readonly ref: string; readonly judgement: Judgement }[]): Judgement {
  const [only] = judged;
  if (only !== undefined && judged.length === 1) return only.judgement;
  const several = new Set(judged.map(({ ref }) => ref)).size > 1;
  const named = judged.map(({ ref, judgement }) => (several ? nameRef(ref, judgement) : judgement));
  const [first, ...more] = named as [Judgement, ...Judgement[]];
  const strictest = more.reduce((one, other) => (isStricter(other, one) ? other : one), first);
  if (strictest.standing !== 'editable') return { ...strictest, owners: first.owners };
  return {
    ...strictest,
    owners: first.owners,
    conditions: distinct(
      named.flatMap(({ conditions }) => conditions),
      ({ kind, text }: Condition) => `${kind} ${text}`,
    ),
    because: distinct(
      [...strictest.because, ...named.flatMap(({ because }) => because)],
      ({ file, line, text }: Reason) => `${line} ${file} ${text}`,
    ),
  };
}

function isStricter(one: Judgement, other: Judgement): boolean {
  return (compareStandings(one.standing, other.standing) || rows.indexOf(other.row) - rows.indexOf(one.row)) > 0;
}

/** The rows of design §4 as they are tried. */
const rows: readonly Judgement['row'][] = [1, 2, 3, 4, '3a', 5, 6, 7, 8];

/** Negative where `one` is more open than `other`, positive where it is stricter, 0 where they are the same. */
export function compareStandings(one: Standing, other: Standing): number {
  return strictness[one] - strictness[other];
}

const strictness: Readonly<Record<Standing, number>> = { editable: 0, pair: 1, locked: 2 };

function nameRef(ref: string, judgement: Judgement): Judgement {
  return {
    ...judgement,
    because: judgement.because.map((reason) => ({ ...reason, text: `${reason.text} (on ${ref})` })),
  };
}

function distinct<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
