const { readFileSync } = require('node:fs')
const { createRequire, wrap } = require('node:module')
const { dirname, join } = require('node:path')
const { Script } = require('node:vm')

/** The folder beside the program that has a folder for each build, and the part that a build begins with. */
const PARTS = 'parts'
const MAIN = 'main.cjs'

/** A part begins with a line that names its content. Its kept code ends with that line, so that half of it is none. */
const NAME_LENGTH = '// sha256 \n'.length + 64

/**
 * Finds the parts of a program that the build made.
 * @param {string} program the file that names its build; Node can run it as well, more slowly
 * @returns {string | undefined} their folder; undefined when there is no program
 */
function folderOf(program) {
  try {
    const build = buildOf(readFileSync(program, 'latin1'))
    return build && join(dirname(program), PARTS, build)
  } catch {
    return undefined
  }
}

/**
 * The build that a program names.
 * @param {string} text the program's
 */
function buildOf(text) {
  return /^\/\/ ([0-9a-f]+)$/m.exec(text)?.[1]
}

/**
 * Loads CommonJS parts, each when it is asked for, with the compiled code that the build kept of it: compiling takes as long as
 * all else that a short command does, and Node 20 keeps no code by itself. V8 refuses code of another version of itself or with
 * other flags; then, and where there is none, the text is compiled.
 * @param {string} folder
 */
function open(folder) {
  /** @type {Map<string, { module: { exports: unknown }, script: Script, name: string }>} */
  const parts = new Map()
  const outside = createRequire(join(folder, MAIN))
  const requireFrom = Object.assign(
    (/** @type {string} */ id) => (id.startsWith('./') ? part(id.slice(2)) : outside(id)),
    outside,
  )

  /** @param {string} fileName */
  function part(fileName) {
    const known = parts.get(fileName)
    if (known) return known.module.exports
    const file = join(folder, fileName)
    // The build writes ASCII, which is read fastest so.
    const text = readFileSync(file, 'latin1')
    const name = text.slice(0, NAME_LENGTH)
    const script = new Script(wrap(text), { filename: file, cachedData: readCode(file, name) })
    const module = { exports: {} }
    parts.set(fileName, { module, script, name })
    script.runInThisContext()(module.exports, requireFrom, module, file, folder)
    return module.exports
  }

  return {
    run: () => part(MAIN),
    /** What was loaded so far: whether kept code was used, and what V8 made of it, to be written to `file`. */
    loaded: () =>
      [...parts].map(([fileName, { script, name }]) => ({
        part: fileName,
        kept: script.cachedDataRejected === false,
        file: codeFile(join(folder, fileName)),
        code: () => Buffer.concat([script.createCachedData(), Buffer.from(name, 'latin1')]),
      })),
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

module.exports = { folderOf, buildOf, open, MAIN, PARTS }
