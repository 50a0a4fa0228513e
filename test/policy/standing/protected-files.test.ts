import assert from 'node:assert/strict';

import { protectedFile, protectedFolder } from '../../../src/policy/standing/protected-files.js';
import { fold } from '../../../src/policy/fold.js';

/** What its folders say of a path, else what its name says. */
function controlPath(path: string): string | undefined {
  const names = path.split('/').map(fold);
  const file = names.pop() as string;
  return names.map(protectedFolder).find((reason) => reason !== undefined) ?? protectedFile(file);
}

describe('controlPath', () => {
  const control: Readonly<Record<string, string>> = {
    agent:
      'CLAUDE.md claude.md docs/Claude.MD CLAUDE.local.md AGENTS.md src/a/AGENTS.md agents.override.md GEMINI.md .cursorrules .windsurfrules .clinerules .clinerules/x.md .aider.conf.yml .aiderignore .aider.tags/x .goosehints .aiexclude .roomodes .roorules-code .cursor/rules/x.mdc .claude/skills/pm-pr-review/SKILL.md a/.claude/x .codex/config.toml .gemini/x .continue/x .roo/x .kiro/x .junie/guidelines.md .windsurf/x .agents/x skills/x/SKILL.md .mcp.json copilot-instructions.md docs/ts.instructions.md x.chatmode.md opencode.json',
    'git|host|editor|tool':
      '.github/workflows/ci.yml sub/.github/x .gitlab/x .gitlab-ci.yml .gitattributes .gitmodules .gitignore a/.gitkeep .vscode/settings.json .idea/x .devcontainer/x .husky/pre-commit .githooks/x githooks/pre-commit .circleci/config.yml .ssh/config .buildkite/x .yarn/releases/x.cjs .cargo/config node_modules/x/index.js',
    template:
      'CODEOWNERS docs/CODEOWNERS codeowners .mailmap PLANNING.template.md docs/planning.template.md PULL_REQUEST_TEMPLATE.md',
    'tool|settings':
      'package.json i18n/package.json src/i18n/PACKAGE.JSON package-lock.json yarn.lock pnpm-lock.yaml bun.lockb Cargo.toml Cargo.lock go.mod go.sum Gemfile Gemfile.lock requirements.txt requirements-dev.txt pyproject.toml poetry.lock pom.xml build.gradle build.gradle.kts composer.json composer.lock x.csproj x.sln mix.exs pubspec.yaml Package.swift Podfile vite.config.ts next.config.mjs app.config.js web.config .eslintrc .eslintrc.json .babelrc.js .npmrc .nvmrc .prettierignore .env .env.local config/.env.production .env/x .env.d/x prod.env app.env.ts Dockerfile Dockerfile.dev api.dockerfile docker-compose.yml compose.override.yaml docker-bake.hcl Jenkinsfile jenkinsfile.groovy .travis.yml azure-pipelines.yml azure-pipelines-pr.yml bitbucket-pipelines.yml Makefile GNUmakefile rules.mk CMakeLists.txt x.cmake lefthook.yml .lefthook.toml .pre-commit-config.yaml tsconfig.json tsconfig.build.json jsconfig.json jest.setup.ts karma.conf.js gulpfile.js vite.mjs renovate.json turbo.json nx.json vercel.json netlify.toml .editorconfig .tool-versions .terraform.lock.hcl BUILD.bazel x.bzl PM.code-workspace main.tf prod.tfvars build.rs cdk.json Pulumi.yaml serverless.ts .sops.yaml .snyk knip.json gradle/wrapper/gradle-wrapper.jar .devcontainer.json .netrc buf.gen.yaml',
  };
  for (const [reason, paths] of Object.entries(control)) {
    for (const path of paths.split(' ')) {
      it(`${path}: ${reason}`, () => {
        assert.match(controlPath(path) ?? 'no control file', new RegExp(reason, 'u'));
      });
    }
  }

  it('lets ordinary files of a product pass', () => {
    const ordinary =
      'i18n/en.json flags.yaml flags.yml analytics/events.ts PLANNING.md docs/planning.md features.yaml prompts/reply.md prompts/agent.prompt.md components/Button.tsx README.md docs/claude-setup.md src/hooks/use-auth.ts src/agents/reply.ts locales/de.yml locales/en/app.json app.yaml transform.ts environment.ts lockfile.md config.yaml docker.md docs/dockerizing.md compose.tsx package.md makefiles.md .well-known/x.json src/.hidden/README.md jest.tsx jest.md github/x.ts buildings.json owners.json unlock.json block.ts';
    for (const path of ordinary.split(' ')) assert.equal(controlPath(path), undefined, path);
  });
});
