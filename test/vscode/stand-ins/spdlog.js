'use strict';
// Stands in for the native @vscode/spdlog: VS Code's log files, written by Node's fs.
const fs = require('fs');
const path = require('path');
const NAMES = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];
let globalLevel = 0;

class Logger {
  constructor(_type, name, file) {
    this.name = name;
    this.file = file;
    this.level = globalLevel;
    this.plain = false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    this.fd = fs.openSync(file, 'a');
  }
  _write(level, text) {
    if (this.fd === undefined || level < this.level) {
      return;
    }
    const stamp = new Date().toISOString().replace('T', ' ').replace('Z', '');
    try {
      fs.writeSync(this.fd, this.plain ? text : `${stamp} [${NAMES[level]}] ${text}\n`);
    } catch {
      /* the folder is being removed */
    }
  }
  trace(t) {
    this._write(0, t);
  }
  debug(t) {
    this._write(1, t);
  }
  info(t) {
    this._write(2, t);
  }
  warn(t) {
    this._write(3, t);
  }
  error(t) {
    this._write(4, t);
  }
  critical(t) {
    this._write(5, t);
  }
  getLevel() {
    return this.level;
  }
  setLevel(l) {
    this.level = l;
  }
  setPattern() {}
  clearFormatters() {
    this.plain = true;
  }
  flush() {}
  drop() {
    if (this.fd !== undefined) {
      fs.closeSync(this.fd);
      this.fd = undefined;
    }
  }
}

const create = (type) => async (name, file) => new Logger(type, name, file);
// `exports.x =` one by one: VS Code import()s this file and reads the names statically.
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = (l) => {
  globalLevel = l;
};
exports.setFlushOn = () => {};
exports.createRotatingLogger = create('rotating');
exports.createAsyncRotatingLogger = create('rotating_async');
