import { l10n } from 'vscode';

/** “1 file”, “3 files”. */
export function countFiles(files: number): string {
  return files === 1 ? l10n.t('1 file') : l10n.t('{0} files', files);
}
