/**
 * The addresses of whoever works here: git's settings, and beside them the committer that the environment names, whom git takes before any setting.
 * Where no setting names anybody it is left to the caller, who may ask. The author that git tells its hooks may be somebody else's commit.
 */
export function ownEmails(settings: readonly string[], environment: NodeJS.ProcessEnv): readonly string[] {
  const committer = environment['GIT_COMMITTER_EMAIL'];
  return settings.length > 0 && committer ? [...new Set([...settings, committer])] : settings;
}
