import { workspace, type Uri } from 'vscode';

/** Writes a file only over what was read; `false` where it is another by now. */
export async function writeOver(uri: Uri, expected: Uint8Array, bytes: Uint8Array): Promise<boolean> {
  const now = await readBytes(uri);
  if (now === undefined || Buffer.compare(now, expected) !== 0) return false;
  await workspace.fs.writeFile(uri, bytes);
  return true;
}

/** `undefined` where there is no such file. */
export async function readBytes(uri: Uri): Promise<Uint8Array | undefined> {
  return workspace.fs.readFile(uri).then(
    (bytes) => bytes,
    () => undefined,
  );
}

/** `undefined` where it is no UTF-8, so that nothing else of it would be written otherwise. */
export function decodeFile(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether a file is open with edits that are not saved. */
export function isUnsaved(uri: Uri): boolean {
  return workspace.textDocuments.some((each) => each.isDirty && each.uri.toString() === uri.toString());
}
