const { readFileSync } = require('node:fs')
const Module = require('node:module')
const { dirname } = require('node:path')
const { Script } = require('node:vm')

/** A bundle begins with a line that names its content. Its kept code ends with that line, so that half of it is none. */
const NAME_LENGTH = '// sha256 \n'.length + 64

/**
 * Loads a bundled CommonJS program with the compiled code that the build kept of it, since compiling takes as long as all else
 * that a short command does, and Node 20 keeps no code by itself. V8 refuses code of another version of itself or with other
 * flags; then, and where there is none, the text is compiled.
 * @param {string} file
 */
function load(file) {
  // The build writes ASCII, which is read fastest so.
  const text = readFileSync(file, 'latin1')
  const name = text.slice(0, NAME_LENGTH)
  const script = new Script(Module.wrap(text), { filename: file, cachedData: readCode(file, name) })
  return {
    /** Whether kept code is used. */
    kept: script.cachedDataRejected === false,
    run: () => script.runInThisContext()({}, Module.createRequire(file), {}, file, dirname(file)),
    /** What V8 made of the program so far, to be written to `codeFile(file)`. */
    code: () => Buffer.concat([script.createCachedData(), Buffer.from(name, 'latin1')]),
  }
}

/** @param {string} file */
function codeFile(file) {
  return `${file}.code`
}

/**
 * V8 compares no more than the length of the text, so what the code was made of is compared by name.
 * @param {string} file
 * @param {string} name
 */
function readCode(file, name) {
  try {
    const code = readFileSync(codeFile(file))
    return code.toString('latin1', code.length - NAME_LENGTH) === name
      ? code.subarray(0, -NAME_LENGTH)
      : undefined
  } catch {
    return undefined
  }
}

module.exports = { load, codeFile }
