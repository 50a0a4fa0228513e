import fc from 'fast-check';

/**
 * Random cases are the same in every run, so that whether a change lands depends on the change alone. `PM_ZONE_SEED=random` looks for
 * new ones, `PM_ZONE_SEED=42` repeats a run that found one.
 */
const asked = process.env['PM_ZONE_SEED'] ?? '1';
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked) });
