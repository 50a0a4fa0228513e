import { commands, Disposable } from 'vscode';
import type { Services } from '../services/services.js';

/** Commands whose code is loaded when one of them is first run. */
export interface LaterCommands {
  readonly ids: readonly `pmZone.${string}`[];
  /** Gives what registers them all. */
  readonly load: () => Promise<(parts: Services) => Disposable>;
}

/** Stands in for commands until one of them is run: activating the extension then waits for none of their code. */
export function registerLater(parts: Services, { ids, load }: LaterCommands): Disposable {
  let held = new Disposable(() => undefined);
  let loading: Promise<void> | undefined;
  let isDisposed = false;
  const registerAll = async (): Promise<void> => {
    const register = await load();
    if (isDisposed) return;
    held.dispose();
    held = register(parts);
  };
  held = Disposable.from(
    ...ids.map((id) =>
      commands.registerCommand(id, async (...args: readonly unknown[]) => {
        await (loading ??= registerAll());
        return commands.executeCommand(id, ...args);
      }),
    ),
  );
  return new Disposable(() => {
    isDisposed = true;
    held.dispose();
  });
}
