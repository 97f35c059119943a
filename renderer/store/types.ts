import type { StateCreator } from 'zustand'
import type { ConnectionSlice } from './connection.ts'
import type { DatabaseSlice } from './database.ts'
import type { DriftSlice } from './drift.ts'
import type { OverlaySlice } from './overlay.ts'
import type { ProjectSlice } from './project.ts'
import type { RouteSlice } from './route.ts'
import type { RunSlice } from './run.ts'
import type { ScaleSlice } from './scale.ts'
import type { SettingsSlice } from './settings.ts'
import type { StackSlice } from './stack.ts'
import type { TimelineSlice } from './timeline.ts'
import type { TrafficSlice } from './traffic.ts'
import type { UsageSlice } from './usage.ts'

/** Everything the window knows. Each slice holds one concern's state beside the actions on it. */
export type Shoal = ConnectionSlice &
  SettingsSlice &
  ProjectSlice &
  StackSlice &
  RunSlice &
  TimelineSlice &
  ScaleSlice &
  UsageSlice &
  TrafficSlice &
  DatabaseSlice &
  DriftSlice &
  RouteSlice &
  OverlaySlice

export type Slice<T> = StateCreator<Shoal, [], [], T>
