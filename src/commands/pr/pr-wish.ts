import { UsageError, textOptions, type ParsedArguments } from '../command.js';

/** What was typed behind `pm-zone pr`. */
export interface PrWish {
  readonly isWeb: boolean;
  readonly isDryRun: boolean;
  readonly isUpdating: boolean;
  readonly asDraft: boolean;
  readonly asReady: boolean;
  readonly isPuttingAway: boolean;
  readonly isProposing: boolean;
  /** `FILE=WORDS`, as typed. */
  readonly pictures: readonly string[];
}

/** Reads what was typed. Throws a `UsageError` where two of it do not go together. */
export function readPrWish(typed: ParsedArguments): PrWish {
  const has = (name: string): boolean => typed.values[name] === true;
  const [isWeb, isDryRun, isUpdating] = [has('web'), has('dry-run'), has('update')];
  const [asDraft, asReady, isPuttingAway, isProposing] = [has('draft'), has('ready'), has('put-away'), has('propose')];
  const pictures = textOptions(typed, 'picture');
  if (isUpdating && (isWeb || isDryRun))
    throw new UsageError('--update renews a pull request that is open: it does not go with --web or --dry-run.');
  if (asReady && (asDraft || isWeb || isDryRun))
    throw new UsageError('--ready makes a draft ready for review: it does not go with --draft, --web or --dry-run.');
  if (isPuttingAway && (isWeb || isDryRun || isUpdating || asDraft || asReady || pictures.length > 0))
    throw new UsageError('--put-away goes with no other of these: it opens and renews nothing.');
  if (isProposing && (isWeb || isUpdating || isPuttingAway))
    throw new UsageError(
      '--propose is for a pull request that is not open yet: it goes with --draft, --ready and --dry-run alone.',
    );
  return { isWeb, isDryRun, isUpdating, asDraft, asReady, isPuttingAway, isProposing, pictures };
}

/** Is one object wanted that a program reads? */
export function isJson({ values }: ParsedArguments): boolean {
  return values['format'] === 'json' || values['json'] === true;
}

/** The same, of arguments that could not be parsed. */
export function asksForJson(args: readonly string[]): boolean {
  return args.some(
    (arg, at) => arg === '--json' || arg === '--format=json' || (arg === '--format' && args[at + 1] === 'json'),
  );
}
