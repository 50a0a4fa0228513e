import { workspace } from 'vscode';

/**
 * The address of the GitHub Enterprise Server that the user's own settings name. `undefined` where they name none or several, or where the
 * workspace names another: whose sign-in VS Code then gives is not known, and a repository does not say where one goes.
 */
export function readEnterpriseServer(): string | undefined {
  const settings = workspace.getConfiguration('github-enterprise');
  const keys = ['uri', 'uris'];
  // To inspect takes long, and mostly there is nothing.
  if (keys.every((key) => toList(settings.get(key)).length === 0)) return undefined;
  const named = keys.flatMap((key) => {
    const own = settings.inspect<unknown>(key)?.globalValue;
    return toList(own).map((address) => ({ address, isOwn: toList(settings.get(key)).join() === toList(own).join() }));
  });
  const [first, ...more] = named;
  const isOne = first?.isOwn === true && more.every(({ address }) => address === first.address);
  return isOne ? first.address : undefined;
}

function toList(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((each) => typeof each === 'string').filter((each) => each !== '');
}
