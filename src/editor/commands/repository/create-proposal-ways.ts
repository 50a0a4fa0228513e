import { CodeLens, Disposable, EventEmitter, l10n, languages, Range, type LogOutputChannel, type Uri } from 'vscode';
import { registerCommand } from '../../ui/register-command.js';

/** The way on from a proposal that is being read. */
interface ProposalWays extends Disposable {
  /** Whether it is to be committed to the branch: what is said first counts, the answer to the question or the line above the proposal. */
  readonly offer: (branch: string, ask: () => Promise<boolean>) => Promise<boolean>;
}

/** Above the proposal at this address stands how it is committed, however long it is read: a notification is gone after ten seconds. */
export function createProposalWays(log: LogOutputChannel, address: Uri): ProposalWays {
  const changed = new EventEmitter<void>();
  let open: { readonly branch: string; readonly end: (isWanted: boolean) => void } | undefined;
  const end = (isWanted: boolean): void => {
    open?.end(isWanted);
    open = undefined;
    changed.fire();
  };
  const command = registerCommand(log, 'pmZone.commitProposal', () => {
    end(true);
    return Promise.resolve();
  });
  const lenses = languages.registerCodeLensProvider(
    { scheme: address.scheme },
    {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: () => {
        if (open === undefined) return [];
        const title = l10n.t('Commit It to the New Branch {0}', open.branch);
        return [new CodeLens(new Range(0, 0, 0, 0), { title, command: 'pmZone.commitProposal' })];
      },
    },
  );
  const offer: ProposalWays['offer'] = (branch, ask) => {
    end(false);
    return new Promise((resolve) => {
      const mine = { branch, end: resolve };
      open = mine;
      changed.fire();
      // Who only closes the question has not said no.
      void ask().then((isWanted) => {
        if (isWanted && open === mine) end(true);
      });
    });
  };
  return Object.assign(Disposable.from(command, lenses, changed), { offer });
}
