/** A point in time in words, with the exact one on hover and for screen readers. */
import { useStrings } from '../strings/use-strings.tsx'
import { useNow } from './now.tsx'

type Props = {
  at: string
  /** moment: "today, 14:05" · distance: "in 5 days" · day: "12 May". */
  as?: 'moment' | 'distance' | 'day'
}

export function When({ at, as = 'moment' }: Props) {
  const { dates } = useStrings()
  const now = useNow()
  const date = new Date(at)
  return (
    <time dateTime={at} title={dates.absolute(date)} className="tabular">
      {dates[as](date, now)}
    </time>
  )
}
