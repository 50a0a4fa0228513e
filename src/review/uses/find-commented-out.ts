/**
 * Says of a place in a program or template whether it is commented out over lines (as JavaScript or HTML does). Only a comment that begins its line and
 * ends somewhere is certainly one. Linear in the text's length.
 */
export function findCommentedOut(text: string): (at: number) => boolean {
  // Without its end one takes in all that follows, so that this is looked for in vain once.
  const comments = text.matchAll(/^[ \t]*(?:\{[ \t]*)?(?:\/\*[^]*?(\*\/|(?![^]))|<!--[^]*?(-->|(?![^])))/gm);
  const found = [...comments].filter(([, end, ended]) => Boolean(end ?? ended));
  return (at) => found.some(({ index, 0: { length } }) => index < at && at < index + length);
}
