import { enterTexts, manifestReason } from './named-alike.js';
import { protectedFile, protectedFolder } from './protected-files.js';
import { unsafeName } from './unsafe-path.js';
import type { NameRules } from '../path-index/path-facts.js';

/** What file and folder names say whatever the policy: rows 1 and 2 of the table. */
export const standingNames: NameRules = {
  unsafe: unsafeName,
  protectedFile,
  protectedFolder,
  enterTexts,
  notInTexts: manifestReason,
};
