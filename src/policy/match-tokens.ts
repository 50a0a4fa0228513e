/** A piece of a wildcard over one folder or file name. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  /** One character of the given kind. */
  | { readonly kind: 'one'; readonly accepts: (character: string) => boolean }
  /** Any characters, also none. */
  | { readonly kind: 'any' }
  /** One of the alternatives; with `optional` also none of them, with `repeats` any number in a row. */
  | {
      readonly kind: 'group';
      readonly alternatives: readonly (readonly Token[])[];
      readonly optional: boolean;
      readonly repeats: boolean;
    };

/**
 * Compiles the tokens to a test that a whole name passes or fails.
 *
 * All ways through the tokens are followed side by side, so a test takes at most time in proportion to the name's length
 * times the number of tokens' characters, whatever the tokens are.
 */
export function matchTokens(tokens: readonly Token[]): (name: string) => boolean {
  const states: State[] = [];
  const first = link(states, tokens, add(states, { kind: 'end' }));
  return (name) => run(states, first, name);
}

/** `next` and `other` are places in the list of states. */
type State =
  | { readonly kind: 'end' }
  | { readonly kind: 'one'; readonly accepts: (character: string) => boolean; readonly next: number }
  | { readonly kind: 'any'; readonly next: number }
  | { readonly kind: 'fork'; readonly next: number[] };

function add(states: State[], state: State): number {
  states.push(state);
  return states.length - 1;
}

/** Adds the states for the tokens that lead on to `next`; gives back where they begin. */
function link(states: State[], tokens: readonly Token[], next: number): number {
  return tokens.reduceRight((after, token) => linkToken(states, token, after), next);
}

function linkToken(states: State[], token: Token, next: number): number {
  switch (token.kind) {
    case 'text':
      return Array.from(token.text).reduceRight(
        (after, wanted) => add(states, { kind: 'one', accepts: (character) => character === wanted, next: after }),
        next,
      );
    case 'one':
      return add(states, { kind: 'one', accepts: token.accepts, next });
    case 'any':
      return add(states, { kind: 'any', next });
    case 'group': {
      const ways: number[] = token.optional ? [next] : [];
      const entry = add(states, { kind: 'fork', next: ways });
      const again: number[] = token.repeats ? [entry, next] : [next];
      const exit = add(states, { kind: 'fork', next: again });
      for (const alternative of token.alternatives) ways.push(link(states, alternative, exit));
      return entry;
    }
  }
}

function run(states: readonly State[], first: number, name: string): boolean {
  let current = reach(states, [first]);
  for (const character of name) {
    const moved: number[] = [];
    for (const place of current) {
      const state = states[place];
      if (state?.kind === 'any') moved.push(place);
      if (state?.kind === 'one' && state.accepts(character)) moved.push(state.next);
    }
    if (moved.length === 0) return false;
    current = reach(states, moved);
  }
  for (const place of current) if (states[place]?.kind === 'end') return true;
  return false;
}

/** The places and all that can be reached from them without a character. */
function reach(states: readonly State[], places: readonly number[]): ReadonlySet<number> {
  const reached = new Set(places);
  // A set's iteration also visits what is added while it runs.
  for (const place of reached) {
    const state = states[place];
    if (state?.kind === 'any') reached.add(state.next);
    if (state?.kind === 'fork') for (const next of state.next) reached.add(next);
  }
  return reached;
}
