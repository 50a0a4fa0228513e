import type { NextStep } from './next-step.js';

/** The host that a pull request lies on, or would; `undefined` where it is none that is known. */
export type HostKind = 'github' | 'gitlab' | undefined;

/** What a host calls a pull request; GitHub’s word where it is not known. */
export function hostThing(kind: HostKind): 'pull request' | 'merge request' {
  return kind === 'gitlab' ? 'merge request' : 'pull request';
}

/** The name of a step’s words in the manifest: those that name a pull request are others on GitLab. */
export function stepWords(step: string, kind: HostKind): string {
  return kind === 'gitlab' && named.has(step) ? `${step}-gitlab` : step;
}

const named: ReadonlySet<string> = new Set<NextStep>([
  'open-pull-request',
  'await-review',
  'renew',
  'is-open',
  'is-approved',
  'make-ready',
  'send-draft',
  'resume',
  'answer',
  'closed',
]);
