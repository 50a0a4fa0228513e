import { layOutAgain } from '../../../change/lay-out-again.js';
import type { FileFixInput, QuickFix } from '../quick-fix.js';
import { shortFileName } from './revert-lines.js';

/** The file with the layout that it had, and with all that was changed in it. */
export function layOutAsBefore({ path, currentText, reviewed }: FileFixInput): readonly QuickFix[] {
  const before = reviewed.change.files.find((file) => file.path === path)?.before?.text;
  if (before === undefined) return [];
  const text = layOutAgain(path, before, currentText);
  const title = `Lay ${shortFileName(path)} out as before, with what I changed`;
  return [{ title, steps: [{ kind: 'write', path, text }], isPreferred: true }];
}
