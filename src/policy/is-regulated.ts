import type { Policy } from './policy.js';

/** Under regulated controls of any tip: the strictest counts. */
export function isRegulated({ tips }: Policy): boolean {
  return tips.some(({ zone }) => zone?.settings.controls === 'regulated');
}
