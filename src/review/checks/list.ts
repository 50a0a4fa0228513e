import type { Check } from '../check.js';
import { codeowners } from './codeowners.js';
import { dependencies } from './dependencies.js';
import { componentCompatible } from './component-compatible.js';
import { configAdditionsOnly } from './config-additions-only.js';
import { copyCatalog } from './copy-catalog.js';
import { designSystem } from './design-system.js';
import { eventsAdditionsOnly } from './events-additions-only.js';
import { flagGated } from './flag-gated.js';
import { flagOwned } from './flag-owned.js';
import { flagSafe } from './flag-safe.js';
import { oneFeature } from './one-feature.js';
import { planningComplete } from './planning-complete.js';
import { planningFirst } from './planning-first.js';
import { planningLinked } from './planning-linked.js';
import { planningScope } from './planning-scope.js';
import { promptContract } from './prompt-contract.js';
import { promptVariables } from './prompt-variables.js';
import { secrets } from './secrets.js';
import { size } from './size.js';
import { unsafeCode } from './unsafe-code.js';
import { zone } from './zone.js';

/** Every check, in the order of the checklist's sections. Adding one is its file, a line here, its test and an item of the built-in checklist. */
export const checks: readonly Check[] = [
  zone,
  codeowners,
  size,
  oneFeature,
  planningLinked,
  planningFirst,
  planningComplete,
  planningScope,
  flagGated,
  flagOwned,
  flagSafe,
  copyCatalog,
  promptVariables,
  promptContract,
  eventsAdditionsOnly,
  componentCompatible,
  designSystem,
  configAdditionsOnly,
  secrets,
  unsafeCode,
  dependencies,
];
