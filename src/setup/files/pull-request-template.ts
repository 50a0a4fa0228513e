import type { ProposedFile } from '../proposed-file.js';

/**
 * A short template for pull requests, under whose headings a drafted description finds its places; `undefined` where the repository has one,
 * wherever hosts look for it.
 */
export function writePullRequestTemplate(
  paths: readonly string[],
  host: 'github' | 'gitlab' | undefined,
): ProposedFile | undefined {
  if (paths.some((path) => template.test(path))) return undefined;
  const path = host === 'gitlab' ? '.gitlab/merge_request_templates/Default.md' : '.github/PULL_REQUEST_TEMPLATE.md';
  return { path, before: undefined, after: text };
}

const template =
  /^(?:\.github\/|docs\/)?pull_request_template(?:\.(?:md|txt))?(?:\/|$)|^\.gitlab\/merge_request_templates\//iu;

const text = `## What changes, and why

## Plan

<!-- The planning doc, where there is one. -->

## How it was tested

## How it is rolled back

## Use of AI

<!-- What AI wrote, and whether you understand it. -->
`;
