import { contextBridge, ipcRenderer } from 'electron'
import type { WindowHost } from '../../contract/window.ts'
import { relay } from './relay.ts'

const host: WindowHost = { host: 'electron' }

contextBridge.exposeInMainWorld('shoal', host)
relay(window, ipcRenderer)
