/** Tells the lines of fenced code from the others, given one after the other. */
export interface FenceReader {
  /** Whether this line is code, or begins or ends some. */
  readonly isCode: (line: string) => boolean;
  /** The sign of the fence that is open still. */
  readonly open: () => string | undefined;
}

export function readFences(): FenceReader {
  let fence: string | undefined;
  return {
    isCode: (line) => {
      const marker = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]?.charAt(0);
      if (marker === undefined || (fence !== undefined && fence !== marker)) return fence !== undefined;
      fence = fence === undefined ? marker : undefined;
      return true;
    },
    open: () => fence,
  };
}
