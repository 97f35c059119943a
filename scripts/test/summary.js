/**
 * What came of one part of a test run. A check has no tests of its own, and counts only when it fails.
 * @typedef {{ name: string, passed: number, failed: number, flaky: string[], took: string }} Result
 */

/**
 * A line for each part, and for each file that passed only when it ran again; the last line is the count of them all.
 * @param {Result[]} results
 * @returns {string}
 */
export function formatSummary(results) {
  const total = (/** @type {'passed' | 'failed'} */ key) =>
    results.reduce((sum, result) => sum + result[key], 0)
  const lines = results.flatMap(({ name, passed, failed, flaky, took }) => {
    const counts = [passed && `${passed} passed`, failed && `${failed} failed`].filter(Boolean)
    return [
      `  ${failed ? 'FAILED' : 'ok    '}  ${[name, ...counts].join(', ')} (${took})`,
      ...flaky.map((file) => `  FLAKY   ${file}: failed, then passed by itself`),
    ]
  })
  return ['Summary', ...lines, `${total('passed')} passed, ${total('failed')} failed`].join('\n')
}
