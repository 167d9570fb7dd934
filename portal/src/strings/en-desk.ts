/** The words of the desk in English. */
export const enDesk = {
  'desk.title': 'Desk',
} as const
