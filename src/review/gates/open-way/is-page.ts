/** Pages that frameworks open by their place: Next and its like, Remix, TanStack, Gatsby. What is drawn on one everyone may open. */
const page =
  /(?:^|\/)(?:src\/)?pages\/(?!api\/)(?:[^/]+\/)*[^/]+\.[jt]sx?$|(?:^|\/)app\/(?:[^/]+\/)*(?:page|layout|template|not-found|error|loading)\.[jt]sx?$|(?:^|\/)app\/(?:root|routes\/(?:[^/]+\/)*[^/]+)\.[jt]sx?$/;
/** Of these frameworks a folder called `pages` is one of pages; elsewhere it is one as any other. */
const frameworks = /(?:^|\/)(?:next|gatsby)\.config\.[cm]?[jt]s$|(?:^|\/)gatsby-browser\.[jt]sx?$/;
const shown = /(?:^|\/)(?:examples?|demos?|docs?|playgrounds?|sandbox|\.?storybook|stories|fixtures|mocks?|dev)\//i;

/** Whether the default export of a program is a page by its place, in a repository with these paths. */
export function createIsPage(paths: Iterable<string>): (path: string) => boolean {
  const roots = [...paths].flatMap((path) => (frameworks.test(path) ? [path.slice(0, path.lastIndexOf('/') + 1)] : []));
  return (path) => {
    if (!isOfProduct(path) || !page.test(path)) return false;
    return roots.some((root) =>
      /^(?:src\/)?(?:pages|app)\//.test(path.startsWith(root) ? path.slice(root.length) : ''),
    );
  };
}

/** What is drawn there people see, and not only those who build it. */
export function isOfProduct(path: string): boolean {
  return !shown.test(path);
}
