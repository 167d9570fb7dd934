/** How hard a password is to guess, some moments after the last key. Null while nobody knows yet. */
import { useEffect, useRef, useState } from 'react'

export type Strength = 0 | 1 | 2 | 3 | 4

/** Guessing takes longer with each character, and past this one it is strong or repeats itself. */
const charactersMax = 128
const restMs = 150

export function useStrength(password: string, words: readonly string[]): Strength | null {
  const [strength, setStrength] = useState<Strength | null>(null)
  const worker = useRef<Worker | null>(null)
  const asked = useRef(0)
  const known = useRef(words)
  useEffect(() => {
    known.current = words
  })
  useEffect(() => () => worker.current?.terminate(), [])

  useEffect(() => {
    if (password === '') {
      setStrength(null)
      return
    }
    const timer = setTimeout(() => {
      worker.current ??= start((id, score) => {
        if (id === asked.current) setStrength(score)
      })
      asked.current += 1
      const shown = [...password].slice(0, charactersMax).join('')
      worker.current.postMessage({ id: asked.current, password: shown, words: [...known.current] })
    }, restMs)
    return () => clearTimeout(timer)
  }, [password])

  return password === '' ? null : strength
}

function start(onAnswer: (id: number, score: Strength) => void): Worker {
  const worker = new Worker(new URL('./strength.worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<{ id: number; score: Strength }>) => onAnswer(data.id, data.score)
  return worker
}
