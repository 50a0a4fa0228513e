/** Tells the lines of fenced code from the others, given one after the other. */
export interface FenceReader {
  /** Whether this line is code, or begins or ends some. */
  readonly isCode: (line: string) => boolean;
  /** The line that ends the code that is open still. */
  readonly end: () => string | undefined;
}

/** A line with backticks behind its sign is a sentence: “```npm test```”. Code ends with as many of its signs as it begins with, or more. */
const fence = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})(.*)/;

export function readFences(): FenceReader {
  let open: { readonly indent: string; readonly marker: string } | undefined;
  return {
    isCode: (line) => {
      const [, indent = '', marker = '', behind = ''] = fence.exec(line) ?? [];
      if (open === undefined) {
        if (marker !== '') open = { indent, marker };
        return marker !== '';
      }
      if (marker.startsWith(open.marker) && behind.trim() === '') open = undefined;
      return true;
    },
    // As far to the right as it began: of code in a list, too.
    end: () => open && open.indent + open.marker,
  };
}
