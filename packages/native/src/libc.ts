/**
 * libc through ffi-rs.
 *
 * 1. A call costs 1.8 us plus 0.5 us an argument, so calls are made in the cheapest form ffi-rs has: `load` with one
 *    argument object a function, reused, and no `errno: true` (1 us more).
 * 2. errno is read where libc keeps it: `__errno_location()` wrapped once a thread as a Buffer. Nothing runs between
 *    the call and the read but ffi-rs freeing its arguments, which leaves errno as it is. `openLibc` tries it.
 * 3. Pointers are `External`s to private ArrayBuffers of the thread (see memory.ts). Their bytes lie outside V8's heap,
 *    so no collection moves them, and they are kept as long as the thread lives. Paths and values are copied there:
 *    a Buffer as an argument costs 1.6 us more, a string argument cannot carry all bytes.
 * 4. ffi-rs keeps libraries and symbols in one unlocked map for all threads. So the main thread resolves every
 *    symbol before a worker exists; after that all threads only read the map.
 */
import { isMainThread } from 'node:worker_threads'

import { type Ffi, type Pointer, requireFfi } from './ffi.js'
import type { NativePath, SystemError } from './native.js'
import { systemError } from './system-error.js'

/** An argument's or result's type in C. */
export type CType = 'i32' | 'i64' | 'pointer' | 'u32'

/** One libc function. `args` keeps its values from call to call. */
export interface Call {
  readonly args: unknown[]
  /** Calls, again after EINTR. Returns the result, or -errno where that is -1. */
  readonly attempt: () => number
  /** The same, but throws `failure(result)` where that is negative. */
  readonly must: (path?: NativePath, dest?: NativePath) => number
  /** The error for a negative result, with `path` and `dest` in the message. */
  readonly failure: (result: number, path?: NativePath, dest?: NativePath) => SystemError
}

export interface BindOptions {
  /** 'i32' if not given. */
  readonly result?: CType
  /** The values of the arguments before any is set. */
  readonly args?: readonly unknown[]
  /** What errors call it, if not the symbol. */
  readonly name?: string
}

export interface Libc {
  /** Throws where there is no such function (on the main thread at once). */
  readonly bind: (symbol: string, types: readonly CType[], options?: BindOptions) => Call
  /** The address of the bytes, which are then kept for ever: for memory that is used again and again. */
  readonly pointerTo: (bytes: Buffer) => Pointer
}

/** Its key among ffi-rs' libraries, which all users of ffi-rs in the process share. */
const LIBRARY = 'blit'
const EINTR = 4
const EBADF = 9

/** What pointers of this thread lead to. */
const kept: Buffer[] = []

/** Loads ffi-rs and opens libc. Throws where either is not to be had. */
export function openLibc(library: string, errnoSymbol: string): Libc {
  const ffi = requireFfi()
  ffi.open({ library: LIBRARY, path: library })
  const errno = locateErrno(ffi, errnoSymbol)

  const libc: Libc = {
    bind(symbol, types, { result = 'i32', args = [], name = symbol } = {}) {
      if (isMainThread) resolve(ffi, symbol)
      const values: unknown[] = types.map((type, i) => args[i] ?? (type === 'pointer' ? undefined : 0))
      const params = parameters(ffi, symbol, types, result, values)

      function attempt(): number {
        for (;;) {
          const value = ffi.load(params) as number
          if (value !== -1) return value
          const code = errno[0] as number
          if (code !== EINTR) return -code
        }
      }

      function failure(value: number, path?: NativePath, dest?: NativePath): SystemError {
        return systemError(-value, name, path, dest)
      }

      function must(path?: NativePath, dest?: NativePath): number {
        const value = attempt()
        if (value < 0) throw failure(value, path, dest)
        return value
      }

      return { args: values, attempt, must, failure }
    },
    pointerTo(bytes) {
      kept.push(bytes)
      const boxed = ffi.createPointer({ paramsType: [ffi.DataType.U8Array], paramsValue: [bytes] })
      return ffi.unwrapPointer(boxed)[0] as Pointer
    },
  }

  if (libc.bind('fchdir', ['i32'], { args: [-1] }).attempt() !== -EBADF)
    throw new Error('errno cannot be read')
  return libc
}

function parameters(ffi: Ffi, funcName: string, types: readonly CType[], result: CType, values: unknown[]) {
  const paramsType = types.map((type) => dataType(ffi, type))
  // ffi-rs maps this array anew on every call, for the sake of array types that are not used here
  Object.defineProperty(paramsType, 'map', { value: () => paramsType })
  return {
    library: LIBRARY,
    funcName,
    retType: dataType(ffi, result),
    paramsType,
    paramsValue: values,
    freeResultMemory: false,
  }
}

function dataType(ffi: Ffi, type: CType) {
  const { External, I32, I64, U32 } = ffi.DataType
  return { i32: I32, i64: I64, pointer: External, u32: U32 }[type]
}

/** Looks the symbol up without calling it: an argument too many makes ffi-rs stop after the lookup. */
function resolve(ffi: Ffi, symbol: string): void {
  try {
    ffi.load(parameters(ffi, symbol, [], 'i32', [0]))
  } catch (error) {
    if (error instanceof Error && error.message.includes('length')) return
    throw error
  }

  throw new Error(`ffi-rs called ${symbol} with a wrong number of arguments`)
}

function locateErrno(ffi: Ffi, symbol: string): Int32Array {
  if (isMainThread) resolve(ffi, symbol)
  const address = ffi.load(parameters(ffi, symbol, [], 'pointer', [])) as unknown as Pointer
  const bytes = ffi.createExternalBuffer(address, 4)
  return new Int32Array(bytes.buffer, bytes.byteOffset, 1)
}
