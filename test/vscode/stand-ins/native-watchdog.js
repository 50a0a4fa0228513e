'use strict';
// Stands in for the native @vscode/native-watchdog: end the extension host when the server is gone.
exports.start = (pid) => {
  setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch {
      process.exit(87);
    }
  }, 2000).unref();
};
