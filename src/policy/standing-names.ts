import { controlFile, controlFolder } from './control-files.js';
import { hostileName } from './hostile-path.js';
import type { NameRules } from './path-facts.js';

/** What file and folder names say whatever the policy: rows 1 and 2 of the table. */
export const standingNames: NameRules = {
  unsafe: hostileName,
  protectedFile: controlFile,
  protectedFolder: controlFolder,
};
