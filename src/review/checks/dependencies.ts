import type { Check } from '../check.js';
import { partTextsAndCode } from '../unsafe/part-texts-and-code.js';

/**
 * No dependency is added or changed (design §6, "Security and privacy"). Texts and flags have none; whether code brings one in is the engineering
 * DRI's to say. The lists of dependencies themselves are locked (design §4, row 2).
 */
export const dependencies: Check = {
  id: 'dependencies',
  section: 'Security and privacy',
  severity: 'blocker',
  due: 'commit',
  async run(context) {
    const { code } = await partTextsAndCode(context);
    return { reports: [], ...(code.length > 0 && { undecided: true }) };
  },
};
