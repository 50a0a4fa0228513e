import type { Change } from '../../change/change.js';
import { countLinesToRead } from '../../change/count-lines-to-read.js';
import { classifyFile, type FileKind } from '../../change/classify-file.js';
import type { Origin } from '../../change/read-provenance.js';
import type { OwnLabel } from '../../policy/policy.js';

const zoneKinds = ['copy', 'flags', 'prompts', 'events', 'components', 'docs', 'config'] as const satisfies FileKind[];

/** Upper ends in lines added and removed. */
const sizes = [
  [9, 'XS'],
  [29, 'S'],
  [99, 'M'],
  [499, 'L'],
] as const;

/** Every size: of these a change has one. */
export const sizeLabels: readonly OwnLabel[] = [...sizes.map(([, size]) => `size:${size}` as const), 'size:XL'];

/** `pm-authored`, one label for each kind of zone touched, the size (the plan apart), and AI's part where the repository says so. */
export function chooseLabels(change: Change, provenance: Origin): readonly OwnLabel[] {
  const kinds = new Set(change.files.map(({ path }) => classifyFile(path)));
  const counted = change.files.filter(({ path }) => classifyFile(path) !== 'planning').map(countLinesToRead);
  const lines = counted.reduce((sum, count) => sum + count, 0);
  const size = sizes.find(([most]) => lines <= most)?.[1] ?? 'XL';
  return [
    'pm-authored',
    ...zoneKinds.filter((kind) => kinds.has(kind)).map((kind) => `zone:${kind}` as const),
    `size:${size}`,
    ...(provenance.kind === 'unknown' ? [] : [`ai-${provenance.kind}` as const]),
  ];
}
