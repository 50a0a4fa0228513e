import { l10n, Uri, window, type Disposable } from 'vscode';
import type { MyChange } from '../../../presentation/my-change/my-change.js';
import { addRenamedPaths } from '../../../presentation/my-change/add-renamed-paths.js';
import { putFilesBack } from '../../../work/put-files-back.js';
import { activeFile } from '../../sessions/active-file.js';
import type { Services } from '../../services/services.js';
import { CommandError, registerCommand } from '../../ui/register-command.js';
import { confirmDiscard, bringBackFollowUp, showOutcome } from '../../operations/show-outcome.js';
import { requireBaseBranch, runOperation } from '../../operations/run-operation.js';

/** Where a file goes back to: the base version or the last commit. */
type Source = 'base' | 'commit';

/** “Put this file back”: of “My change”, of the Explorer, or the open one; of “Next step” all that is locked. */
export function registerPutBack(services: Services): Disposable {
  return registerCommand(services.log, 'pmZone.putBack', async (argument) => {
    if (argument === 'locked') return putLockedBack(services);
    const path = pathOfTreeNode(argument) ?? (await pathOfFile(services, uriOf(argument) ?? activeFile()));
    const myChange = await services.changes.read();
    const isNew = myChange?.change.files.some((file) => file.path === path && file.before === undefined) === true;
    // A quick fix takes a new file out, whatever of it is committed.
    const source = isNew && Array.isArray(argument) ? sourceOf(myChange, path) : await askSource(myChange, path);
    if (source === undefined) return undefined;
    const ends = myChange === undefined ? [path] : addRenamedPaths(myChange.change, [path]);
    // Restoring the last commit leaves alone what an earlier commit moved.
    const paths = ends.filter(
      (end) => end === path || source === 'base' || myChange?.uncommitted.includes(end) === true,
    );
    const goes = isNew && paths.length === 1 && (source === 'base' || !isCommitted(myChange, path));
    const question = goes ? l10n.t('Take {0} out, which is new?', path) : questionFor(source, paths);
    return restore(services, { question, act: goes ? l10n.t('Take It Out') : l10n.t('Put It Back'), paths, source });
  });
}

/** Restores every locked file of the change to the base version, committed or not. */
async function putLockedBack(services: Services): Promise<boolean | undefined> {
  const myChange = await services.changes.read();
  const locked = [...(myChange?.judgements ?? [])].flatMap(([path, { standing }]) =>
    standing === 'locked' ? [path] : [],
  );
  if (myChange === undefined || locked.length === 0) {
    throw new CommandError(l10n.t('Your change has nothing in it that is locked.'));
  }
  const paths = addRenamedPaths(myChange.change, locked);
  const question =
    locked.length === 1
      ? questionFor('base', paths)
      : l10n.t('Put {0} locked files back as they were before your change?', locked.length);
  return restore(services, { question, act: l10n.t('Put It Back'), paths, source: 'base' });
}

async function restore(
  services: Services,
  {
    question,
    act,
    paths,
    source,
  }: {
    readonly question: string;
    readonly act: string;
    readonly paths: readonly string[];
    readonly source: Source;
  },
): Promise<boolean | undefined> {
  if (!(await confirmDiscard(question, act))) return undefined;
  const outcome = await runOperation(services, l10n.t('Putting it back'), ({ work, policySession }) =>
    putFilesBack(work, { paths, ...(source === 'base' && { base: requireBaseBranch(policySession) }) }),
  );
  void showOutcome(services, outcome, bringBackFollowUp(outcome?.done === true ? outcome.backup : undefined));
  return outcome?.done;
}

/** The Explorer gives a URI, a quick fix a list of one as text. */
function uriOf(argument: unknown): Uri | undefined {
  if (argument instanceof Uri) return argument;
  const [first] = Array.isArray(argument) ? (argument as readonly unknown[]) : [];
  return typeof first === 'string' ? Uri.parse(first) : undefined;
}

/** A tree node is data, and only its id has the path of a deleted file. */
function pathOfTreeNode(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null || !('id' in argument)) return undefined;
  const { id } = argument;
  return typeof id === 'string' && id.startsWith('file ') ? id.slice('file '.length) : undefined;
}

async function pathOfFile({ current, sessions }: Services, uri: Uri | undefined): Promise<string> {
  const location = uri && (await sessions.locate(uri));
  if (location === undefined || location.path === '' || location.session !== (await current.settled())) {
    throw new CommandError(l10n.t('Open the file that you want to put back, or choose it under “My Change”.'));
  }
  return location.path;
}

/** What is committed goes back to where the change began; for what was edited since, the PM chooses. */
async function askSource(myChange: MyChange | undefined, path: string): Promise<Source | undefined> {
  if (!isCommitted(myChange, path) || myChange?.uncommitted.includes(path) !== true) return sourceOf(myChange, path);
  const items = [
    { label: l10n.t('As I last committed it'), source: 'commit' as const },
    { label: l10n.t('As it was before my change'), source: 'base' as const },
  ];
  return (await window.showQuickPick(items, { placeHolder: l10n.t('How far back should {0} go?', path) }))?.source;
}

/** As far back as the change goes. */
function sourceOf(myChange: MyChange | undefined, path: string): Source {
  return isCommitted(myChange, path) ? 'base' : 'commit';
}

function isCommitted(myChange: MyChange | undefined, path: string): boolean {
  return myChange?.change.commits.some(({ files }) => files.some((file) => file.path === path)) === true;
}

/** About one file; two paths where it was moved. */
function questionFor(source: Source, [path = '', other]: readonly string[]): string {
  if (other !== undefined) {
    return source === 'base'
      ? l10n.t('Put {0} and {1} back as they were before your change? The file was moved.', path, other)
      : l10n.t('Put {0} and {1} back as they were last committed? The file was moved.', path, other);
  }
  return source === 'base'
    ? l10n.t('Put {0} back as it was before your change?', path)
    : l10n.t('Put {0} back as it was last committed?', path);
}
