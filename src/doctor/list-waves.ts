import { matchGlobs } from '../policy/match-globs.js';
import { asksForReview, whyWaveWaits } from '../policy/pilot-days.js';
import type { Policy, SettingPlace, Wave } from '../policy/policy.js';
import { pluralize } from '../text/pluralize.js';

/** A wave of the policy on a day: how many files it is about, and whether it has begun. */
export interface ListedWave extends Wave {
  readonly place: Pick<SettingPlace, 'file' | 'line'>;
  readonly files: number;
  /** Why it has not begun; `undefined` where it has. */
  readonly waits: string | undefined;
  /** Compliance reviews it before it begins. */
  readonly asksForReview: boolean;
  /** Who signs that review: whom the policy names, or nobody, where engineering DRIs sign in their place. */
  readonly signers: readonly string[];
}

/** The waves of the base's policy. Takes time in proportion to the number of paths for each of them. */
export function listWaves(
  { tips: [{ zone }] }: Policy,
  paths: readonly string[],
  today: string,
): readonly ListedWave[] {
  if (zone === undefined) return [];
  const { waves = [], controls, compliance: signers = [] } = zone.settings;
  const places = (zone.settingsAt ?? []).filter(({ setting }) => setting === 'wave');
  return waves.map((wave, nth) => ({
    ...wave,
    place: places[nth] ?? zone,
    files: paths.filter(matchGlobs(wave.globs, 'forbid').matches).length,
    waits: whyWaveWaits(wave, controls, today),
    asksForReview: asksForReview(wave, controls),
    signers,
  }));
}

/** One line: "Wave 2 (src/cart/**, 12 files) begins after a compliance review: @org/compliance signs it by approving the pull request …". */
export function describeListedWave({ number, globs, files, waits, asksForReview: asks, ...wave }: ListedWave): string {
  const { reviewed, signers, place } = wave;
  const title = `(${globs.join(' ')}, ${pluralize(files, 'file', 'files')})`;
  const who = signers.length > 0 ? signers.join(' or ') : 'an engineering DRI, since nobody is named for compliance,';
  const says =
    waits === undefined
      ? `Wave ${number} ${title} has begun`
      : waits.replace(`Wave ${number}`, `Wave ${number} ${title}`);
  const review =
    reviewed !== undefined
      ? `; its compliance review of ${reviewed} is by the word of ${place.file}:${place.line}, and the gate's record of the pull request that wrote that says whether it was signed`
      : asks
        ? `: ${who} signs it by approving the pull request that writes its day in ${place.file}:${place.line}`
        : '';
  return `${says}${review}`;
}
