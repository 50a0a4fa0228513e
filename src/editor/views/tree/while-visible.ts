import { Disposable, type TreeView } from 'vscode';

/** Holds what `start` gives as long as the view can be seen. */
export function whileVisible(view: TreeView<unknown>, start: () => Disposable): Disposable {
  let held: Disposable | undefined;
  const follow = (): void => {
    if (view.visible === (held !== undefined)) return;
    held?.dispose();
    held = view.visible ? start() : undefined;
  };
  follow();
  const following = view.onDidChangeVisibility(follow);
  return new Disposable(() => {
    following.dispose();
    held?.dispose();
  });
}
