import { l10n } from 'vscode';
import type { HostKind } from '../../presentation/my-change/host-thing.js';

/** What the host calls a pull request; GitHub’s word where it is not known. */
export function thingOn(kind: HostKind): string {
  return kind === 'gitlab' ? l10n.t('merge request') : l10n.t('pull request');
}

/** The button that opens one there. */
export function openOn(kind: HostKind): string {
  return kind === 'gitlab' ? l10n.t('Open It on GitLab') : l10n.t('Open It on GitHub');
}

/** The button that shows the one that is open. */
export function showOn(kind: HostKind): string {
  return kind === 'gitlab' ? l10n.t('Show My Merge Request') : l10n.t('Show My Pull Request');
}
