import type { OwnLabel } from '../policy.js';

/** Every label that PM Zone knows how to set: one more does not compile without its place here. */
const labels: Readonly<Record<OwnLabel, true>> = {
  'pm-authored': true,
  'zone:copy': true,
  'zone:flags': true,
  'zone:prompts': true,
  'zone:events': true,
  'zone:components': true,
  'zone:docs': true,
  'zone:config': true,
  'size:XS': true,
  'size:S': true,
  'size:M': true,
  'size:L': true,
  'size:XL': true,
  'ai-generated': true,
  'ai-assisted': true,
};

export const ownLabels = Object.keys(labels) as readonly OwnLabel[];
