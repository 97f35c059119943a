'use client'

import { useEffect, useState } from 'react'
import type { LiveMessage } from '../server/live.ts'

export type Tick = Extract<LiveMessage, { type: 'tick' }>
export type LiveState = {
  readonly status: 'connecting' | 'open' | 'waiting'
  /** The newest first. */
  readonly ticks: readonly Tick[]
  /** How often the connection was lost since the page was loaded. */
  readonly losses: number
}

const TICKS_KEPT = 6
const RETRY_FIRST_MS = 250
const RETRY_LAST_MS = 4000
/** Ticks come each second; this long without one means that the connection is dead though nobody closed it. */
const SILENCE_MS = 5000

/** The ticker of `/ws`, which connects again by itself whenever the connection ends. */
export function useLive(): LiveState {
  const [state, setState] = useState<LiveState>({ status: 'connecting', ticks: [], losses: 0 })

  useEffect(() => {
    let socket: WebSocket
    let timer = 0
    let retryMs = RETRY_FIRST_MS
    let ended = false

    function watch(): void {
      clearTimeout(timer)
      timer = window.setTimeout(lose, SILENCE_MS)
    }
    function lose(): void {
      socket.onmessage = null
      socket.onclose = null
      socket.close()
      clearTimeout(timer)
      if (ended) return
      setState((old) => ({ ...old, status: 'waiting', losses: old.losses + (old.status === 'open' ? 1 : 0) }))
      timer = window.setTimeout(connect, retryMs * (0.5 + Math.random() / 2))
      retryMs = Math.min(retryMs * 2, RETRY_LAST_MS)
    }
    function connect(): void {
      socket = new WebSocket(`${location.origin.replace('http', 'ws')}/ws`)
      socket.onclose = lose
      socket.onmessage = ({ data }) => {
        const message = JSON.parse(data) as LiveMessage
        watch()
        if (message.type !== 'tick') return
        retryMs = RETRY_FIRST_MS
        setState((old) => ({ ...old, status: 'open', ticks: [message, ...old.ticks].slice(0, TICKS_KEPT) }))
      }
      watch()
    }

    connect()
    return () => {
      ended = true
      lose()
    }
  }, [])

  return state
}
