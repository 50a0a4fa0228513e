import { appConfig } from './services/appconfig.js';
import { configMap } from './files/config-map.js';
import { configcat } from './services/configcat.js';
import { describedFlags } from './own/described-flags.js';
import { flagsByEnvironment } from './own/environments.js';
import { flagsInSettings } from './own/flags-in-settings.js';
import { firebase } from './services/firebase.js';
import type { FlagFormat } from './flag-format.js';
import { flagd } from './files/flagd.js';
import { flagsmith } from './services/flagsmith.js';
import { flipper } from './files/flipper.js';
import { flipt } from './files/flipt.js';
import { gitlab } from './files/gitlab.js';
import { goFeatureFlag } from './files/go-feature-flag.js';
import { goFeatureFlag0 } from './files/go-feature-flag-0.js';
import { growthBook } from './services/growthbook.js';
import { harness } from './services/harness.js';
import { flagNames, flagsByKey, listedFlags, namesOfEnabledFlags, oneFlag, wrappedFlags } from './own/home-made.js';
import { launchDarkly } from './services/launchdarkly.js';
import { microsoft } from './files/microsoft.js';
import { openFeatureManifest } from './files/openfeature-manifest.js';
import { ff4j, togglz } from './files/properties.js';
import { split, splitLocalhost } from './services/split.js';
import { unleash, unleashExport } from './services/unleash.js';
import { waffle } from './files/waffle.js';

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
  split,
  splitLocalhost,
  configcat,
  appConfig,
  launchDarkly,
  flagsmith,
  flipper,
  growthBook,
  waffle,
  firebase,
  microsoft,
  configMap,
  gitlab,
];

/** What people write themselves, the strictest first. */
export const homeMadeFormats: readonly FlagFormat[] = [
  describedFlags,
  flagsByEnvironment,
  flagsInSettings,
  listedFlags,
  namesOfEnabledFlags,
  flagNames,
  oneFlag,
  wrappedFlags,
  flagsByKey,
];
