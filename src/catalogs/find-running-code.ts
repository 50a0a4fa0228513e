/** What a browser runs of a text that is put into a page as it is, as it is written; talk of JavaScript is none. */
export function findRunningCode(message: string): { readonly code: string; readonly offset: number } | undefined {
  const found = running.exec(message);
  return found === null ? undefined : { code: found[0], offset: found.index };
}

const running =
  /<\/?(?:script|iframe|embed|base|meta)(?=[\s/>])|<[a-z][^<>]{0,500}[\s"'/]on[a-z]{3,20}\s{0,9}=|(?:java|vb)script:(?=\S)|data:text\/html/i;
