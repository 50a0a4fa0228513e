import { readFences } from './read-fences.js';

export interface ShortBody {
  readonly body: string;
  /** What is left out, by its names, in the order of the text. */
  readonly leftOut: readonly string[];
}

/**
 * As much of a description as fits: folded details are left out first, the last of them before the others, then whole sections, the last
 * before the others, so that what changed stays. What is left out is said at the end. `undefined` where the first section alone does not fit.
 */
export function shortenBody(body: string, fits: (body: string) => boolean): ShortBody | undefined {
  const pieces = splitBody(body);
  const order = [...removable(pieces, 'details'), ...removable(pieces, 'section').slice(0, -1)];
  const without = (count: number): ShortBody => {
    const gone = new Set(order.slice(0, count));
    const goneSections = new Set([...gone].flatMap((piece) => (piece.kind === 'section' ? [piece.section] : [])));
    const isLeft = (piece: Piece): boolean => !gone.has(piece) && !goneSections.has(piece.section);
    const leftOut = pieces.flatMap((piece) =>
      gone.has(piece) && (piece.kind === 'section' || !goneSections.has(piece.section)) ? [piece.name] : [],
    );
    const left = pieces.flatMap((piece) => (isLeft(piece) ? [piece.text] : []));
    const named = leftOut.length > mostNamed ? [...leftOut.slice(0, mostNamed), 'more'] : leftOut;
    const text = left
      .join('')
      .replace(/\n{3,}/g, '\n\n')
      .trimEnd();
    return { body: `${text}\n\n_Shortened to fit this page. Left out: ${named.join('; ')}._\n`, leftOut };
  };
  // The fewest that have to go.
  let [low, high] = [1, order.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(without(middle).body)) high = middle;
    else low = middle + 1;
  }
  const short = low > order.length ? undefined : without(low);
  return short !== undefined && fits(short.body) ? short : undefined;
}

const mostNamed = 8;
/** Parts that are told apart; what comes after is one with the last. */
const mostPieces = 500;

interface Piece {
  readonly kind: 'section' | 'details' | 'text';
  readonly name: string;
  readonly text: string;
  /** Which section it lies in. */
  readonly section: number;
}

function removable(pieces: readonly Piece[], kind: Piece['kind']): readonly Piece[] {
  return pieces.filter((piece) => piece.kind === kind).reverse();
}

/** Sections begin at headings of the first two levels; details are the folded parts within. */
function splitBody(body: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const fences = readFences();
  let open: Piece = { kind: 'text', name: '', text: '', section: 0 };
  const next = (kind: Piece['kind'], name: string): void => {
    if (open.text !== '') pieces.push(open);
    open = { kind, name, text: '', section: open.section + (kind === 'section' ? 1 : 0) };
  };
  for (const line of body.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const isPlain = !fences.isCode(line) && open.kind !== 'details' && pieces.length <= mostPieces;
    const heading = isPlain ? /^ {0,3}##? (.{1,80})/.exec(line)?.[1] : undefined;
    const folded = isPlain ? /^<details>(?:<summary>([^<\n]{1,80})<\/summary>)?/.exec(line) : null;
    if (heading !== undefined) next('section', heading.trim());
    if (folded !== null) next('details', folded[1] ?? 'details');
    open = { ...open, text: open.text + line };
    if (open.kind === 'details' && line.trimEnd().endsWith('</details>')) next('text', '');
  }
  next('text', '');
  return pieces;
}
