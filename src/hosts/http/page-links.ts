/** The addresses that a `Link` header gives for the next and the last page. */
export interface PageLinks {
  readonly next?: string;
  readonly last?: string;
}

/** A header longer than this is read no further: GitHub's and GitLab's have five short addresses at most. */
const longest = 8000;

/** Reads a `Link` header as GitHub and GitLab write it: `<address>; rel="next", …`. */
export function readPageLinks(header: string | undefined): PageLinks {
  const links = new Map<string, string>();
  for (const [, address = '', relation = ''] of (header ?? '')
    .slice(0, longest)
    .matchAll(/<([^<>]{1,2000})>; ?rel="([a-z]{1,20})"/g)) {
    links.set(relation, address);
  }
  const next = links.get('next');
  const last = links.get('last');
  return { ...(next === undefined ? {} : { next }), ...(last === undefined ? {} : { last }) };
}

/** The number in an address's `page=`. */
export function pageNumber(address: string | undefined): number | undefined {
  const digits = /[?&]page=(\d{1,6})(?:&|$)/.exec(address ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}
