import { appConfig } from './appconfig.js';
import { configcat } from './configcat.js';
import { describedFlags } from './described-flags.js';
import { flagsByEnvironment } from './environments.js';
import { firebase } from './firebase.js';
import type { FlagFormat } from './flag-format.js';
import { flagd } from './flagd.js';
import { flagsmith } from './flagsmith.js';
import { flipper } from './flipper.js';
import { flipt } from './flipt.js';
import { gitlab } from './gitlab.js';
import { goFeatureFlag } from './go-feature-flag.js';
import { goFeatureFlag0 } from './go-feature-flag-0.js';
import { growthBook } from './growthbook.js';
import { harness } from './harness.js';
import { flagNames, flagsByKey, listedFlags, oneFlag, wrappedFlags } from './home-made.js';
import { launchDarkly } from './launchdarkly.js';
import { microsoft } from './microsoft.js';
import { openFeatureManifest } from './openfeature-manifest.js';
import { ff4j, togglz } from './properties.js';
import { unleash, unleashExport } from './unleash.js';
import { waffle } from './waffle.js';

/** Formats of programs, each known by its signature; the first that knows a file reads it. */
export const programFormats: readonly FlagFormat[] = [
  ff4j,
  togglz,
  harness,
  flagd,
  openFeatureManifest,
  flipt,
  goFeatureFlag,
  goFeatureFlag0,
  unleashExport,
  unleash,
  configcat,
  appConfig,
  launchDarkly,
  flagsmith,
  flipper,
  growthBook,
  waffle,
  firebase,
  microsoft,
  gitlab,
];

/** What people write themselves, the strictest first. */
export const homeMadeFormats: readonly FlagFormat[] = [
  describedFlags,
  flagsByEnvironment,
  listedFlags,
  flagNames,
  oneFlag,
  wrappedFlags,
  flagsByKey,
];
