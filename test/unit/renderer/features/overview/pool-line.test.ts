import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { PoolLine } from '../../../../../renderer/features/overview/dial/pool-line.tsx'
import { pool } from '../../database.ts'

const say = (size: number | null, wanted: number) => {
  const known = size === null ? null : pool(size)
  const markup = renderToStaticMarkup(createElement(PoolLine, { id: 'line', pool: known, wanted }))
  const beyond = markup.includes('data-beyond="true"')
  return `${beyond ? 'warns: ' : ''}${markup.replace(/<[^>]+>/g, '')}`
}

it('names the scale from which PostgreSQL takes no more, before it is reached', () => {
  expect(say(10, 4)).toBe('From 10 on: 10 × 10 = 100 connections, PostgreSQL takes 97')
})

it('warns at that scale and beyond it, with the figures of the number that is wanted', () => {
  expect(say(10, 10)).toBe('warns: 10 × 10 = 100 connections, PostgreSQL takes 97')
  expect(say(20, 8)).toBe('warns: 8 × 20 = 160 connections, PostgreSQL takes 97')
})

it('says nothing while every scale fits, or nobody knows', () => {
  expect([say(5, 10), say(null, 10)]).toEqual(['', ''])
})
