import type { PilotAnswers } from './pilot-answers.js';

/** Where a PM zone is there already: that nothing of what was answered is compared with it, and what brings it in. */
export function whatGoesOn({ people, open, engineers, release }: PilotAnswers): readonly string[] {
  const ways = [
    ...(people.length > 0 ? ['pm-zone roster add puts a PM on its list'] : []),
    ...(open.length + engineers.length > 0 ? ['what opens, and who is an engineer, is written into it'] : []),
    ...(release === undefined ? [] : ['docs/gate.md says how the gate is put on the repository']),
  ];
  return ways.length === 0 ? [] : [`Nothing of what you named is compared with it, or written: ${ways.join('; ')}.`];
}
