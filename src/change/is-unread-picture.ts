import type { ChangedFile } from './change.js';
import { isPicture } from './is-picture.js';

/** Whether it is a picture as it is now, which holds no text. */
export function isUnreadPicture({ path, after }: ChangedFile): boolean {
  return after?.unread === 'binary' && isPicture(path);
}
