import { controlFile, controlFolder, knownFiles, knownFolders } from './control-files.js';
import { hostileName, knownDevices } from './hostile-path.js';
import { createNameFilter } from './name-filter.js';
import type { NameRules } from './path-facts.js';

/** What file and folder names say whatever the policy: rows 1 and 2 of the table. */
export function standingNames(): NameRules {
  const folders = createNameFilter([knownFolders, knownDevices]);
  return {
    files: createNameFilter([knownFiles], folders),
    folders,
    ofFile: (name, folded) => ({ hostile: hostileName(name), control: controlFile(folded) }),
    ofFolder: (name, folded) => ({ hostile: hostileName(name), control: controlFolder(folded) }),
  };
}
