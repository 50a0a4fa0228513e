import { l10n } from 'vscode';
import type { GuardStatus } from '../../../guard/guard-outcome.js';
import type { GuardSummary } from '../../../presentation/tree/change-tree.js';

/** The guard's state as one node of the sidebar, and what a click does. */
export function describeGuardStatus(status: GuardStatus): GuardSummary {
  switch (status.reason) {
    case 'runs':
      return {
        isOn: true,
        state: l10n.t('on'),
        sentence: l10n.t('Each commit here is reviewed before it is made. Select to turn that off.'),
      };
    case 'not-installed':
      return {
        isOn: false,
        state: l10n.t('off'),
        sentence: l10n.t('Commits here are not reviewed before they are made. Select to turn that on.'),
      };
    case 'moved':
    case 'replaced':
      return {
        isOn: false,
        state: l10n.t('no longer runs'),
        sentence: l10n.t(
          'Another program changed what git runs before a commit, so commits are no longer reviewed. Select to turn that on again: what is there is kept and runs as well.',
        ),
      };
    case 'disabled':
      return { isOn: false, state: l10n.t('does not run'), sentence: status.sentence };
    case 'no-runtime':
      return {
        isOn: false,
        state: l10n.t('cannot run'),
        sentence: l10n.t('The guard refuses every commit, because what it runs with is gone. Select to fix that.'),
      };
  }
}
