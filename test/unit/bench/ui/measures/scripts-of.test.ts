import { describe, expect, it } from 'vitest'
import { dependenciesOf, scriptsOf } from '../../../../../bench/ui/measures/scripts-of.ts'

describe('scriptsOf', () => {
  it('finds the scripts that a page loads and those that it loads ahead, and no style', () => {
    const html = `
      <script type="module" crossorigin src="./assets/index-a.js"></script>
      <link rel="modulepreload" crossorigin href="./assets/screen-b.js">
      <link rel="stylesheet" crossorigin href="./assets/index-c.css">`
    expect(scriptsOf(html)).toEqual(['index-a.js', 'screen-b.js'])
  })
})

describe('dependenciesOf', () => {
  it('follows static imports through all scripts, and leaves what is imported later', () => {
    const scripts = new Map([
      ['index.js', 'import{a as b}from"./screen.js";const l=()=>import("./logs.js")'],
      ['screen.js', 'import"./shared.js";export{x}from"./tip.js"'],
      ['logs.js', 'import"./screen.js"'],
    ])
    expect([...dependenciesOf(['index.js'], scripts)].sort()).toEqual([
      'index.js',
      'screen.js',
      'shared.js',
      'tip.js',
    ])
  })
})
